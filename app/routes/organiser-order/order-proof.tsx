import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Amount } from '~/app/components/organiser-money/amount'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { orderNumber } from '~/domain/order/order-number'
import { money } from '~/domain/shared/money'
import type { OrderPage, Refused } from './route'

/** The proof of a transfer beside what the bank has to show, and the organiser's word about it. */
export function ProofSection({ page, refused }: { page: OrderPage; refused: Refused }) {
  const { order, words, zone } = page
  const locale = useLocale()
  const to = useLocalePath()
  const { payment, actions } = order
  const mayConfirm = actions.includes('pay')
  if (order.way !== 'transfer' || !payment || !(mayConfirm || payment.hasProof)) return null
  const said = words.proof
  const number = orderNumber(order.number)
  const amount = formatMoney(money(payment.amountMinor), locale)
  const picture = to(`/orders/${order.id}/pictures/proof`)
  const own = refused && 'intent' in refused ? refused : null
  const isLate = order.state !== 'awaiting'
  return (
    <section className="proof">
      <h2>{isLate && mayConfirm ? said.late : said.title}</h2>
      <div className="two">
        {payment.hasProof ? (
          <a href={picture} target="_blank" rel="noopener">
            <img src={picture} alt={fill(said.alt, { number })} />
            <span>{said.whole}</span>
          </a>
        ) : (
          <p className="mut">{said.none}</p>
        )}
        <div className="word">
          <dl className="ledger">
            <div>
              <dt>{said.expected}</dt>
              <dd>
                <Amount minor={payment.amountMinor} /> · <bdi dir="ltr">{number}</bdi>
              </dd>
            </div>
            {payment.proofSentAt ? (
              <div>
                <dt>{said.sentAt}</dt>
                <dd>
                  {formatWeekday(payment.proofSentAt, locale, zone)},{' '}
                  {formatTime(payment.proofSentAt, locale, zone)}
                </dd>
              </div>
            ) : null}
          </dl>
          {payment.rejectedReason ? (
            <p className="mut">{fill(said.rejected, { reason: isolated(payment.rejectedReason, locale) })}</p>
          ) : null}
          {mayConfirm ? (
            <Form method="post" className="fields" replace>
              <p className="mut">{isLate ? said.lateHint : said.confirmHint}</p>
              <label className="tick">
                <input
                  type="checkbox"
                  name="tick"
                  value="yes"
                  aria-invalid={own?.intent === 'confirm' ? true : undefined}
                  aria-describedby={own?.intent === 'confirm' ? 'tick-problem' : undefined}
                />
                {fill(said.tick, { amount: isolated(amount, locale) })}
              </label>
              {own?.intent === 'confirm' ? (
                <p className="tick-problem" id="tick-problem">
                  {said.tickMissing}
                </p>
              ) : null}
              <button type="submit" name="intent" value="confirm" className="btn pri">
                {said.confirm}
              </button>
            </Form>
          ) : null}
          {actions.includes('reject-proof') ? (
            <details open={own?.intent === 'reject'}>
              <summary className="btn line">{said.reject}</summary>
              <Form method="post" className="fields" replace>
                <Field
                  id="reject-reason"
                  name="reason"
                  label={said.reason}
                  hint={said.reasonHint}
                  value={own?.intent === 'reject' ? own.typed.reason : ''}
                  problem={own?.intent === 'reject' ? said.reasonMissing : undefined}
                  rows={2}
                  maxLength={500}
                />
                <button type="submit" name="intent" value="reject" className="btn danger">
                  {said.reject}
                </button>
              </Form>
            </details>
          ) : null}
        </div>
      </div>
    </section>
  )
}
