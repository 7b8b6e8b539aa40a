import { certificate } from './certificate'
import { edition } from './edition'
import { inquiry } from './inquiry'
import { membership } from './membership'
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

/** Every table, as drizzle's client and drizzle-kit need them together. */
export const schema = {
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
