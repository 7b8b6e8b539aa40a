import type { BusinessField, Certification, TradeUnit } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import type { Criterion, Exclusion, ReadinessStep, Reason } from '~/domain/shared/reason'
import type { VoiceCount } from '~/domain/shared/sample-voices'

/** What somebody looks for, as far as the matching needs to know. */
export interface Demand {
  field: BusinessField
  /** The goods in the company's own words, already cut into searchable words (see search/tokens). */
  words: readonly string[]
  /** Units a month, more than 0. */
  monthlyVolume: number
  unit: TradeUnit
  /** Highest price of one unit in minor units of IDR; null: not said. */
  targetPriceMinor: number | null
  /** Hard: without one of these there is no deal. */
  requiredPapers: readonly Certification[]
  destinationCountry: string
  destinationRegency: string | null
  destinationProvince: string | null
  language: Locale
  /** Days from now until the first delivery is needed; null: not said. */
  daysUntilNeeded: number | null
}

/** A product that may suit, with what its maker says of it; null: not stated. */
export interface Offer {
  /** The product's id: also the last tie-break, so that the order never depends on the input's. */
  id: string
  organisationId: string
  field: BusinessField
  /** Words of its name (all languages) and of its description, cut as the demand's. */
  nameWords: ReadonlySet<string>
  descriptionWords: ReadonlySet<string>
  unit: TradeUnit
  /** Net content of one unit, for reckoning packages into kg or litres. */
  netContent: { amount: number; unit: 'g' | 'kg' | 'ml' | 'l' | 'm' | 'cm' | 'piece' } | null
  monthlyCapacity: number | null
  promisedCapacity: number
  minimumOrder: number | null
  /** Unit price in minor units of IDR from a quantity upwards, ascending by quantity. */
  tiers: readonly { minimumQuantity: number; unitPriceMinor: number }[]
  /** Papers held and not run out; verified by the organiser, or only declared. */
  verifiedPapers: ReadonlySet<Certification>
  declaredPapers: ReadonlySet<Certification>
  regencyCode: string | null
  provinceCode: string | null
  hasExported: boolean | null
  incoterm: { code: string; place: string } | null
  languages: readonly Locale[] | null
  leadTimeDays: number | null
  readiness: ReadonlySet<ReadinessStep>
  /** What buyers who tried its sample said; null: nobody has. */
  voices: VoiceCount | null
}

/** One criterion's judgement: 0 (worst) to 1 (best), with the reason for it. */
export interface Judgement {
  criterion: Criterion
  share: number
  reasons: Reason[]
}

/** An offer that passed every hard rule, with its place's reasons. */
export interface RankedOffer {
  offer: Offer
  /** Sum over the criteria of weight × share, 0 to 100. */
  points: number
  judgements: Judgement[]
}

export interface Ranking {
  /** Best first; by points, then by what buyers who tried it said, then by id. */
  ranked: RankedOffer[]
  excluded: { offer: Offer; because: Exclusion; papers?: Certification[] }[]
}
