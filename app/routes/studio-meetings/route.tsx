import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answerMeeting, readDone } from '~/app/answer-meeting.server'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { MeetingLine, rowName } from '~/app/components/meeting-row'
import { Note } from '~/app/components/note'
import { RememberZone } from '~/app/components/remember-zone'
import { StudioNav } from '~/app/components/studio-nav'
import { fill, fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { cityName, offsetName } from '~/app/meeting-clocks'
import { meetingGoods } from '~/app/meeting-title'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listMeetings } from '~/domain/meeting/list-meetings.server'
import type { MeetingRow } from '~/domain/meeting/meeting-view'
import { actingMembership, mayWrite } from '~/domain/shared/acting'
import { byDay } from './by-day'
import { RequestRow } from './request-row'
import '~/app/components/reason-fields.css'
import './studio-meetings.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const acting = actingMembership(context.context.actor)
  if (acting?.organisationKind !== 'pesantren') {
    // Companies and the organiser have their meetings elsewhere.
    throw acting
      ? redirect(`/${locale}/meetings`)
      : Response.json({ code: 'forbidden' }, { status: 403, headers: { 'Cache-Control': 'no-store' } })
  }
  const [requests, upcoming, toTell] = await run(() =>
    Promise.all([
      listMeetings(context.context, { tab: 'requests', page: 1 }),
      listMeetings(context.context, { tab: 'upcoming', page: 1 }),
      listMeetings(context.context, { tab: 'to-tell', page: 1 }),
    ]),
  )
  const { viewer } = context
  const reader = readerZone(request.headers.get('cookie'), viewer?.timeZone)
  const { now } = context.context
  const query = new URL(request.url).searchParams
  const { reasons, ownReason, confirmDecline, accept, decline, done, problem, state } = pageWords(
    'meeting',
    locale,
  )
  return {
    requests: requests.rows,
    upcoming: upcoming.rows,
    toTell: toTell.rows,
    counts: requests.counts,
    mayAnswer: mayWrite(acting),
    reader,
    city: cityName(reader.zone, pageWords('meeting', locale), locale),
    offset: isolated(offsetName(now, reader.zone), locale),
    now,
    done: readDone(query.get('done')),
    doneMeeting: query.get('meeting'),
    words: pageWords('meetings', locale),
    booth: viewer?.organisations.find(({ id }) => id === viewer.organisationId) ?? null,
    nav: pageWords('studioProducts', locale).nav,
    times: pageWords('match', locale).times,
    answer: { reasons, ownReason, confirmDecline, accept, decline, done, problem, state },
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const meetingId = String(form.get('meeting') ?? '')
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const answered = await answerMeeting(context.context, meetingId, form)
    if ('done' in answered) {
      const query = new URLSearchParams({ done: answered.done, meeting: meetingId })
      return redirect(`/${locale}/studio/meetings?${query}`, 303)
    }
    return data({ ...answered.problem, meetingId }, { status: answered.status })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data?.words.studio.title ?? 'OPOP Expo'
  return pageMeta(args, { title, description: title, path: '/studio/meetings', noIndex: true })
}

export default function StudioMeetings() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  const { requests, upcoming, toTell, counts, mayAnswer, reader, now, words, nav, answer } = page
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const refused = answered
  const said = words.studio
  const isEmpty = requests.length + upcoming.length + toTell.length === 0
  const waiting = requests.filter(({ waitsForMe }) => waitsForMe).length
  return (
    <>
      <StudioNav current="meetings" words={nav} booth={page.booth} />
      <main id="main" className="wrap studio-meetings">
        <RememberZone shown={reader.zone} />
        <h1>{said.title}</h1>
        <AnswerNote page={page} />
        {refused && !requests.some(({ id }) => id === refused.meetingId) ? (
          <Note tone="bad">{answer.problem[refused.kind]}</Note>
        ) : null}
        {mayAnswer ? null : <p className="mut">{said.readOnly}</p>}
        {isEmpty ? (
          <EmptyShelf title={said.emptyTitle}>
            <p className="mut">{said.emptyText}</p>
            {mayAnswer ? (
              <p>
                <Link className="btn pri" to={to('/studio/open-times')}>
                  {said.openTimes}
                </Link>
              </p>
            ) : null}
          </EmptyShelf>
        ) : (
          <>
            <p className="sm mut">{fill(words.timesIn, { city: page.city, offset: page.offset })}</p>
            <section>
              <div className="sec-h">
                <h2>{said.requests}</h2>
                {waiting > 0 ? (
                  <span className="mut sm">{fillPlural(said.waiting, waiting, locale)}</span>
                ) : null}
              </div>
              {requests.length === 0 ? <p className="mut">{said.noRequests}</p> : null}
              <ul className="meeting-list requests">
                {requests.map((row) => (
                  <RequestRow
                    key={row.id}
                    row={row}
                    zone={reader.zone}
                    words={words}
                    times={page.times}
                    answer={answer}
                    mayAnswer={mayAnswer}
                    refused={refused?.meetingId === row.id ? refused : null}
                  />
                ))}
              </ul>
              {counts.requests > requests.length ? (
                <p>
                  <Link to={`${to('/meetings')}?tab=requests&page=2`}>{said.all}</Link>
                </p>
              ) : null}
            </section>
            <section>
              <h2>{said.upcoming}</h2>
              {upcoming.length === 0 ? <p className="mut">{said.noUpcoming}</p> : null}
              {byDay(upcoming, now, reader.zone, locale).map(({ day, near, rows }) => (
                <div key={day}>
                  <h3 className="day-h">{near ? `${said[near]}, ${day}` : day}</h3>
                  <List {...{ rows, words }} zone={reader.zone} withDay={false} />
                </div>
              ))}
              {counts.upcoming > upcoming.length ? (
                <p>
                  <Link to={`${to('/meetings')}?tab=upcoming&page=2`}>{said.moreUpcoming}</Link>
                </p>
              ) : null}
            </section>
            {toTell.length > 0 ? (
              <section>
                <h2>{said.past}</h2>
                <List rows={toTell} words={words} zone={reader.zone} />
              </section>
            ) : null}
            <p className="row wrapx">
              {mayAnswer ? (
                <Link className="btn" to={to('/studio/open-times')}>
                  <Icon name="calendar-days" />
                  {said.openTimes}
                </Link>
              ) : null}
              <Link className="btn quiet" to={`${to('/meetings')}?tab=past`}>
                {said.all}
              </Link>
            </p>
          </>
        )}
      </main>
    </>
  )
}

function List({
  rows,
  words,
  zone,
  withDay = true,
}: {
  rows: readonly MeetingRow[]
  words: ReturnType<typeof useLoaderData<typeof loader>>['words']
  zone: string
  withDay?: boolean
}) {
  return (
    <ul className="meeting-list">
      {rows.map((row) => (
        <li key={row.id}>
          <MeetingLine row={row} zone={zone} words={words} withDay={withDay} withSample={false} />
        </li>
      ))}
    </ul>
  )
}

/** What was just answered, with a way to its page: nobody is told automatically yet. */
function AnswerNote({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { done, doneMeeting, upcoming, requests, words, answer } = page
  const locale = useLocale()
  const to = useLocalePath()
  if (!done || !doneMeeting) return null
  const row = [...upcoming, ...requests].find(({ id }) => id === doneMeeting)
  const name = row ? rowName(row, locale) : null
  const sentence =
    row && name && done === 'accepted'
      ? fill(words.studio.accepted, { goods: isolated(meetingGoods(row, locale, 'host'), locale), name })
      : done === 'declined'
        ? words.studio.declined
        : done === 'proposed'
          ? name
            ? fill(answer.done['proposed-request'], { name })
            : answer.done.proposed
          : null
  if (!sentence) return null
  return (
    <Note tone="ok">
      <b>{sentence}</b>
      <p>
        {name ? `${fill(answer.done.tellThem, { name })} ` : ''}
        <Link to={to(`/meetings/${doneMeeting}`)}>{words.studio.details}</Link>
      </p>
    </Note>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
