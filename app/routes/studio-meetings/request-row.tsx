import { Form } from '@remix-run/react'
import type { AnswerProblem } from '~/app/answer-meeting.server'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { MeetingLine, rowName } from '~/app/components/meeting-row'
import { Note } from '~/app/components/note'
import { TimeButton } from '~/app/components/time-button'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { REASON_LENGTH, reasonsFor } from '~/domain/meeting/end-reason'
import type { MeetingRow } from '~/domain/meeting/meeting-view'

interface RequestRowProps {
  row: MeetingRow
  zone: string
  words: PageWords['meetings']
  times: PageWords['match']['times']
  answer: Pick<
    PageWords['meeting'],
    'accept' | 'decline' | 'confirmDecline' | 'ownReason' | 'reasons' | 'problem'
  >
  mayAnswer: boolean
  /** Why the last answer to this request was not taken. */
  refused: AnswerProblem | null
}

/**
 * A request: one tap accepts, two decline (the second names the reason), one proposes a time that is free
 * where the asked one no longer is; all without leaving the list.
 */
export function RequestRow({ row, zone, words, times, answer, mayAnswer, refused }: RequestRowProps) {
  const locale = useLocale()
  const hidden = (intent: 'accept' | 'decline' | 'move') => (
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
          {refused.fresh && mayAnswer && row.waitsForMe ? (
            refused.fresh.length > 0 ? (
              <Form method="post" replace className="fresh">
                {hidden('move')}
                <p>{answer.problem.fresh}</p>
                <div className="times">
                  {refused.fresh.map(({ startsAt }) => (
                    <TimeButton
                      key={startsAt.toISOString()}
                      startsAt={startsAt}
                      zone={zone}
                      words={times}
                      asks
                      booth={rowName(row, locale)}
                    />
                  ))}
                </div>
              </Form>
            ) : (
              <p>{answer.problem.noneFresh}</p>
            )
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
