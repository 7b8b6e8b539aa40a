import { Form } from '@remix-run/react'
import { Field, FieldNotes } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { money } from '~/domain/shared/money'
import type { PayoutPage, PayoutRefused } from './route'

/** What was transferred to a pesantren, never more than can be paid out now. */
export function PayoutForm({ page, refused }: { page: PayoutPage; refused: PayoutRefused }) {
  const { statement, words, today, token } = page
  const locale = useLocale()
  const said = words.form
  const { releasableMinor } = statement.owed
  const most = isolated(formatMoney(money(releasableMinor), locale), locale)
  const problem = (name: 'amount' | 'day' | 'reference' | 'proof') => {
    const code = refused?.problems[name]
    return code && fill(words.problems[code], { most })
  }
  return (
    <section>
      <h2>{words.record}</h2>
      <Form method="post" encType="multipart/form-data" className="fields" noValidate>
        <input type="hidden" name="token" value={refused?.typed.token || token} />
        <Field
          name="amount"
          label={said.amount}
          hint={fill(said.amountHint, { most })}
          value={refused?.typed.amount ?? ''}
          problem={problem('amount')}
          before="Rp"
          inputMode="numeric"
          maxLength={20}
          ltr
        />
        <Field
          name="day"
          type="date"
          label={said.day}
          value={refused?.typed.day ?? today}
          problem={problem('day')}
          max={today}
        />
        <Field
          name="reference"
          label={said.reference}
          value={refused?.typed.reference ?? ''}
          problem={problem('reference')}
          maxLength={120}
          ltr
        />
        <div className="fld">
          <label className="lab" htmlFor="field-proof">
            {said.proof}
          </label>
          <input
            id="field-proof"
            type="file"
            name="proof"
            accept="image/*"
            className={`in ${refused?.problems.proof ? 'err' : ''}`}
          />
          <FieldNotes id="field-proof" problem={problem('proof')} hint={said.proofHint} />
        </div>
        <label className="tick">
          <input
            type="checkbox"
            name="tick"
            value="yes"
            aria-invalid={refused?.problems.tick}
            aria-describedby={refused?.problems.tick ? 'tick-problem' : undefined}
          />
          {said.tick}
        </label>
        {refused?.problems.tick ? (
          <p className="tick-problem" id="tick-problem">
            {said.tickMissing}
          </p>
        ) : null}
        <button type="submit" className="btn pri">
          {said.save}
        </button>
      </Form>
    </section>
  )
}
