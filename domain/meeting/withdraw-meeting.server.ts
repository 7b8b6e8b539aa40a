import type { Context } from '../shared/context'
import { changeMeeting } from './change-meeting.server'
import { type EndingInput, type EndingOutcome, endingOf } from './ending'

/**
 * The side that asked takes its request back; a reason may be said.
 * @throws AppError as `changeMeeting`.
 */
export async function withdrawMeeting(
  context: Context,
  { meetingId, version, reason }: EndingInput,
): Promise<EndingOutcome> {
  return endingOf(
    await changeMeeting(context, {
      meetingId,
      version,
      reason: reason?.trim() || null,
      decide: () => ({ kind: 'withdraw' }),
    }),
  )
}
