/**
 * Why a time is proposed, as a code with its figures; `app/time-sentences.ts` has the sentences. Instants are
 * milliseconds since 1970; `host` is whose proposal lies beside it, by the id that the caller gave.
 */
export type TimeReason =
  /** Next to a meeting that the reader has on that day, which begins at `at`. */
  | { code: 'after-meeting'; at: number }
  | { code: 'before-meeting'; at: number }
  /** The first of all times that are free for both. */
  | { code: 'first-free' }
  /** Next to the time that is proposed with another one. */
  | { code: 'after-proposal'; host: string }
  | { code: 'before-proposal'; host: string }
  /** On a day with a meeting, or with other proposals, of the reader's. */
  | { code: 'same-day-meeting' }
  | { code: 'same-day-proposals' }
  /** A day without the other times that are offered with this one. */
  | { code: 'another-day' }
  /** It has no other, so that it lies at the same time as what is proposed with another one. */
  | { code: 'only-time'; host: string }
  /** Nothing but that it is free for both. */
  | { code: 'free-for-both' }
export type TimeReasonCode = TimeReason['code']

/** What keeps two sides from having any time: the constraint that forbids most of them, by name. */
export const TIME_BARS = [
  /** The host has published no times. */
  'unpublished',
  /** Of its times, none lies within the weeks that can be looked at. */
  'closed',
  /** All of them are public holidays, or kept free for prayer. */
  'holiday',
  'prayer',
  /** All of them are too soon: within the notice that the host asks for. */
  'notice',
  /** The host's people are in other meetings. */
  'host-busy',
  /** The reader's people are in other meetings. */
  'guest-busy',
  /** They lie outside the open times that the reader itself has published. */
  'guest-closed',
] as const
export type TimeBar = (typeof TIME_BARS)[number]
