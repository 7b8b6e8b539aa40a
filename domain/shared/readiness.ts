import type { BusinessField } from './enums'
import { READINESS_STEPS, type ReadinessStep } from './reason'

/** Goods of these fields keep: a shelf life isn't asked of them. */
const KEEPS: ReadonlySet<BusinessField> = new Set(['konfeksi-fashion', 'kerajinan', 'jasa', 'elektronik'])

/** What a product's row and papers say of it, as far as readiness goes. */
export interface ReadinessFacts {
  field: BusinessField
  hasNib: boolean
  monthlyCapacity: number | null
  /** How many price tiers are stated. */
  tiers: number
  shelfLifeDays: number | null
  unitsPerCarton: number | null
  cartonKg: number | null
  hsCode: string | null
  hasBarcode: boolean
}

/** The steps that trade over a distance asks for and that are done, in the order of READINESS_STEPS. */
export function readinessOf(facts: ReadinessFacts): ReadinessStep[] {
  const done: Record<ReadinessStep, boolean> = {
    nib: facts.hasNib,
    capacity: facts.monthlyCapacity !== null,
    'price-tiers': facts.tiers > 0,
    'shelf-life': facts.shelfLifeDays !== null || KEEPS.has(facts.field),
    packing: facts.unitsPerCarton !== null && facts.cartonKg !== null,
    'hs-code': facts.hsCode !== null,
    barcode: facts.hasBarcode,
  }
  return READINESS_STEPS.filter((step) => done[step])
}
