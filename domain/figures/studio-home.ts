import type { BoothState } from '../shared/enums'
import type { WeekChange } from './figures'

/** What the studio's first page tells of a booth. */
export interface StudioHome {
  slug: string
  boothState: BoothState
  /** Where it stands in the open hall; null: it has no place there. */
  pavilion: number | null
  /** Whether the reader may change it, or only read. */
  mayWrite: boolean
  goods: { published: number; drafts: number; hidden: number }
  /** Of booth and goods, those that visitors see. */
  photos: number
  /** `samples`: paid orders to pack and send. */
  waiting: { inquiries: number; requests: number; outcomes: number; samples: number }
  /** Meetings ahead. */
  upcoming: number
  week: WeekChange
  next: NextStep
}

export const NEXT_STEPS = [
  'asked-back',
  'add-product',
  'tell-story',
  'publish-booth',
  'answer-requests',
  'answer-inquiries',
  'publish-product',
  'prove-number',
  'add-photos',
  'open-times',
  'figures',
] as const
export type NextStep = (typeof NEXT_STEPS)[number]

export interface HomeFacts {
  boothState: BoothState
  goods: { published: number; drafts: number }
  hasStory: boolean
  /** Of the sample no number can be proved, and none is asked for. */
  needsNumber: boolean
  photos: number
  hasOpenTimes: boolean
  waiting: { inquiries: number; requests: number }
}

/**
 * The one thing that helps most now: what keeps visitors from the booth, then who waits for an answer, then what makes
 * the booth better.
 */
export function nextStep(facts: HomeFacts): NextStep {
  const { boothState, goods, waiting } = facts
  if (boothState === 'asked-back') return 'asked-back'
  if (boothState === 'making') {
    if (goods.published + goods.drafts === 0) return 'add-product'
    if (!facts.hasStory) return 'tell-story'
    if (goods.published === 0) return 'publish-product'
    return 'publish-booth'
  }
  // Somebody is waiting, and a request runs out.
  if (waiting.requests > 0) return 'answer-requests'
  if (waiting.inquiries > 0) return 'answer-inquiries'
  if (goods.published + goods.drafts === 0) return 'add-product'
  if (goods.published === 0) return 'publish-product'
  if (facts.needsNumber) return 'prove-number'
  if (facts.photos === 0) return 'add-photos'
  if (!facts.hasStory) return 'tell-story'
  if (!facts.hasOpenTimes) return 'open-times'
  return 'figures'
}
