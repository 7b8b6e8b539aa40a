import { Form, Link, useNavigation } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { PASSWORD_LENGTH } from '~/domain/account/password'
import type { AccountView } from '~/domain/account/read-account.server'
import type { AccountAnswer } from './act.server'

/** Another password for who knows the present one; who doesn't, or has none, gets a code to their e-mail. */
export function PasswordForm({
  account,
  answer,
  words,
}: {
  account: AccountView
  answer: AccountAnswer | null
  words: PageWords['me']['password']
}) {
  const isBusy = useNavigation().state !== 'idle'
  const to = useLocalePath()
  const problem = answer?.kind === 'password' ? answer.problem : null
  if (account.isShared) return null
  if (!account.hasPassword) {
    return (
      <section>
        <h2>{words.title}</h2>
        <p>{words.none}</p>
        {account.addresses.mail?.isProven ? (
          <p>
            <Link to={to('/sign-in/new-password')} className="btn line">
              {words.set}
            </Link>
          </p>
        ) : (
          <p className="mut">{words.needsMail}</p>
        )}
      </section>
    )
  }
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.has}</p>
      <details open={problem !== null}>
        <summary>{words.change}</summary>
        <Form method="post" noValidate preventScrollReset className="account-form">
          <Field
            name="present"
            label={words.present}
            type="password"
            autoComplete="current-password"
            maxLength={PASSWORD_LENGTH.most}
            value=""
            problem={problem === 'wrong' ? words.wrong : undefined}
            required
            ltr
          />
          <Field
            name="next"
            label={words.next}
            type="password"
            autoComplete="new-password"
            maxLength={PASSWORD_LENGTH.most}
            value=""
            hint={fill(words.hint, { least: PASSWORD_LENGTH.least })}
            problem={
              problem && problem !== 'wrong' ? fill(words.problems[problem], PASSWORD_LENGTH) : undefined
            }
            required
            ltr
          />
          <button type="submit" name="intent" value="password" className="btn line" disabled={isBusy}>
            {words.change}
          </button>
          <Link to={to('/sign-in/new-password')}>{words.forgotten}</Link>
        </Form>
      </details>
    </section>
  )
}
