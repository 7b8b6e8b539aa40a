import type { Context } from '../shared/context'
import { changeMeeting } from './change-meeting.server'
import type { TimeOutcome } from './meeting-view'
import { refusedTime } from './refused-time.server'

/**
 * The side that was asked says yes: the meeting is booked, if both sides still have a free seat then.
 * @throws AppError as `changeMeeting`.
 */
export async function acceptMeeting(
  context: Context,
  { meetingId, version }: { meetingId: string; version: number },
): Promise<TimeOutcome> {
  const changed = await changeMeeting(context, { meetingId, version, decide: () => ({ kind: 'accept' }) })
  return changed.kind === 'done' ? { kind: 'booked', meetingId } : refusedTime(context, changed)
}
