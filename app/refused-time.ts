import type { Slot } from '~/domain/meeting/slots'

/** Why a wanted time came to nothing; what a page says in place, with times that are free now. */
export type RefusedTime = { booth: string; product: string | null; startsAt: Date } & (
  | { kind: 'taken'; who: 'them' | 'us'; fresh: Slot[] }
  | { kind: 'not-possible'; why: 'past' | 'too-soon' | 'too-far'; fresh: Slot[] }
  | { kind: 'changed' }
  /** Not verified yet: that many requests may wait for an answer. */
  | { kind: 'unverified'; most: number }
  /** Asked too often. */
  | { kind: 'wait'; minutes: number }
)
