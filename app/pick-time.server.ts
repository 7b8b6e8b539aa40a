import { redirect } from '@remix-run/node'
import { type BookMeetingInput, bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { Context } from '~/domain/shared/context'
import { isFormToken } from '~/domain/shared/form-id.server'
import type { Locale } from '~/domain/shared/locale'
import type { RefusedTime } from './refused-time'
import { run } from './run.server'

/**
 * Books or asks for a time. Leads to the meeting, or says why not, with an HTTP status.
 * @throws Response a redirect to the meeting, or to the need where it was closed meanwhile; refusals.
 */
export async function pickTime(
  context: Context,
  locale: Locale,
  input: BookMeetingInput,
): Promise<{ refused: RefusedTime; status: number }> {
  const token = isFormToken(input.token) ? input.token : context.newId()
  const outcome = await run(() => bookMeeting(context, { ...input, token })).catch((refusal: unknown) => {
    if (!(refusal instanceof Response)) throw refusal
    if (refusal.status === 409) throw redirect(`/${locale}/needs/${input.needId}`, 303)
    if (refusal.status !== 429) throw refusal
    const seconds = Number(refusal.headers.get('Retry-After') ?? 60)
    return { kind: 'wait' as const, minutes: Math.max(1, Math.ceil(seconds / 60)) }
  })
  const wish = { booth: input.boothSlug, product: input.productId, startsAt: input.startsAt }
  switch (outcome.kind) {
    case 'booked':
    case 'requested':
      throw redirect(`/${locale}/meetings/${outcome.meetingId}?new=${outcome.kind}`, 303)
    case 'existing':
      throw redirect(`/${locale}/meetings/${outcome.meetingId}?done=existing`, 303)
    case 'taken':
    case 'not-possible':
    case 'unverified':
      return { refused: { ...wish, ...outcome }, status: 409 }
    case 'wait':
      return { refused: { ...wish, ...outcome }, status: 429 }
    default:
      return { refused: { ...wish, kind: 'changed' }, status: 409 }
  }
}
