import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill, fillPlural } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import type { MatchWords } from '~/app/match-sentences'
import { NOTE_LENGTH } from '~/domain/meeting/request-note'

type AskField = 'date' | 'time' | 'note'
export type AskProblems = Partial<Record<AskField, { code: keyof MatchWords['problems']; example?: string }>>

/** What was typed, and what is wrong with it. */
export interface AskAnswer {
  values: Record<AskField, string>
  problems: AskProblems
  /** Asked too often: minutes to wait. */
  minutes: number | null
}

/** Asks for a day and an hour that the pesantren has not published. */
export function AskForm({
  answer,
  zone,
  zoneLabel,
  product,
  token,
  today,
  exampleDay,
  filled,
  words,
}: {
  answer: AskAnswer | null
  /** IANA name of the zone that the hour is in. */
  zone: string
  /** The same for people: 'Dubai (UTC+4)'. */
  zoneLabel: string
  product: string | null
  token: string
  /** ISO date of the first day that can be asked for. */
  today: string
  /** ISO date for the sentence that says how to write one. */
  exampleDay: string
  filled: boolean
  words: MatchWords
}) {
  const locale = useLocale()
  const { meeting } = words
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (answer) box.current?.focus()
  }, [answer])
  const problem = (name: AskField) => {
    const found = answer?.problems[name]
    const fallback = name === 'date' ? exampleDay : '10:30'
    // Joined, so that no line ends within a date.
    const example = (found?.example ?? fallback).replaceAll('-', '\u2060-\u2060')
    return found && fill(words.problems[found.code], { example: `\u2066${example}\u2069` })
  }
  return (
    <Form method="post" className="ask" noValidate>
      {answer ? (
        // biome-ignore lint/a11y/noAutofocus: without JavaScript the answer is a new page, which should begin here.
        <p className="time-problem bad-t" role="alert" tabIndex={-1} ref={box} autoFocus>
          <Icon name="triangle-alert" />
          <span>
            {answer.minutes === null ? meeting.mend : fillPlural(words.tooMany, answer.minutes, locale)}
          </span>
        </p>
      ) : null}
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="product" value={product ?? ''} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="zone" value={zone} />
      <div className="two">
        <Field
          name="date"
          type="date"
          label={meeting.date}
          value={answer?.values.date ?? ''}
          problem={problem('date')}
          min={today}
          required
        />
        <Field
          name="time"
          type="time"
          label={meeting.time}
          hint={fill(meeting.timeZone, { zone: zoneLabel })}
          value={answer?.values.time ?? ''}
          problem={problem('time')}
          required
        />
      </div>
      <Field
        name="note"
        label={meeting.note}
        hint={meeting.noteHint}
        value={answer?.values.note ?? ''}
        problem={problem('note')}
        rows={3}
        maxLength={NOTE_LENGTH}
      />
      <button type="submit" className={`btn ${filled ? 'pri' : ''}`}>
        <Icon name="send" />
        {meeting.send}
      </button>
    </Form>
  )
}
