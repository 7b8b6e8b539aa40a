import type { LoaderFunctionArgs } from '@remix-run/node'
import { readDone } from '~/app/answer-meeting.server'
import { countryName } from '~/app/country-names.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { inOrder, reasonSentence } from '~/app/match-sentences'
import { meetingClocks } from '~/app/meeting-clocks'
import { amountAMonth } from '~/app/meeting-title'
import { messageLogWords } from '~/app/message-log-words.server'
import { metaLocale } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readerZone } from '~/app/reader-zone'
import { run } from '~/app/run.server'
import { mayChat } from '~/domain/meeting/meeting-state'
import type { MeetingView } from '~/domain/meeting/meeting-view'
import { keptForPrayer } from '~/domain/meeting/prayer-times'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { readMeetingDraft } from '~/domain/meeting/read-meeting-draft.server'
import { epochDayOf } from '~/domain/meeting/zone-day'
import { readMessageLog } from '~/domain/message/read-message-log.server'
import { actingMembership, mayWrite } from '~/domain/shared/acting'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { regencyCoordinates } from '~/domain/shared/regency-coordinates'
import { agreedDone } from './agreed-done'
import { loadSamples } from './load-samples.server'

const HOUR_MS = 3_600_000

/** All that the page of a meeting shows. */
export async function loadMeeting({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const { actor, now } = context.context
  const meetingId = params.id ?? ''
  const meeting = await run(() => readMeeting(context.context, { meetingId }))
  const acting = actingMembership(actor)
  const writes = meeting.mySide !== null && acting !== null && mayWrite(acting)
  const draft =
    writes && mayChat(meeting.state)
      ? await run(() =>
          readMeetingDraft(context.context, {
            meetingId,
            locale,
            publicUrl: context.publicUrl,
            sayAmount: amountAMonth,
          }),
        )
      : null

  const log = await run(() => readMessageLog(context.context, { about: { kind: 'meeting', id: meetingId } }))
  const words = pageWords('meeting', locale)
  const query = new URL(request.url).searchParams
  const reader = readerZone(request.headers.get('cookie'), context.viewer?.timeZone)
  const others = meeting.parties
    .filter(({ organisationId }) => organisationId !== meeting.myOrganisationId)
    // The organiser reads along with the guest, whose clock differs more often.
    .sort((a, b) => Number(a.side === 'host') - Number(b.side === 'host'))
    .map(({ timeZone, kind }) => ({ timeZone, isPesantren: kind === 'pesantren' }))
  const match = pageWords('match', locale)
  const { destinationCountry, destinationPlace, reasons } = meeting.agenda
  const isNew = query.get('new')
  return {
    meeting,
    words,
    /** Of a button with a time. */
    times: match.times,
    now,
    clocks: meetingClocks(meeting, reader, others, prayersAbout(meeting), words, locale),
    /** The proposed time on the same two clocks. */
    proposed: meeting.proposal && meetingClocks(meeting.proposal, reader, others, [], words, locale),
    reader,
    samples: await loadSamples(context.context, meeting, locale),
    /** Who was told what of it. */
    log: { rows: log, words: messageLogWords(locale) },
    draft: draft && { text: draft.draft.seller, own: draft.draft.buyer, language: draft.language },
    /** Why they suit each other and what is missing, as sentences. */
    reasons: inOrder(reasons).map((reason) => ({
      tone: reason.tone,
      text: reasonSentence(reason, match, locale, meeting.mySide === 'guest' ? 'guest' : 'other'),
    })),
    destination: destinationCountry
      ? [destinationPlace && isolated(destinationPlace, locale), countryName(destinationCountry, locale)]
          .filter(Boolean)
          .join(locale === 'ar' ? '، ' : ', ')
      : destinationPlace,
    isNew: isNew === 'booked' || isNew === 'requested' ? isNew : null,
    done: agreedDone(readDone(query.get('done')), meeting),
  } as const
}

/** What is kept free for prayer near a meeting, where its pesantren is. */
function prayersAbout({ parties, startsAt, endsAt }: MeetingView) {
  const host = parties.find(({ kind }) => kind === 'pesantren')
  if (!host) return []
  const days = [startsAt.getTime() - 6 * HOUR_MS, endsAt.getTime() + 6 * HOUR_MS].map((instant) =>
    epochDayOf(instant, HALL_ZONE),
  )
  const place = regencyCoordinates(host.regency?.code ?? null)
  return [...new Set(days)].flatMap((day) => [...keptForPrayer(day, place)])
}

export type MeetingPageData = Awaited<ReturnType<typeof loadMeeting>>
