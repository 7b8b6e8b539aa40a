import { Form, Link } from '@remix-run/react'
import type { AnswerProblem } from '~/app/answer-meeting.server'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { MeetingLine } from '~/app/components/meeting-row'
import { Note } from '~/app/components/note'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { REASON_LENGTH, reasonsFor } from '~/domain/meeting/end-reason'
import type { MeetingRow } from '~/domain/meeting/meeting-view'

interface RequestRowProps {
  row: MeetingRow
  zone: string
  words: PageWords['meetings']
  answer: Pick<
    PageWords['meeting'],
    'accept' | 'decline' | 'move' | 'confirmDecline' | 'ownReason' | 'reasons' | 'problem'
  >
  mayAnswer: boolean
  /** Why the last answer to this request was not taken. */
  refused: AnswerProblem | null
}

/** A request: one tap accepts, two decline (the second names the reason), all without leaving the list. */
export function RequestRow({ row, zone, words, answer, mayAnswer, refused }: RequestRowProps) {
  const to = useLocalePath()
  const hidden = (intent: 'accept' | 'decline') => (
    <>
      <input type="hidden" name="meeting" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="intent" value={intent} />
    </>
  )
  const declined = refused?.intent === 'decline' ? refused : null
  const said =
    declined?.kind === 'reason-missing' || declined?.kind === 'too-long'
      ? answer.problem[declined.kind]
      : null
  return (
    <li>
      <MeetingLine row={row} zone={zone} words={words} withSample={false} />
      {refused && !said ? (
        <Note tone="bad">
          <b>{answer.problem[refused.kind]}</b>
          {refused.fresh ? (
            <p>
              <Link to={to(`/meetings/${row.id}/move`)}>{answer.move}</Link>
            </p>
          ) : null}
        </Note>
      ) : null}
      {mayAnswer && row.waitsForMe ? (
        <div className="answers">
          <Form method="post" replace>
            {hidden('accept')}
            <button type="submit" className="btn pri">
              <Icon name="check" />
              {answer.accept}
            </button>
          </Form>
          <details className="answer-panel" open={said !== null}>
            <summary className="btn line">
              <Icon name="x" />
              {answer.decline}
            </summary>
            {/* Two forms: Enter in the field would press the first reason of a shared one. */}
            <div className="panel">
              <Form method="post" replace className="chips">
                {hidden('decline')}
                {reasonsFor('decline', 'host').map((reason) => (
                  <button key={reason} type="submit" name="code" value={reason} className="chip">
                    {answer.reasons[reason]}
                  </button>
                ))}
              </Form>
              <Form method="post" replace>
                {hidden('decline')}
                <Field
                  id={`reason-${row.id}`}
                  name="text"
                  label={answer.ownReason}
                  value={declined?.values.text ?? ''}
                  problem={said ?? undefined}
                  maxLength={REASON_LENGTH}
                />
                <button type="submit" className="btn danger">
                  {answer.confirmDecline}
                </button>
              </Form>
            </div>
          </details>
        </div>
      ) : null}
    </li>
  )
}
