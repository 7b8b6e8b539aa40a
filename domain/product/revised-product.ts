import { PRODUCT_STATES, type ProductState } from '../shared/enums'
import type { ProductFields } from './product-fields'

/** What history keeps of a product: all that is said of it, and whether buyers saw it. */
export type RevisedProduct = ProductFields & { state: ProductState }

/** What a field says in a revision that was written before there was such a field. */
const UNSAID: Omit<RevisedProduct, 'name' | 'field' | 'kind' | 'unit' | 'state'> = {
  description: null,
  storage: null,
  netContent: null,
  netContentUnit: null,
  tiers: [],
  asksPrice: false,
  minimumOrder: null,
  orderMultiple: null,
  monthlyCapacity: null,
  promisedCapacity: 0,
  stock: null,
  leadTimeDays: null,
  madeToOrder: null,
  shelfLifeDays: null,
  unitsPerCarton: null,
  cartonKg: null,
  cartonCm: null,
  hsCode: null,
  incoterm: null,
  incotermPlace: null,
}

/**
 * For history: 'buyers ask' is no field of its own there, for it follows from prices and state, and would be said to
 * have changed with them.
 */
export function revisedProduct(fields: ProductFields, state: ProductState): object {
  const { asksPrice: _, ...kept } = fields
  return { ...kept, state }
}

/** A product as a revision has it, whatever this house wrote there and when. */
export function readRevised(kept: Readonly<Record<string, unknown>>): RevisedProduct {
  const known = { ...UNSAID, name: {}, field: 'perdagangan', kind: 'carton', unit: 'piece', ...kept }
  const state = PRODUCT_STATES.find((one) => one === kept.state) ?? 'draft'
  const fields = known as Omit<RevisedProduct, 'state'>
  return { ...fields, state, asksPrice: fields.tiers.length === 0 && state !== 'draft' }
}

/** Its fields alone. */
export function fieldsOfRevised({ state: _, ...fields }: RevisedProduct): ProductFields {
  return fields
}
