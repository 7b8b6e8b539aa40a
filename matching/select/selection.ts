import type { Criterion } from '~/domain/shared/reason'

/**
 * The selection's model: who should meet, before anybody asks when. Buyers have needs, sellers (pesantren)
 * may fit them, a meeting is of one buyer with one seller, or with a small group of them (pooling). All
 * points are whole hundredths of a point, so that sums are exact and do not depend on their order.
 */
export interface SelectionProblem {
  buyers: readonly SelectionParty[]
  sellers: readonly SelectionParty[]
  needs: readonly SelectionNeed[]
  candidates: CandidateTable
  wishes: readonly Wish[]
  rules: readonly GroupRule[]
  /** Ids of those who have met each other before. */
  met: readonly { buyer: string; seller: string }[]
  /** How many meetings can be held at once, for each slot of the timetable. */
  tables: readonly number[]
}

export interface SelectionParty {
  /** Different from all others of its side. */
  id: string
  /** Who it is: whoever both sells and buys is two parties of one organisation, and never meets itself. */
  organisationId: string
  /** `minimum` is kept as far as possible, `maximum` always. */
  quota: { minimum: number; maximum: number }
  /** People who can be in different meetings at a time. */
  seats: number
  /** Slots (of the timetable's numbers) in which it can't meet. */
  away: readonly number[]
  /** Has been at no meeting yet. */
  isNew: boolean
  /** Whether it may not stay without a meeting while others have more than one: every approved pesantren. */
  isFirstServed: boolean
  /** Names that group rules speak of. */
  groups: readonly string[]
  /** Degrees; null: not known, and then it is in no pooled meeting. */
  place: { latitude: number; longitude: number } | null
}

export interface SelectionNeed {
  id: string
  /** Index into `buyers`. */
  buyer: number
  /** Units a month. */
  volume: number
}

/**
 * Who fits which need, one row each, as columns of the same length: an event has up to millions of them.
 * A pair that fits several needs has several rows and at most one meeting, about the best of them.
 */
export interface CandidateTable {
  count: number
  /** Indexes into `buyers`, `sellers` and `needs`. */
  buyer: Int32Array
  seller: Int32Array
  need: Int32Array
  /** What the seller can deliver of the need, in the need's units a month; −1: not known. */
  supply: Float64Array
  /** Hundredths of points of the match page's criteria. */
  points: Record<Criterion, Int16Array>
}

export type Side = 'buyer' | 'seller'

/** By ids. 'never' is a hard rule; 'must' comes before every quota's minimum; 'nice' gives points. */
export interface Wish {
  from: Side
  buyer: string
  seller: string
  kind: 'must' | 'nice' | 'never'
}

/**
 * Who may meet whom: parties of `side` in group `who` meet only (or never) those of the other side in
 * group `whom`.
 */
export interface GroupRule {
  name: string
  side: Side
  who: string
  may: 'only' | 'never'
  whom: string
}

/** What keeps a pair apart whatever speaks for it, the first that holds. */
export const BARS = [
  /** Both are the same organisation. */
  'oneself',
  /** One of them wishes so. */
  'never',
  'group-rule',
  /** One of them has no free slot at all, or wants no meeting. */
  'unavailable',
  /** Both have free slots, and none at the same time. */
  'no-common-slot',
] as const
export type Bar = (typeof BARS)[number]

export interface SelectedMeeting {
  /** Index into `buyers`. */
  buyer: number
  /** Indexes into `sellers`, ascending by id; more than one in a pooled meeting. */
  sellers: readonly number[]
  /** Index into `needs`; −1: a wish without a need. */
  need: number
  /** Hundredths of points. */
  value: number
  /** One of them wished for it as a must. */
  isMust: boolean
}

/** Why somebody has fewer meetings than its minimum, or none. */
export type ShortReason =
  /** Fits no (further) need, and nobody wished for it. */
  | 'no-candidate'
  /** Its own free slots are fewer. */
  | 'own-time'
  /** Every candidate is barred; `bars` says by what. */
  | 'all-barred'
  /** Everybody it could still meet is full with meetings that come first or count more. */
  | 'partners-full'
  /** All tables are taken in all slots. */
  | 'places-full'
  /** Its last candidates leave no free slot together with what is chosen. */
  | 'slots-clash'
  /** Work was ended before the best selection was found. */
  | 'not-finished'

export interface ShortParty {
  side: Side
  /** Index into that side's parties. */
  party: number
  meetings: number
  /** What it should have: its minimum, at least 1 for those who are served first. */
  wanted: number
  because: ShortReason
  /** How many of its candidates each bar keeps away. */
  bars: Partial<Record<Bar, number>>
}

/** Something in the input that can't be meant; it was left out and the rest solved. */
export type InputProblem =
  | { code: 'duplicate-party'; side: Side; id: string }
  | { code: 'unknown-party'; side: Side; id: string }
  | { code: 'must-and-never'; buyer: string; seller: string }
  | { code: 'minimum-above-maximum'; side: Side; id: string }
  | { code: 'bad-candidate'; row: number }

export interface Selection {
  meetings: readonly SelectedMeeting[]
  /** Sum of the meetings' values, in hundredths of points. */
  value: number
  /** No selection with as many musts, as few without a meeting and as few short of a minimum has more. */
  bound: number
  /** The value is proved to be the best. */
  isProven: boolean
  /** Groups that could fill a need together and were not chosen: for the organiser to look at. */
  otherPools: readonly SelectedMeeting[]
  /** Whoever has fewer than it should, with the reason by name. */
  short: readonly ShortParty[]
  /** Wishes that something else keeps from being held: by ids. */
  missedMusts: readonly { buyer: string; seller: string; because: Bar | 'full' | 'slots-clash' }[]
  /** Tables over all slots that anybody can use. */
  places: number
  problems: readonly InputProblem[]
}

/** How good the best selection so far is, told while a selector goes on. */
export interface SelectionProgress {
  value: number
  bound: number
  /** (bound − value) / bound; 0 when nothing can be chosen. */
  gap: number
  /** The value can't be bettered. */
  proven: 'optimal' | null
  /** Nothing is left to try; a gap may be left. */
  isDone: boolean
  /** Steps of work since the start: the same problem and number of steps give the same selection. */
  steps: number
  /** Worked out when it is looked at (or sent to another thread). */
  readonly selection: Selection
}
