import type { Context } from '../shared/context'
import type { Changed } from './change-meeting.server'
import { freshTimes } from './fresh-times.server'
import type { TimeOutcome } from './meeting-view'

/** What a page is told where a change of time was not made, with times that are free now. */
export async function refusedTime(
  context: Context,
  changed: Exclude<Changed, { kind: 'done' }>,
): Promise<TimeOutcome> {
  if (changed.kind === 'changed') return changed
  const { hostId, guestId, wanted } = changed
  const fresh = await freshTimes(context, { hostId, guestId, near: wanted })
  return changed.kind === 'taken'
    ? { kind: 'taken', who: changed.who, fresh }
    : { kind: 'not-possible', why: changed.why, fresh }
}
