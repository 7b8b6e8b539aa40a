import type { Context } from '../shared/context'
import { changeMeeting } from './change-meeting.server'
import { type EndingInput, type EndingOutcome, endingOf, saidReason } from './ending'

/**
 * Either side calls a booked meeting off before it is over, with a reason. Its seats and place are free at once.
 * @throws AppError as `changeMeeting`; RangeError without a reason, which the form asks for.
 */
export async function cancelMeeting(
  context: Context,
  { meetingId, version, reason }: EndingInput & { reason: string },
): Promise<EndingOutcome> {
  return endingOf(
    await changeMeeting(context, {
      meetingId,
      version,
      reason: saidReason(reason),
      decide: () => ({ kind: 'cancel' }),
    }),
  )
}
