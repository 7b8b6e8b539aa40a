import { Link } from '@remix-run/react'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { formatMoney, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { OrderLineView } from '~/domain/order/order-view'
import { localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import type { OrderPageData } from './load-order.server'

/** What was ordered, what it cost, and where it goes. */
export function OrderFacts({ page: { order, words, checkout, about, address } }: { page: OrderPageData }) {
  const locale = useLocale()
  const to = useLocalePath()
  const amount = (minor: number) => (minor === 0 ? checkout.free : formatMoney(money(minor), locale))
  const isShipped = order.delivery === 'ship'
  return (
    <>
      <section>
        <h2>{words.what}</h2>
        <ul className="lines">
          {order.lines.map((line) => (
            <Line key={line.productId} line={line} amount={amount(line.lineMinor)} />
          ))}
        </ul>
        <dl className="sum">
          <div>
            <dt>
              {isShipped && order.zone
                ? checkout.shippingTo.replace('{zone}', checkout.zones[order.zone])
                : checkout.handOver}
            </dt>
            <dd>{amount(order.shippingMinor)}</dd>
          </div>
          <div className="total">
            <dt>{checkout.total}</dt>
            <dd>
              {amount(order.totalMinor)}
              {about ? <small className="mut">{about}</small> : null}
            </dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>{isShipped ? words.to : words.toMe}</h2>
        {address.length > 0 ? (
          <address>
            {address.map((line) => (
              <span key={line}>
                <bdi>{line}</bdi>
              </span>
            ))}
          </address>
        ) : null}
        {order.buyerNote ? (
          <p>
            <span className="mut sm">{words.noteTitle}</span>
            <br />
            <bdi>{order.buyerNote}</bdi>
          </p>
        ) : null}
        {order.meetingId ? (
          <p>
            {words.meeting}. <Link to={to(`/meetings/${order.meetingId}`)}>{words.openMeeting}</Link>
          </p>
        ) : null}
      </section>
    </>
  )
}

function Line({ line, amount }: { line: OrderLineView; amount: string }) {
  const locale = useLocale()
  const to = useLocalePath()
  const name = localized(line.name, locale) ?? { text: '', lang: 'id' as const }
  const size = localized(line.size, locale)
  return (
    <li>
      <span className="thumb">
        <Picture spec={line.drawing} />
      </span>
      <div>
        <b>
          {line.slug ? (
            <Link to={to(`/products/${line.slug}`)}>
              <FoundText of={name} />
            </Link>
          ) : (
            <FoundText of={name} />
          )}
        </b>
        <span className="mut sm">
          <bdi>{`${line.quantity} ×`}</bdi> {size ? <FoundText of={size} /> : null}
        </span>
      </div>
      <b className="nw">{amount}</b>
    </li>
  )
}

/** What goes back, and what the bank asks for. */
export function OrderMoneyBack({ page: { order, words } }: { page: OrderPageData }) {
  const locale = useLocale()
  const { refunds, dispute } = order
  if (refunds.length === 0 && !dispute) return null
  return (
    <section>
      <h2>{words.refunds.title}</h2>
      {refunds.map((refund) => (
        <p key={refund.id}>
          <b>{formatMoney(money(refund.amountMinor), locale)}</b>
          {` · ${words.refunds.states[refund.state]}`}
          <span className="mut sm line">{words.refunds[refund.way]}</span>
        </p>
      ))}
      {dispute ? <p>{words.dispute[dispute.state]}</p> : null}
    </section>
  )
}

/** Who did what, when. */
export function OrderHistory({ page: { order, words, zone } }: { page: OrderPageData }) {
  const locale = useLocale()
  return (
    <details className="history">
      <summary>
        <Icon name="chevron-down" />
        {words.way.history}
      </summary>
      <ol>
        {order.events.map((event) => (
          <li key={event.id}>
            <span>
              {words.events[event.kind]} <span className="mut">{words.by[event.by]}</span>
            </span>
            <time className="mut sm" dateTime={event.at.toISOString()}>
              {`${formatShortDay(event.at, locale, zone)} ${formatTime(event.at, locale, zone)}`}
            </time>
          </li>
        ))}
      </ol>
    </details>
  )
}
