import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { answerMeeting } from '~/app/answer-meeting.server'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { RememberZone } from '~/app/components/remember-zone'
import { TimeButton } from '~/app/components/time-button'
import { fill } from '~/app/i18n/fill'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { cityName, offsetName } from '~/app/meeting-clocks'
import { meetingTitle } from '~/app/meeting-title'
import { todayIn } from '~/app/need-choices.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { findTimes } from '~/domain/meeting/find-times.server'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { OtherTime } from './other-time'
import { readOtherTime } from './other-time.server'
import './meeting-move.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const meetingId = params.id ?? ''
  const meeting = await run(() => readMeeting(context.context, { meetingId }))
  if (!meeting.actions.includes('move')) {
    throw redirect(`/${locale}/meetings/${encodeURIComponent(meetingId)}`)
  }
  const host = meeting.parties.find(({ side }) => side === 'host')
  const from = new URL(request.url).searchParams.get('from')
  const boothSlug = host?.boothSlug
  const week = boothSlug
    ? await run(() => findTimes(context.context, { boothSlug, needId: null, meetingId, from }))
    : null
  const words = pageWords('meeting', locale)
  const reader = readerZone(request.headers.get('cookie'), context.viewer?.timeZone)
  const counterpart = meeting.parties.find(({ side }) => side !== meeting.mySide)
  return {
    meeting: {
      id: meeting.id,
      version: meeting.version,
      state: meeting.state,
      agenda: meeting.agenda,
      startsAt: meeting.startsAt,
      mySide: meeting.mySide,
    },
    other: counterpart ? partyName(counterpart, locale) : '',
    week,
    reader,
    city: `${cityName(reader.zone, words, locale)} ${isolated(`(${offsetName(meeting.startsAt, reader.zone)})`, locale)}`,
    times: pageWords('match', locale).times,
    words: { ...words.moving, problem: words.problem },
    today: todayIn(reader.zone, context.context.now),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const meetingId = params.id ?? ''
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const typed = readOtherTime(form)
    if (typed?.problem) return data({ other: typed, refused: null }, { status: 400 })
    const sent = new FormData()
    for (const [name, value] of form) sent.append(name, value)
    if (typed) sent.set('startsAt', typed.startsAt.toISOString())
    sent.set('intent', 'move')
    const answered = await answerMeeting(context.context, meetingId, sent)
    if ('done' in answered) {
      return redirect(`/${locale}/meetings/${encodeURIComponent(meetingId)}?done=${answered.done}`, 303)
    }
    return data({ other: typed, refused: answered.problem }, { status: answered.status })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data?.words.title ?? 'OPOP Expo'
  return pageMeta(args, { title, description: title, path: '/meetings', noIndex: true })
}

export default function MoveMeeting() {
  const { meeting, other, week, reader, times, words, city, today } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const locale = useLocale()
  const to = useLocalePath()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const answer = answered
  const hidden = <input type="hidden" name="version" value={meeting.version} />
  // The guest takes a published time at once; everything else is a proposal.
  const asks = !(meeting.mySide === 'guest' && meeting.state === 'booked' && week?.isInstant)
  const button = (startsAt: Date, withDay: boolean) => (
    <TimeButton
      key={startsAt.toISOString()}
      startsAt={startsAt}
      zone={reader.zone}
      words={times}
      withDay={withDay}
      asks={asks}
      booth={other}
    />
  )
  const days = week?.days.filter(({ slots }) => slots.length > 0) ?? []
  const weekHref = (from: string) => `${to(`/meetings/${meeting.id}/move`)}?from=${from}`
  return (
    <main id="main" className="wrap move-page">
      <RememberZone shown={reader.zone} />
      <p className="crumb">
        <Link to={to(`/meetings/${meeting.id}`)}>
          <Icon name="arrow-left" /> {words.back}
        </Link>
      </p>
      <h1>{words.title}</h1>
      <p className="mut">
        {meetingTitle(meeting.agenda, locale, meeting.mySide)}
        <br />
        {fill(words.now, {
          time: `${formatWeekday(meeting.startsAt, locale, reader.zone)}${locale === 'ar' ? '،' : ','} ${isolated(formatTime(meeting.startsAt, locale, reader.zone), locale)}`,
        })}
      </p>
      {answer?.refused ? (
        <Note tone="bad">
          <b>{words.problem[answer.refused.kind]}</b>
          {answer.refused.fresh?.length ? (
            <Form method="post" replace className="fresh">
              {hidden}
              <p>{words.problem.fresh}</p>
              <div className="times">
                {answer.refused.fresh.map(({ startsAt }) => button(startsAt, true))}
              </div>
            </Form>
          ) : null}
        </Note>
      ) : null}
      {week ? (
        <section>
          <p>{asks ? fill(words.asks, { name: other }) : words.instant}</p>
          <Form method="post" replace className="week">
            {hidden}
            {days.length === 0 ? <p className="mut">{words.none}</p> : null}
            {days.map(({ day, slots }) => (
              <div key={day} className="day">
                <h2>{slots[0] ? formatWeekday(slots[0].startsAt, locale, reader.zone) : null}</h2>
                <div className="times">{slots.map(({ startsAt }) => button(startsAt, false))}</div>
              </div>
            ))}
          </Form>
          <p className="weeks">
            {week.previousFrom ? (
              <Link className="btn line s" to={weekHref(week.previousFrom)}>
                <Icon name="chevron-left" />
                {words.earlier}
              </Link>
            ) : null}
            {week.nextFrom ? (
              <Link className="btn line s next" to={weekHref(week.nextFrom)}>
                {words.later}
                <Icon name="chevron-right" />
              </Link>
            ) : null}
          </p>
        </section>
      ) : (
        <p>{fill(words.noneAtAll, { name: other })}</p>
      )}
      <OtherTime
        words={words}
        hint={fill(words.otherHint, { city, name: other })}
        zone={reader.zone}
        today={today}
        version={meeting.version}
        answer={answer?.other ?? null}
      />
    </main>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
