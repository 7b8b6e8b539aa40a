import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Field, SelectField } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { money } from '~/domain/shared/money'
import { REFUND_REASONS } from '~/domain/shared/order-enums'
import type { OrderPage, Refused } from './route'

/** A refund in two steps: what it would be, then yes. Works without JavaScript. */
export function RefundSection({ page: { order, words }, refused }: { page: OrderPage; refused: Refused }) {
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.refund
  const question = useRef<HTMLHeadingElement>(null)
  const isAsked = refused?.kind === 'asks'
  // The button that led here has gone.
  useEffect(() => {
    if (isAsked) question.current?.focus()
  }, [isAsked])
  const leftMinor = order.paidMinor - order.refundedMinor
  if (leftMinor <= 0) return null
  if (!order.actions.includes('refund'))
    return order.dispute?.state === 'open' ? (
      <section>
        <h2>{said.title}</h2>
        <p className="mut">{said.disputed}</p>
      </section>
    ) : null
  const own = refused && 'intent' in refused && refused.intent === 'refund' ? refused : null
  const most = isolated(formatMoney(money(leftMinor), locale), locale)
  if (own?.kind === 'asks') {
    const amount = isolated(formatMoney(money(own.amountMinor ?? leftMinor), locale), locale)
    return (
      <section className="asks" id="refund">
        <h2 ref={question} tabIndex={-1}>
          {fill(said.confirmTitle, { amount })}
        </h2>
        <p>{order.way === 'card' ? said.confirmCard : said.confirmTransfer}</p>
        <Form method="post" replace>
          {(['amount', 'reason', 'note'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={own.typed[name]} />
          ))}
          <input type="hidden" name="sure" value="yes" />
          <p className="row wrapx">
            <button type="submit" name="intent" value="refund" className="btn danger">
              {fill(said.confirm, { amount })}
            </button>
            <Link className="btn quiet" to={to(`/organiser/orders/${order.id}`)} replace>
              {said.keep}
            </Link>
          </p>
        </Form>
      </section>
    )
  }
  return (
    <section id="refund">
      <details open={own !== null}>
        <summary className="btn line">{said.title}</summary>
        <Form method="post" className="fields" replace noValidate>
          <Field
            name="amount"
            label={said.amount}
            hint={fill(said.amountHint, { most })}
            value={own?.typed.amount ?? ''}
            problem={
              own?.problems.amount
                ? own.kind === 'too-much'
                  ? fill(words.tooMuch, { most })
                  : said.amountWrong
                : undefined
            }
            before="Rp"
            inputMode="numeric"
            maxLength={20}
            ltr
          />
          <SelectField
            name="reason"
            label={said.reason}
            value={own?.typed.reason ?? ''}
            empty={said.choose}
            problem={own?.problems.reason ? said.reasonMissing : undefined}
            options={REFUND_REASONS.filter((reason) => reason !== 'surplus').map((value) => ({
              value,
              label: words.refunds.reasons[value],
            }))}
          />
          <Field
            name="note"
            label={said.note}
            hint={said.noteHint}
            value={own?.typed.note ?? ''}
            rows={2}
            maxLength={500}
          />
          <button type="submit" name="intent" value="refund" className="btn">
            {said.check}
          </button>
        </Form>
      </details>
    </section>
  )
}
