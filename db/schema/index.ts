import { account } from './account'
import { meetingSetting, openTime, openTimeException, seat } from './availability'
import { certificate } from './certificate'
import { edition } from './edition'
import { inquiry } from './inquiry'
import { meeting, meetingEvent, meetingParticipant, meetingPlace } from './meeting'
import { meetingOutcome } from './meeting-outcome'
import { membership } from './membership'
import { need } from './need'
import { organisation } from './organisation'
import { outbox } from './outbox'
import { participation } from './participation'
import { pavilion } from './pavilion'
import { person } from './person'
import { priceTier } from './price-tier'
import { product } from './product'
import { rateLimit } from './rate-limit'
import { district, province, regency } from './region'
import { searchDocument, searchGeneration, searchWord } from './search'
import { session } from './session'
import { verification } from './verification'

/** Every table, as drizzle's client and drizzle-kit need them together. */
export const schema = {
  account,
  meeting,
  meetingEvent,
  meetingOutcome,
  meetingParticipant,
  meetingPlace,
  meetingSetting,
  need,
  openTime,
  openTimeException,
  seat,
  session,
  verification,
  certificate,
  district,
  edition,
  inquiry,
  membership,
  organisation,
  outbox,
  participation,
  pavilion,
  person,
  priceTier,
  product,
  province,
  rateLimit,
  regency,
  searchDocument,
  searchGeneration,
  searchWord,
}
