import type { BoothEventKind, BoothState } from '../shared/enums'

/** What keeps a booth from being handed in; the sentences are in `app/i18n`. */
export const HAND_IN_GAPS = ['not-verified', 'no-story', 'no-product'] as const
export type HandInGap = (typeof HAND_IN_GAPS)[number]

/** What a booth is looked at by, before it may be handed in. */
export interface HandInFacts {
  isVerified: boolean
  hasStory: boolean
  /** Products that are published, and so come before visitors together with the booth. */
  readyProducts: number
}

/** What a booth lacks before the organiser is asked to look at it; none: it may be handed in. */
export function handInGaps({ isVerified, hasStory, readyProducts }: HandInFacts): HandInGap[] {
  const gaps: HandInGap[] = []
  if (!hasStory) gaps.push('no-story')
  if (readyProducts === 0) gaps.push('no-product')
  if (!isVerified) gaps.push('not-verified')
  return gaps
}

export interface BoothStandingEvent {
  id: number
  kind: BoothEventKind
  text: string | null
  at: Date
}

/** Where a booth stands before its visitors, for its own people. */
export interface BoothStanding {
  slug: string
  state: BoothState
  isVerified: boolean
  /** What the organiser asked last, while it waits for an answer. */
  question: string | null
  gaps: HandInGap[]
  readyProducts: number
  /** Products that are still drafts. */
  drafts: number
  /** In the open hall; null: it has no place there (yet). */
  pavilion: number | null
  mayWrite: boolean
  /** The last event that the page shows, 0 for none: what is done is done about that. */
  seen: number
  /** The newest first, at most twenty. */
  history: BoothStandingEvent[]
}

/** Which tabs the organiser's list of booths has. */
export const BOOTH_QUEUES = ['handed-in', 'asked-back', 'making'] as const
export type BoothQueue = (typeof BOOTH_QUEUES)[number]

export interface BoothToSeeRow {
  organisationId: string
  slug: string
  name: string
  nameArabic: string | null
  isSample: boolean
  regency: { code: string; name: string } | null
  readyProducts: number
  since: Date
}

export interface BoothsToSee {
  rows: BoothToSeeRow[]
  page: number
  pages: number
  total: number
  counts: Record<BoothQueue, number>
}
