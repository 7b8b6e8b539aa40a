import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { AskCodeOutcome } from '~/domain/account/ask-code.server'

export interface AskEmailAnswer {
  step: 'ask'
  email: string
  failed:
    | Extract<AskCodeOutcome, { kind: 'address' }>
    | { kind: 'too-many'; minutes: number }
    | { kind: 'unavailable' }
}

interface AskEmailProps {
  words: PageWords['entering']['newPassword']
  addressWords: PageWords['entering']['address']
  answer: AskEmailAnswer | null
}

/** The first step of a new password: to which e-mail the code goes. */
export function AskEmail({ words, addressWords, answer }: AskEmailProps) {
  const locale = useLocale()
  const { errors } = useWords()
  const failed = answer?.failed
  return (
    <>
      <p className="mut">{words.intro}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="ask" />
        {failed?.kind === 'too-many' ? (
          <Note tone="bad">{fillPlural(addressWords.tooMany, failed.minutes, locale)}</Note>
        ) : failed?.kind === 'unavailable' ? (
          <Note tone="bad">{errors.unavailable.title}</Note>
        ) : null}
        <Field
          name="email"
          label={addressWords.email}
          type="email"
          autoComplete="username"
          maxLength={254}
          value={answer?.email ?? ''}
          problem={failed?.kind === 'address' ? addressWords.problems[failed.problem] : undefined}
          required
          ltr
        />
        <button type="submit" className="btn pri lg">
          {words.send}
        </button>
      </Form>
    </>
  )
}
