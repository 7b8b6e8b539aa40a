import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { AnswerProblem } from '~/app/answer-meeting.server'
import { Icon } from '~/app/components/icon'
import { ReasonFields } from '~/app/components/reason-fields'
import { fill } from '~/app/i18n/fill'
import { useLocalePath } from '~/app/i18n/use-words'
import type { EndingAction } from '~/domain/meeting/end-reason'
import type { MeetingPageData } from './load-meeting.server'
import { useTimeIn } from './meeting-notes'

interface AnswersProps {
  page: MeetingPageData
  other: string
  problem: AnswerProblem | null
}

/** What waits for the reader's word: a request, or another time. The one filled button of the page. */
export function MeetingAnswers({ page, other, problem }: AnswersProps) {
  const { meeting, words, reader, proposed } = page
  const timeIn = useTimeIn(reader.zone)
  const { actions, proposal, version } = meeting
  if (proposal && actions.includes('accept-move')) {
    return (
      <section className="asked">
        <h2>{fill(words.proposal.title, { name: other })}</h2>
        <div className="proposed-time">
          <b>{timeIn(proposal.startsAt)}</b>
          {proposed?.other ? (
            <p className="sm mut">
              {`${proposed.other.label}: `}
              <bdi>{proposed.other.range}</bdi>
              {proposed.other.day ? ` (${proposed.other.day})` : null}
            </p>
          ) : null}
        </div>
        <div className="answers">
          <AcceptButton intent="accept-move" version={version}>
            {words.proposal.accept}
          </AcceptButton>
          <Ending {...{ page, problem }} action="decline-move" note={declineMoveNote(page)} look="line">
            {words.proposal.decline}
          </Ending>
        </div>
      </section>
    )
  }
  const shown = proposal ? (
    <p>
      {fill(proposal.byMe ? words.proposal.mine : words.proposal.organiser, {
        time: timeIn(proposal.startsAt),
        name: proposal.byMe ? other : proposal.organisationName,
      })}
    </p>
  ) : null
  if (!actions.includes('accept') && !actions.includes('decline')) return shown
  return (
    <section className="asked">
      {shown}
      <div className="answers">
        {actions.includes('accept') ? (
          <AcceptButton intent="accept" version={version}>
            {fill(words.acceptTime, { time: timeIn(meeting.startsAt) })}
          </AcceptButton>
        ) : null}
        {actions.includes('decline') ? (
          <Ending
            {...{ page, problem }}
            action="decline"
            note={fill(words.declineNote, { name: other })}
            look="line"
          >
            {words.decline}
          </Ending>
        ) : null}
      </div>
    </section>
  )
}

function declineMoveNote({ meeting, words }: MeetingPageData): string {
  return meeting.state === 'requested' ? words.declineMoveNoteRequest : words.declineMoveNote
}

function AcceptButton({
  intent,
  version,
  children,
}: {
  intent: 'accept' | 'accept-move'
  version: number
  children: ReactNode
}) {
  return (
    <Form method="post" replace>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      <button type="submit" className="btn pri lg full">
        <Icon name="check" />
        {children}
      </button>
    </Form>
  )
}

/** Another time, and what takes a meeting back. */
export function MeetingChanges({ page, other, problem }: AnswersProps) {
  const { meeting, words } = page
  const to = useLocalePath()
  const { actions, id } = meeting
  return (
    <div className="changes">
      {actions.includes('move') ? (
        <Link className="btn quiet" to={to(`/meetings/${id}/move`)}>
          <Icon name="refresh-cw" />
          {words.move}
        </Link>
      ) : null}
      {actions.includes('withdraw') ? (
        <Ending
          {...{ page, problem }}
          action="withdraw"
          note={fill(words.withdrawNote, { name: other })}
          look="quiet danger"
        >
          {words.withdraw}
        </Ending>
      ) : null}
      {actions.includes('cancel') ? (
        <Ending
          {...{ page, problem }}
          action="cancel"
          note={fill(words.cancelNote, { name: other })}
          look="quiet danger"
        >
          {words.cancel}
        </Ending>
      ) : null}
    </div>
  )
}

const CONFIRM = {
  decline: 'confirmDecline',
  'decline-move': 'confirmDeclineMove',
  withdraw: 'confirmWithdraw',
  cancel: 'confirmCancel',
} as const satisfies Record<EndingAction, string>

/** Opens the question that stands before what can't be undone: who reads it, and why. */
function Ending({
  page: { meeting, words },
  action,
  note,
  look,
  problem,
  children,
}: {
  page: MeetingPageData
  action: EndingAction
  note: string
  look: string
  problem: AnswerProblem | null
  children: string
}) {
  if (!meeting.mySide) return null
  const own = problem?.intent === action ? problem : null
  const said = own?.kind === 'reason-missing' || own?.kind === 'too-long' ? own.kind : null
  return (
    <details className="answer-panel" open={own !== null}>
      <summary className={`btn ${look}`}>
        <Icon name="x" />
        {children}
      </summary>
      <Form method="post" replace>
        <p className="note">{note}</p>
        <input type="hidden" name="intent" value={action} />
        <input type="hidden" name="version" value={meeting.version} />
        <ReasonFields
          id={`reason-${action}`}
          action={action}
          side={meeting.mySide}
          words={words}
          problem={said ? words.problem[said] : undefined}
          code={own?.values.code}
          text={own?.values.text}
        />
        <div>
          <button type="submit" className="btn danger">
            {words[CONFIRM[action]]}
          </button>
        </div>
      </Form>
    </details>
  )
}
