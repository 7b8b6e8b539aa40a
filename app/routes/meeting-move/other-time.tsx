import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import type { PageWords } from '~/app/i18n/page-words.server'

export type OtherTimeAnswer = { values: { date: string; time: string } } & (
  | { problem: null; startsAt: Date }
  | { problem: 'date' | 'time' | 'skipped'; startsAt: null }
)

interface OtherTimeProps {
  words: PageWords['meeting']['moving']
  /** On whose clock, and who is asked. */
  hint: string
  zone: string
  /** ISO date. */
  today: string
  version: number
  answer: OtherTimeAnswer | null
}

/** A time that nobody has published: it is proposed. */
export function OtherTime({ words, hint, zone, today, version, answer }: OtherTimeProps) {
  const problem = answer?.problem
  return (
    <section className="other-time">
      <h2>{words.otherTitle}</h2>
      <p className="mut">{hint}</p>
      <Form method="post" replace noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="zone" value={zone} />
        <Field
          name="date"
          type="date"
          label={words.date}
          value={answer?.values.date ?? ''}
          problem={problem === 'date' ? words.dateMissing : undefined}
          min={today}
        />
        <Field
          name="time"
          type="time"
          label={words.time}
          value={answer?.values.time ?? ''}
          problem={
            problem === 'time' ? words.timeMissing : problem === 'skipped' ? words.timeSkipped : undefined
          }
        />
        <div>
          <button type="submit" className="btn">
            {words.propose}
          </button>
        </div>
      </Form>
    </section>
  )
}
