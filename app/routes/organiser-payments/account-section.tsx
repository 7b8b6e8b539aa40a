import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { ACCOUNT_FIELDS } from '~/domain/order/transfer-account'
import type { DeskRefused, PaymentsPage } from './route'

/** Where buyers transfer to, and the form that changes it. */
export function AccountSection({ page, refused }: { page: PaymentsPage; refused: DeskRefused }) {
  const { desk, words, zone } = page
  const locale = useLocale()
  const said = words.account
  const { account } = desk
  const own = refused?.kind === 'account' || refused?.kind === 'changed' ? refused : null
  const isUnticked = own?.kind === 'account' && own.isUnticked
  const time =
    account &&
    isolated(
      `${formatWeekday(account.updatedAt, locale, zone)} ${formatTime(account.updatedAt, locale, zone)}`,
      locale,
    )
  return (
    <section>
      <h2>{said.title}</h2>
      <p className="mut">{said.intro}</p>
      {account ? (
        <>
          <dl className="ledger">
            {ACCOUNT_FIELDS.map((name) => (
              <div key={name}>
                <dt>{said[name]}</dt>
                <dd>
                  <bdi dir="ltr">{account[name]}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <p className="sm mut">
            {desk.isSample ? `${said.sample} ` : null}
            {account.by
              ? fill(said.changedBy, { time: time ?? '', name: isolated(account.by, locale) })
              : fill(said.changedAt, { time: time ?? '' })}
          </p>
        </>
      ) : (
        <p>
          <b>{said.none}</b>
        </p>
      )}
      <details open={own !== null || !account}>
        <summary className="btn line">{said.edit}</summary>
        <Form method="post" className="fields" replace noValidate key={account?.version ?? 0}>
          <input type="hidden" name="seen" value={account?.version ?? 0} />
          {ACCOUNT_FIELDS.map((name) => {
            const problem = own?.kind === 'account' ? own.problems[name] : undefined
            return (
              <Field
                key={name}
                name={name}
                label={said[name]}
                value={own?.typed[name] ?? account?.[name] ?? ''}
                problem={problem && said.problems[problem]}
                maxLength={120}
                ltr={name === 'number'}
                {...(name === 'number' ? { inputMode: 'numeric' as const } : {})}
              />
            )
          })}
          <label className="tick">
            <input
              type="checkbox"
              name="tick"
              value="yes"
              aria-invalid={isUnticked ? true : undefined}
              aria-describedby={isUnticked ? 'account-tick-problem' : undefined}
            />
            {said.tick}
          </label>
          {isUnticked ? (
            <p className="tick-problem" id="account-tick-problem">
              {said.tickMissing}
            </p>
          ) : null}
          <button type="submit" name="intent" value="account" className="btn pri">
            {said.save}
          </button>
        </Form>
      </details>
    </section>
  )
}
