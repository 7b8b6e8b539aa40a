import type { Context } from '../shared/context'
import { changeMeeting } from './change-meeting.server'
import type { TimeOutcome } from './meeting-view'
import { refusedTime } from './refused-time.server'

/**
 * The answer to a proposed time. A yes moves the meeting there, or books a request at it, if both sides still
 * have a free seat then; a no leaves everything as it is.
 * @throws AppError as `changeMeeting`.
 */
export async function answerMove(
  context: Context,
  {
    meetingId,
    version,
    accept,
    reason,
  }: { meetingId: string; version: number; accept: boolean; reason: string | null },
): Promise<TimeOutcome | { kind: 'done' }> {
  const changed = await changeMeeting(context, {
    meetingId,
    version,
    reason: accept ? null : reason?.trim() || null,
    decide: () => ({ kind: accept ? 'accept-move' : 'decline-move' }),
  })
  if (changed.kind !== 'done') return refusedTime(context, changed)
  if (!accept) return { kind: 'done' }
  return changed.step.event === 'moved' ? { kind: 'moved' } : { kind: 'booked', meetingId }
}
