import type { Certification, TradeUnit } from './enums'
import type { Locale } from './locale'

/** What an offer is judged by, in the order in which a page tells it. */
export const CRITERIA = [
  'product',
  'volume',
  'price',
  'papers',
  'destination',
  'language',
  'readiness',
] as const
export type Criterion = (typeof CRITERIA)[number]

/** What can be missing for trade over a distance: which of them concern a product is in domain/shared/readiness.ts. */
export const READINESS_STEPS = [
  'nib',
  'halal',
  'pirt-bpom',
  'barcode',
  'shelf-life',
  'photos',
  'capacity',
  'price-tiers',
] as const
export type ReadinessStep = (typeof READINESS_STEPS)[number]

/**
 * Why an offer suits a need, or what it lacks, as a code with its figures; `app/match-sentences.ts` has
 * the sentences. 'good' speaks for it, 'short' against it, 'unknown' is not stated by the pesantren.
 * Money is in minor units of IDR for one unit, volumes in units a month.
 */
export type Reason =
  | { criterion: 'product'; tone: 'good'; code: 'product-named' }
  /** `missing`: words of the need that its name and description lack, at most three. */
  | { criterion: 'product'; tone: 'short'; code: 'product-partly-named'; missing: string[] }
  | { criterion: 'product'; tone: 'short'; code: 'product-same-field' }
  | {
      criterion: 'volume'
      tone: 'good'
      code: 'capacity-covers'
      free: number
      needed: number
      unit: TradeUnit
    }
  | {
      criterion: 'volume'
      tone: 'short'
      code: 'capacity-partly'
      free: number
      needed: number
      unit: TradeUnit
    }
  | {
      criterion: 'volume'
      tone: 'short'
      code: 'below-minimum'
      minimum: number
      needed: number
      unit: TradeUnit
    }
  | { criterion: 'volume'; tone: 'unknown'; code: 'capacity-unknown' }
  | {
      criterion: 'price'
      tone: 'good'
      code: 'price-below'
      priceMinor: number
      percent: number
      unit: TradeUnit
    }
  | { criterion: 'price'; tone: 'good'; code: 'price-at-target'; priceMinor: number; unit: TradeUnit }
  | {
      criterion: 'price'
      tone: 'short'
      code: 'price-above'
      priceMinor: number
      percent: number
      unit: TradeUnit
    }
  /** The need says no target. */
  | { criterion: 'price'; tone: 'good'; code: 'price-stated'; priceMinor: number; unit: TradeUnit }
  | { criterion: 'price'; tone: 'unknown'; code: 'price-unknown' }
  | { criterion: 'papers'; tone: 'good'; code: 'papers-verified'; papers: Certification[] }
  | { criterion: 'papers'; tone: 'good'; code: 'papers-declared'; papers: Certification[] }
  /** Asked for and there only as the pesantren's word, where the organiser's was asked for; or not there. */
  | { criterion: 'papers'; tone: 'short'; code: 'papers-missing'; papers: Certification[] }
  | { criterion: 'papers'; tone: 'unknown'; code: 'papers-none-stated' }
  | { criterion: 'destination'; tone: 'good'; code: 'same-regency' }
  | { criterion: 'destination'; tone: 'good'; code: 'same-province' }
  | { criterion: 'destination'; tone: 'good'; code: 'ships-in-indonesia' }
  | { criterion: 'destination'; tone: 'good'; code: 'has-exported' }
  | { criterion: 'destination'; tone: 'good'; code: 'export-terms'; incoterm: string; place: string }
  | { criterion: 'destination'; tone: 'short'; code: 'not-yet-exported' }
  /** Abroad, and neither a yes nor a no to having exported. */
  | { criterion: 'destination'; tone: 'unknown'; code: 'export-unknown' }
  | { criterion: 'language'; tone: 'good'; code: 'speaks'; language: Locale }
  | { criterion: 'language'; tone: 'short'; code: 'speaks-other'; language: Locale }
  | { criterion: 'language'; tone: 'unknown'; code: 'language-unknown' }
  | { criterion: 'readiness'; tone: 'good'; code: 'in-time'; leadTimeDays: number; daysLeft: number }
  | { criterion: 'readiness'; tone: 'short'; code: 'too-late'; leadTimeDays: number; daysLeft: number }
  /** The need says a day and the pesantren no lead time. */
  | { criterion: 'readiness'; tone: 'unknown'; code: 'lead-time-unknown'; daysLeft: number }
  | { criterion: 'readiness'; tone: 'good'; code: 'ready'; done: number; of: number }
  | {
      criterion: 'readiness'
      tone: 'short'
      code: 'not-ready'
      done: number
      of: number
      missing: ReadinessStep[]
    }
  /** What buyers who tried its sample said leans one way. Where it leans neither way it makes no difference, and isn't told. */
  | { criterion: 'readiness'; tone: 'good'; code: 'tried-pleased'; pleased: number; tried: number }
  | { criterion: 'readiness'; tone: 'short'; code: 'tried-disappointed'; disappointed: number; tried: number }

/** A hard rule that keeps an offer out, whatever else speaks for it. */
export const EXCLUSIONS = [
  /** Another unit than the need's, and none that can be reckoned into it. */
  'other-unit',
  /** All it can make is promised to others. */
  'capacity-taken',
  /** A paper that the need requires isn't there. */
  'paper-missing',
  /** Neither the field nor a word of the need. */
  'other-goods',
] as const
export type Exclusion = (typeof EXCLUSIONS)[number]
