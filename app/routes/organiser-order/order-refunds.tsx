import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Amount } from '~/app/components/organiser-money/amount'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatShortDay } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { money } from '~/domain/shared/money'
import type { OrderPage, Refused } from './route'

const TONES = { wanted: 'warn', asked: 'warn', done: 'ok', failed: 'bad' } as const

/** What has gone back or is on its way, and the transfers that the organiser has to make. */
export function RefundList({ page: { order, words, zone }, refused }: { page: OrderPage; refused: Refused }) {
  const locale = useLocale()
  const said = words.refunds
  if (order.refunds.length === 0) return null
  // A failed one has to be made again only where its money must go back in any case.
  const hasEnded = order.state === 'cancelled' || order.state === 'lapsed'
  const own = refused && 'intent' in refused && refused.intent === 'settle' ? refused : null
  return (
    <section>
      <h2>{said.title}</h2>
      <ul className="money-rows">
        {order.refunds.map((refund) => (
          <li key={refund.id}>
            <div>
              <h3>
                <Amount minor={refund.amountMinor} />
              </h3>
              <p className="row wrapx tags">
                <span className={`tag ${TONES[refund.state]}`}>{said.states[refund.state]}</span>
                <span className="sm mut">
                  {said.reasons[refund.reason]} · {words.ways[refund.way]} ·{' '}
                  <time dateTime={refund.at.toISOString()}>{formatShortDay(refund.at, locale, zone)}</time>
                </span>
              </p>
              {refund.reference ? (
                <p className="sm">
                  {fill(said.referenceIs, { reference: isolated(refund.reference, locale) })}
                </p>
              ) : null}
              {refund.note ? (
                <p className="sm">
                  <bdi>{refund.note}</bdi>
                </p>
              ) : null}
              {refund.state === 'failed' ? <p className="sm">{said.failedHint}</p> : null}
            </div>
            {refund.state === 'failed' && (hasEnded || refund.isSurplus) ? (
              <Form method="post" replace>
                <input type="hidden" name="refundId" value={refund.id} />
                <button type="submit" name="intent" value="retry" className="btn">
                  {said.retry}
                </button>
              </Form>
            ) : null}
            {refund.state === 'wanted' && refund.way === 'transfer' ? (
              <Form method="post" className="fields settle" replace>
                <input type="hidden" name="refundId" value={refund.id} />
                <p>
                  <b>
                    {fill(said.settleTitle, {
                      amount: isolated(formatMoney(money(refund.amountMinor), locale), locale),
                    })}
                  </b>
                </p>
                <p className="mut">{said.settleHint}</p>
                <Field
                  id={`reference-${refund.id}`}
                  name="reference"
                  label={said.reference}
                  hint={said.referenceHint}
                  value={own?.typed.id === refund.id ? own.typed.reference : ''}
                  problem={own?.typed.id === refund.id ? said.referenceMissing : undefined}
                  maxLength={120}
                  ltr
                />
                <button type="submit" name="intent" value="settle" className="btn pri">
                  {said.settle}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
