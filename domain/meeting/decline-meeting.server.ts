import type { Context } from '../shared/context'
import { changeMeeting } from './change-meeting.server'
import { type EndingInput, type EndingOutcome, endingOf, saidReason } from './ending'

/**
 * The side that was asked says no, with a reason.
 * @throws AppError as `changeMeeting`; RangeError without a reason, which the form asks for.
 */
export async function declineMeeting(
  context: Context,
  { meetingId, version, reason }: EndingInput & { reason: string },
): Promise<EndingOutcome> {
  return endingOf(
    await changeMeeting(context, {
      meetingId,
      version,
      reason: saidReason(reason),
      decide: () => ({ kind: 'decline' }),
    }),
  )
}
