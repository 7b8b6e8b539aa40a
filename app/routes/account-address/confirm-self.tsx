import { Form, useNavigation } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { ConfirmationView } from '~/domain/account/read-confirmation.server'
import type { AddressAnswer } from './act.server'

interface ConfirmSelfProps {
  ways: ConfirmationView
  words: PageWords['me']['address']['sure']
  tooMany: PageWords['entering']['address']['tooMany']
  answer: AddressAnswer | null
  here: string
}

/** A session alone may be anybody at a phone that lies open: so it is asked who is there before an address changes. */
export function ConfirmSelf({ ways, words, tooMany, answer, here }: ConfirmSelfProps) {
  const locale = useLocale()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <section className="sure">
      {answer?.kind === 'unconfirmed' ? <Note tone="bad">{words.over}</Note> : null}
      {answer?.kind === 'wait' ? <Note tone="bad">{fillPlural(tooMany, answer.minutes, locale)}</Note> : null}
      <h2>{words.title}</h2>
      <p className="mut">{words.text}</p>
      {ways.hasPassword ? (
        <Form method="post" action={here} noValidate>
          <Field
            name="password"
            label={words.password}
            type="password"
            autoComplete="current-password"
            maxLength={128}
            value=""
            problem={answer?.kind === 'wrong-password' ? words.wrongPassword : undefined}
            required
            ltr
          />
          <button type="submit" name="intent" value="password" className="btn pri lg" disabled={isBusy}>
            {words.submit}
          </button>
        </Form>
      ) : null}
      {ways.canGetCode ? (
        <Form method="post" action={here}>
          <button
            type="submit"
            name="intent"
            value="own-code"
            className={ways.hasPassword ? 'btn line' : 'btn pri lg'}
            disabled={isBusy}
          >
            {ways.hasPassword ? words.codeInstead : words.sendCode}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
