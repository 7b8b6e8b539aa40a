import { Link } from '@remix-run/react'
import { Fact, Ledger } from '~/app/components/ledger'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { partyName } from '~/app/party-name'
import { PESANTREN_LEFT } from '~/domain/order/end-reason'
import type { OrderPage } from './route'

/** Whose order it is and where it goes. */
export function OrderFacts({ page: { order, words, zone, country } }: { page: OrderPage }) {
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.facts
  const time = (at: Date) => (
    <time dateTime={at.toISOString()}>
      {formatWeekday(at, locale, zone)}, {formatTime(at, locale, zone)}
    </time>
  )
  const { deliverTo, booth } = order
  return (
    <section>
      <h2>{said.title}</h2>
      <Ledger>
        <Fact label={said.booth}>
          {booth.slug ? (
            <Link to={to(`/booths/${booth.slug}`)}>
              <bdi>{partyName(booth, locale)}</bdi>
            </Link>
          ) : (
            <bdi>{partyName(booth, locale)}</bdi>
          )}
        </Fact>
        <Fact label={said.buyer}>
          <bdi>{order.buyer.person ?? words.nobody}</bdi>
        </Fact>
        {order.buyer.company ? (
          <Fact label={said.company}>
            <bdi>{order.buyer.company}</bdi>
          </Fact>
        ) : null}
        <Fact label={said.ordered}>{time(order.createdAt)}</Fact>
        {order.expiresAt && order.state === 'awaiting' ? (
          <Fact label={said.expires}>{time(order.expiresAt)}</Fact>
        ) : null}
        <Fact label={said.delivery}>{said.deliveries[order.delivery]}</Fact>
        {deliverTo ? (
          <Fact label={said.address}>
            <bdi className="address">
              {[
                deliverTo.name,
                deliverTo.street,
                [deliverTo.city, deliverTo.postcode].filter(Boolean).join(' '),
                country,
              ].join('\n')}
            </bdi>
          </Fact>
        ) : order.addressHidden && order.delivery === 'ship' ? (
          <Fact label={said.address}>
            <span className="mut">{said.hidden[order.addressHidden]}</span>
          </Fact>
        ) : null}
        {order.buyerPhone ? (
          <Fact label={said.phone}>
            <a href={`tel:${order.buyerPhone}`}>
              <bdi dir="ltr">{order.buyerPhone}</bdi>
            </a>
          </Fact>
        ) : null}
        {order.courier || order.trackingNumber ? (
          <Fact label={said.courier}>
            <bdi dir="ltr">{[order.courier, order.trackingNumber].filter(Boolean).join(' ')}</bdi>
          </Fact>
        ) : null}
        {order.hasParcelPhoto ? (
          <Fact label={said.parcel}>
            <a href={to(`/orders/${order.id}/pictures/parcel`)} target="_blank" rel="noopener">
              {words.proof.whole}
            </a>
          </Fact>
        ) : null}
        {order.buyerNote ? (
          <Fact label={said.note}>
            <bdi>{order.buyerNote}</bdi>
          </Fact>
        ) : null}
        {order.meetingId ? (
          <Fact label={said.meeting}>
            <Link to={to(`/meetings/${order.meetingId}`)}>{said.meetingLink}</Link>
          </Fact>
        ) : null}
        {order.endReason ? (
          <Fact label={said.ended}>
            {order.endReason === PESANTREN_LEFT ? said.pesantrenLeft : <bdi>{order.endReason}</bdi>}
          </Fact>
        ) : null}
      </Ledger>
    </section>
  )
}
