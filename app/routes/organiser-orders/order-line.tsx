import { Link } from '@remix-run/react'
import { FoundText } from '~/app/components/found-text'
import { Amount } from '~/app/components/organiser-money/amount'
import { OrderStateTag } from '~/app/components/organiser-money/order-state-tag'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { partyName } from '~/app/party-name'
import { orderNumber } from '~/domain/order/order-number'
import type { OrderRow } from '~/domain/order/order-view'
import { localized } from '~/domain/shared/locale'
import type { OrdersPage } from './route'

/** One order of the list: what it is, whose, how far, and what it waits for. */
export function OrderLine({
  order,
  zone,
  words,
}: {
  order: OrderRow
  zone: string
  words: OrdersPage['words']
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const name = order.first && localized(order.first.name, locale)
  return (
    <li>
      <div>
        <h2>
          <Link to={to(`/organiser/orders/${order.id}`)}>
            <bdi dir="ltr">{orderNumber(order.number)}</bdi>
          </Link>
        </h2>
        {order.first && name ? (
          <p>
            <bdi dir="ltr">{formatNumber(order.first.quantity, locale)} ×</bdi> <FoundText of={name} />
            {order.moreLines > 0 ? ` ${fill(words.more.other, { count: order.moreLines })}` : null}
          </p>
        ) : null}
        <p className="sm mut">
          {words.from} <bdi>{partyName(order.booth, locale)}</bdi> {words.forBuyer}{' '}
          <bdi>{order.buyer.company ?? order.buyer.person ?? words.nobody}</bdi>
        </p>
        <p className="row wrapx tags">
          <OrderStateTag state={order.state} words={words.states} />
          {order.state === 'awaiting' && order.hasProof ? (
            <span className="tag warn">{words.hasProof}</span>
          ) : null}
          {order.isOverdue ? <span className="tag bad">{words.overdue}</span> : null}
          {order.dispute ? (
            <span className={`tag ${order.dispute === 'open' ? 'bad' : ''}`}>
              {words.disputes[order.dispute]}
            </span>
          ) : null}
          {order.hasFailedRefund ? <span className="tag bad">{words.refundFailed}</span> : null}
          {order.hasOpenRefund ? <span className="tag warn">{words.refundOpen}</span> : null}
        </p>
      </div>
      <p className="end sm mut">
        <b>
          <Amount minor={order.totalMinor} />
        </b>{' '}
        {words.ways[order.way]}
        {' · '}
        <time dateTime={order.createdAt.toISOString()}>{formatShortDay(order.createdAt, locale, zone)}</time>
      </p>
    </li>
  )
}
