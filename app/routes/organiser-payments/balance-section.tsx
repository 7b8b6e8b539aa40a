import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Amount } from '~/app/components/organiser-money/amount'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { money } from '~/domain/shared/money'
import { LEDGER_ACCOUNTS } from '~/domain/shared/order-enums'
import type { DeskRefused, PaymentsPage } from './route'

/** What the accounts hold, and what Stripe has sent to the bank since. */
export function BalanceSection({ page, refused }: { page: PaymentsPage; refused: DeskRefused }) {
  const { desk, words, today } = page
  const locale = useLocale()
  const said = words.balances
  const { move } = said
  const own = refused?.kind === 'move' ? refused : null
  const sum = LEDGER_ACCOUNTS.reduce((total, account) => total + desk.balances[account], 0)
  const problem = (name: 'amount' | 'reference' | 'day') => {
    const code = own?.problems[name]
    const most = isolated(formatMoney(money(own?.thereMinor ?? 0), locale), locale)
    return code && fill(move.problems[code], { most })
  }
  return (
    <section>
      <h2>{said.title}</h2>
      <p className="mut">{said.intro}</p>
      <dl className="ledger sums">
        {LEDGER_ACCOUNTS.map((account) => (
          <div key={account}>
            <dt>{said.accounts[account]}</dt>
            <dd>
              {/* What is owed stands below zero in the books; here it is said. */}
              <Amount
                minor={
                  account === 'pesantren' || account === 'losses'
                    ? 0 - desk.balances[account]
                    : desk.balances[account]
                }
              />
            </dd>
          </div>
        ))}
        <div className="total">
          <dt>{said.sum}</dt>
          <dd>
            <Amount minor={sum} />
          </dd>
        </div>
      </dl>
      {desk.balances.stripe > 0 || own ? (
        <details open={own !== null}>
          <summary className="btn line">{move.title}</summary>
          <Form method="post" className="fields" replace noValidate>
            <p className="mut">{move.hint}</p>
            <Field
              name="amount"
              label={move.amount}
              value={own?.typed.amount ?? ''}
              problem={problem('amount')}
              before="Rp"
              inputMode="decimal"
              maxLength={24}
              ltr
            />
            <Field
              name="day"
              type="date"
              label={move.day}
              value={own?.typed.day ?? today}
              problem={problem('day')}
              max={today}
            />
            <Field
              name="reference"
              label={move.reference}
              value={own?.typed.reference ?? ''}
              problem={problem('reference')}
              maxLength={120}
              ltr
            />
            <button type="submit" name="intent" value="move" className="btn">
              {move.save}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
