import type { BusinessField, CertificateKind, TradeUnit } from './enums'
import { type HeldPaper, stillHolds } from './offer-papers'
import { READINESS_STEPS, type ReadinessStep } from './reason'

/** What is eaten or drunk as its maker packed it: it needs P-IRT or BPOM. */
const PROCESSED: ReadonlySet<BusinessField> = new Set([
  'makanan-olahan-nabati',
  'makanan-olahan-hewani',
  'minuman',
])
/** Besides these, what comes from animals that are slaughtered or milked; plants and fish as they grow don't. */
const HALAL: ReadonlySet<BusinessField> = new Set([...PROCESSED, 'peternakan'])
/** Goods of all other fields keep: a shelf life isn't asked of them. */
const SPOILS: ReadonlySet<BusinessField> = new Set([...HALAL, 'perikanan', 'pertanian'])
/** Sold by weight, by volume or by the hour: there is no package that could carry a barcode. */
const LOOSE: ReadonlySet<TradeUnit> = new Set(['kg', 'litre', 'hour'])

/** What decides which steps concern a product at all. */
export interface ReadinessKind {
  field: BusinessField
  unit: TradeUnit
}

/** What a product's row, its photographs and papers say of it, as far as readiness goes. */
export interface ReadinessFacts extends ReadinessKind {
  hasNib: boolean
  hasHalal: boolean
  /** Either of both. */
  hasPirtOrBpom: boolean
  hasBarcode: boolean
  shelfLifeDays: number | null
  photos: number
  monthlyCapacity: number | null
  /** How many price tiers are stated. */
  tiers: number
}

/** The steps that trade over a distance asks of such goods, in the order of READINESS_STEPS. */
export function askedSteps({ field, unit }: ReadinessKind): ReadinessStep[] {
  const isAsked: Partial<Record<ReadinessStep, boolean>> = {
    halal: HALAL.has(field),
    'pirt-bpom': PROCESSED.has(field),
    barcode: !LOOSE.has(unit) && field !== 'jasa',
    'shelf-life': SPOILS.has(field),
  }
  return READINESS_STEPS.filter((step) => isAsked[step] ?? true)
}

/** Of the steps that are asked, those that are done, in their order. */
export function readinessOf(facts: ReadinessFacts): ReadinessStep[] {
  const done: Record<ReadinessStep, boolean> = {
    nib: facts.hasNib,
    halal: facts.hasHalal,
    'pirt-bpom': facts.hasPirtOrBpom,
    barcode: facts.hasBarcode,
    'shelf-life': facts.shelfLifeDays !== null,
    photos: facts.photos > 0,
    capacity: facts.monthlyCapacity !== null,
    'price-tiers': facts.tiers > 0,
  }
  return askedSteps(facts).filter((step) => done[step])
}

/** What papers say that hold on `today` (ISO date), those of the product and of its whole booth. */
export function paperFacts(
  papers: readonly HeldPaper[],
  today: string,
): Pick<ReadinessFacts, 'hasNib' | 'hasHalal' | 'hasPirtOrBpom' | 'hasBarcode'> {
  const holds = (...kinds: CertificateKind[]) =>
    papers.some((paper) => kinds.includes(paper.kind) && stillHolds(paper, today))
  return {
    hasNib: holds('nib'),
    hasHalal: holds('halal'),
    hasPirtOrBpom: holds('pirt', 'bpom'),
    hasBarcode: holds('gs1'),
  }
}

/** 'ready': nothing is missing of what is asked; 'nearly': one step is. */
export const READINESS_LEVELS = ['ready', 'nearly'] as const
export type ReadinessLevel = (typeof READINESS_LEVELS)[number]

/** By which a buyer can search; null: more than one step is missing. */
export function readinessLevel(facts: ReadinessFacts): ReadinessLevel | null {
  return READINESS_LEVELS[askedSteps(facts).length - readinessOf(facts).length] ?? null
}
