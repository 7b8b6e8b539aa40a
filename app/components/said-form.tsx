import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { TEXT_LENGTH } from '~/domain/organisation/said-text'
import { Field } from './field'
import { Icon } from './icon'

interface SaidFormProps {
  /** What it opens with. */
  summary: string
  /** What the button is called, and does. */
  send: string
  intent: string
  /** What goes along unseen. */
  hidden: Readonly<Record<string, string | number>>
  /** Of the text. */
  id: string
  label: string
  hint?: string
  /** What was typed and couldn't be taken; null: nothing was. */
  refused: { text: string; problem: string | undefined } | null
  isGrave?: boolean
  /** Between the text and the button. */
  children?: ReactNode
}

/** What the organiser says to somebody with a reason: folded until it is wanted, open where it was refused. */
export function SaidForm({
  summary,
  send,
  intent,
  hidden,
  refused,
  isGrave,
  children,
  ...field
}: SaidFormProps) {
  return (
    <details open={refused ? true : undefined}>
      <summary className={isGrave ? 'bad-t' : undefined}>
        {summary}
        <Icon name="chevron-down" />
      </summary>
      <Form method="post" className="stack" noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          {...field}
          name="text"
          value={refused?.text ?? ''}
          problem={refused?.problem}
          maxLength={TEXT_LENGTH}
          rows={3}
          required
        />
        {children}
        <button type="submit" name="intent" value={intent} className={isGrave ? 'btn danger' : 'btn'}>
          {send}
        </button>
      </Form>
    </details>
  )
}
