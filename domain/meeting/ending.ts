import type { MeetingState } from '../shared/enums'

export interface EndingInput {
  meetingId: string
  /** The one that the page showed. */
  version: number
  /** As `joinReason` makes it. */
  reason: string | null
}

/** What a page is told after a change that asks for no time. */
export type EndingOutcome = { kind: 'done' } | { kind: 'changed'; state: MeetingState }

/** @throws RangeError for a change that was refused for its time: these changes take none. */
export function endingOf(
  changed: { kind: 'done' } | { kind: 'changed'; state: MeetingState } | { kind: 'taken' | 'not-possible' },
): EndingOutcome {
  if (changed.kind === 'done') return { kind: 'done' }
  if (changed.kind === 'changed') return changed
  throw new RangeError('a change without a time was refused for its time')
}

/** @throws RangeError when nothing was said. */
export function saidReason(reason: string): string {
  const said = reason.trim()
  if (!said) throw new RangeError('a reason is needed')
  return said
}
