import { FoundText } from '~/app/components/found-text'
import { Amount } from '~/app/components/organiser-money/amount'
import { formatNumber } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { localized } from '~/domain/shared/locale'
import type { OrderPage } from './route'

/** What was ordered, every line of the money, and what the buyer says of it. */
export function OrderLines({ page: { order, words } }: { page: OrderPage }) {
  const locale = useLocale()
  const said = words.lines
  const told = words.feedback
  const { feedback } = order
  return (
    <section>
      <h2>{said.title}</h2>
      <dl className="ledger sums">
        {order.lines.map((line) => {
          const name = localized(line.name, locale)
          const size = localized(line.size, locale)
          return (
            <div key={line.productId}>
              <dt>
                <bdi dir="ltr">{formatNumber(line.quantity, locale)} ×</bdi>{' '}
                {name ? <FoundText of={name} /> : null}
                {size ? (
                  <small>
                    <FoundText of={size} />
                  </small>
                ) : null}
              </dt>
              <dd>{line.lineMinor === 0 ? said.free : <Amount minor={line.lineMinor} />}</dd>
            </div>
          )
        })}
        <div>
          <dt>{said.shipping}</dt>
          <dd>{order.shippingMinor === 0 ? said.free : <Amount minor={order.shippingMinor} />}</dd>
        </div>
        <div className="total">
          <dt>{said.total}</dt>
          <dd>
            <Amount minor={order.totalMinor} />
          </dd>
        </div>
        {order.paidMinor > 0 ? (
          <div>
            <dt>{said.paid}</dt>
            <dd>
              <Amount minor={order.paidMinor} />
            </dd>
          </div>
        ) : null}
        {order.refundedMinor > 0 ? (
          <div>
            <dt>{said.refunded}</dt>
            <dd>
              <Amount minor={order.refundedMinor} />
            </dd>
          </div>
        ) : null}
      </dl>
      {feedback ? (
        <div className="told">
          <h2>{told.title}</h2>
          <dl className="ledger">
            <div>
              <dt>{told.quality}</dt>
              <dd>{told.qualities[feedback.quality]}</dd>
            </div>
            <div>
              <dt>{told.match}</dt>
              <dd>{told.matches[feedback.asDescribed]}</dd>
            </div>
            <div>
              <dt>{told.next}</dt>
              <dd>{told.nexts[feedback.next]}</dd>
            </div>
            {feedback.note ? (
              <div>
                <dt>{told.note}</dt>
                <dd>
                  <bdi>{feedback.note}</bdi>
                </dd>
              </div>
            ) : null}
          </dl>
          {feedback.isShared ? null : <p className="sm mut">{told.hidden}</p>}
        </div>
      ) : null}
    </section>
  )
}
