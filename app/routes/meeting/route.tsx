import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answerMeeting } from '~/app/answer-meeting.server'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { MessageLog } from '~/app/components/message-log'
import { RememberZone } from '~/app/components/remember-zone'
import { SampleTag } from '~/app/components/sample-tag'
import { TwoClocks } from '~/app/components/two-clocks'
import { fillPlural } from '~/app/i18n/fill'
import { formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { meetingTitle } from '~/app/meeting-title'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { loadMeeting } from './load-meeting.server'
import { History, NeedFacts, Parties, Why } from './meeting-about'
import { MeetingAnswers, MeetingChanges } from './meeting-answers'
import { MeetingContact } from './meeting-contact'
import { AnswerRefused, EndedNote, MeetingNotes } from './meeting-notes'
import { MeetingOutcome } from './meeting-outcome'
import { MeetingSamples } from './meeting-samples'
import { MeetingStateTag } from './meeting-state-tag'
import { saveOutcome } from './save-outcome.server'
import './meeting.css'

export async function loader(args: LoaderFunctionArgs) {
  requireSignedIn(args.request, args.context)
  return loadMeeting(args)
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const meetingId = params.id ?? ''
  const form = await readForm(request)
  const done = (what: string, hash = '') =>
    redirect(`/${locale}/meetings/${encodeURIComponent(meetingId)}?done=${what}${hash}`, 303)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    if (form.get('intent') === 'outcome') {
      const saved = await saveOutcome(context.context, meetingId, form)
      if (saved.kind === 'told') return done('told')
      return data({ outcome: saved.answer, problem: null }, { status: saved.status })
    }
    const answered = await answerMeeting(context.context, meetingId, form)
    if ('done' in answered) return done(answered.done)
    return data({ outcome: null, problem: answered.problem }, { status: answered.status })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const locale = metaLocale(args)
  const title = args.data
    ? meetingTitle(args.data.meeting.agenda, locale, args.data.meeting.mySide)
    : 'OPOP Expo'
  const description = args.data?.words.metaDescription ?? title
  return pageMeta(args, { title, description, path: `/meetings/${args.params.id}`, noIndex: true })
}

export default function MeetingPage() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const locale = useLocale()
  const to = useLocalePath()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const answer = answered
  const { meeting, words, clocks, now, reader } = page
  const { startsAt, endsAt, actions } = meeting
  const counterpart =
    meeting.parties.find(({ side }) => side !== (meeting.mySide ?? 'guest')) ?? meeting.parties[0]
  const other = counterpart ? partyName(counterpart, locale) : ''
  const problem = answer?.problem ?? null
  const asksReader = actions.includes('accept') || actions.includes('accept-move')
  const told = page.meeting.outcomes.length > 0
  const telling = actions.includes('tell-outcome')
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
  const isForm = problem?.kind === 'reason-missing' || problem?.kind === 'too-long'
  return (
    <main id="main" className="wrap meeting-page">
      <RememberZone shown={reader.zone} />
      <p className="crumb">
        <Link to={to(meeting.mySide === 'host' ? '/studio/meetings' : '/meetings')}>
          <Icon name="arrow-left" /> {words.back}
        </Link>
      </p>
      <div className="row wrapx tags">
        <MeetingStateTag meeting={meeting} words={words} />
        {meeting.isSample ? <SampleTag /> : null}
      </div>
      <h1>{meetingTitle(meeting.agenda, locale, meeting.mySide)}</h1>
      <p className="mut">
        {`${formatWeekday(startsAt, locale, reader.zone)}${locale === 'ar' ? '،' : ','} ${fillPlural(words.minutes, minutes, locale)}`}
      </p>
      {problem && !isForm ? (
        <AnswerRefused page={page} problem={problem} other={other} />
      ) : (
        <MeetingNotes page={page} other={other} />
      )}
      <EndedNote page={page} other={other} />
      {telling && !told ? <MeetingOutcome page={page} answer={answer?.outcome ?? null} /> : null}
      <TwoClocks clocks={clocks} startsAt={startsAt} now={now} words={words.clocks} />
      <MeetingAnswers page={page} other={other} problem={problem} />
      <MeetingContact page={page} filled={!asksReader && !(telling && !told)} />
      {told || !telling ? <MeetingOutcome page={page} answer={answer?.outcome ?? null} /> : null}
      <MeetingSamples page={page} />
      <Parties page={page} />
      <Why page={page} />
      <NeedFacts page={page} />
      <MessageLog {...page.log} zone={reader.zone} />
      <History page={page} />
      <MeetingChanges page={page} other={other} problem={problem} />
    </main>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
