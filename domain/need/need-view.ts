import type { Slot } from '../meeting/slots'
import type { BusinessField, Certification, NeedState, TradeUnit } from '../shared/enums'
import type { Locale, LocalizedText } from '../shared/locale'
import type { Criterion, Exclusion, Reason } from '../shared/reason'
import type { ShelfPhoto } from '../shared/shelf'
import type { TimeBar, TimeReason } from '../shared/time-reason'

/** A need as its company (or the organiser) sees it. */
export interface NeedView {
  id: string
  version: number
  state: NeedState
  organisation: { id: string; name: string; isSample: boolean }
  field: BusinessField
  productWords: string
  /** The language that the words were written in. */
  locale: Locale
  /** Units a month. */
  monthlyVolume: number
  unit: TradeUnit
  /** Minor units of IDR for one unit. */
  targetPriceMinor: number | null
  requiredPapers: Certification[]
  /** ISO 3166-1 alpha-2. */
  destinationCountry: string
  destinationRegency: { code: string; name: string } | null
  destinationPlace: string | null
  language: Locale
  /** ISO date. */
  neededBy: string | null
  note: string | null
  /** The booth from whose page it was stated, and the product. */
  about: { boothSlug: string; boothName: string; productSlug: string | null } | null
  /** May the reader change and close it? The organiser may not. */
  isMine: boolean
  createdAt: Date
  closedAt: Date | null
}

/** A time with the reason for it; a `host` in the reason is the booth's name. */
export type ProposedSlot = Slot & { reason: TimeReason }

/** One offer in answer to a need. */
export interface MatchView {
  productId: string
  productSlug: string
  productName: LocalizedText
  drawing: string
  /** Its first photograph; left out: it has none. */
  photo?: ShelfPhoto
  unit: TradeUnit
  booth: {
    organisationId: string
    slug: string
    name: string
    nameArabic: string | null
    regency: { code: string; name: string } | null
  }
  /** 0 to 100: a sum of the criteria's; never shown without its reasons. */
  points: number
  byCriterion: { criterion: Criterion; points: number; most: number }[]
  reasons: Reason[]
  /** Units a month, in the need's unit. */
  free: number | null
  /** The booth from whose page the need was stated. */
  isAbout: boolean
  /** True: a tap on a time books it. False: a tap asks for it. */
  isInstant: boolean
  /** Up to three times that are free for both sides; the first is the proposal, the others alternatives. */
  times: ProposedSlot[]
  /** Why there is no time; null where there are some, or where none are looked for. */
  noTimes: TimeBar | null
  /** A meeting about this need with this booth that is requested or booked. */
  meeting: { id: string; state: 'requested' | 'booked'; startsAt: Date } | null
  isSample: boolean
}

/** Makers near each other who together can fill a need that none of them fills alone. */
export interface GroupView {
  members: {
    productId: string
    booth: MatchView['booth']
    /** Units a month, in the need's unit: what is free, and what of it this need would take. */
    free: number
    takes: number
  }[]
}

export interface MatchesView {
  matches: MatchView[]
  /** On the first page, where nobody fills the need alone; null: somebody does, or no group does. */
  group: GroupView | null
  /** From 1. */
  page: number
  pages: number
  total: number
  /** How many pesantren are left out, and why; the largest first. */
  left: { because: Exclusion; count: number; examples: { slug: string; name: string }[] }[]
}
