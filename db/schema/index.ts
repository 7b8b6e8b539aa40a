import { account } from './account'
import { meetingSetting, openTime, openTimeException, seat } from './availability'
import { boothEvent } from './booth-event'
import { boothProfile } from './booth-profile'
import { certificate } from './certificate'
import { consent } from './consent'
import { edition } from './edition'
import { inquiry } from './inquiry'
import { invitation } from './invitation'
import { joining } from './joining'
import {
  exchangeRate,
  ledgerEntry,
  ledgerLine,
  payout,
  reconciliation,
  reconciliationDifference,
  transferAccount,
} from './ledger'
import { meeting, meetingEvent, meetingParticipant, meetingPlace } from './meeting'
import { meetingOutcome } from './meeting-outcome'
import { membership } from './membership'
import { message, messageAttempt, whatsappReceived, whatsappStatus } from './message'
import { need } from './need'
import { oneTimeCode } from './one-time-code'
import { organisation } from './organisation'
import { organisationDistinct } from './organisation-distinct'
import { outbox } from './outbox'
import { participation } from './participation'
import { pavilion } from './pavilion'
import { pavilionChange } from './pavilion-change'
import { payment, refund, stripeEvent } from './payment'
import { person } from './person'
import { photo, upload } from './photo'
import { priceTier } from './price-tier'
import { product } from './product'
import { productImport } from './product-import'
import { rateLimit } from './rate-limit'
import { district, province, regency } from './region'
import { revision } from './revision'
import { sampleOffer, shippingRate } from './sample-offer'
import {
  disputeEvidence,
  sampleFeedback,
  sampleOrder,
  sampleOrderEvent,
  sampleOrderLine,
} from './sample-order'
import { searchDocument, searchGeneration, searchWord } from './search'
import { session } from './session'
import { verification } from './verification'
import { organisationClaim, verificationEvent } from './verification-event'
import { visitDay } from './visit-day'

/** Every table, as drizzle's client and drizzle-kit need them together. */
export const schema = {
  exchangeRate,
  ledgerEntry,
  ledgerLine,
  payment,
  payout,
  reconciliation,
  reconciliationDifference,
  refund,
  disputeEvidence,
  sampleFeedback,
  sampleOffer,
  sampleOrder,
  sampleOrderEvent,
  sampleOrderLine,
  shippingRate,
  stripeEvent,
  transferAccount,
  productImport,
  boothEvent,
  boothProfile,
  photo,
  revision,
  upload,
  visitDay,
  consent,
  invitation,
  joining,
  message,
  messageAttempt,
  whatsappReceived,
  whatsappStatus,
  oneTimeCode,
  organisationClaim,
  organisationDistinct,
  verificationEvent,
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
  pavilionChange,
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
