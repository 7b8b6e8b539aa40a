import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { OrderPageData } from './load-order.server'

/** How far it is: each step with its time, and how the parcel is followed. */
export function OrderProgress({ page: { order, words, zone } }: { page: OrderPageData }) {
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.way
  const isHanded = order.delivery === 'hand-over'
  const steps = [
    { label: said.steps.placed, at: order.createdAt },
    ...(order.way === 'free' ? [] : [{ label: said.steps.paid, at: order.paidAt }]),
    { label: said.steps.packed, at: order.packedAt },
    { label: isHanded ? said.steps.handed : said.steps.sent, at: order.sentAt },
    { label: said.steps.received, at: order.receivedAt },
  ]
  // What was sent without being packed first has been packed all the same.
  const last = steps.findLastIndex(({ at }) => at !== null)
  const isOver = order.state === 'cancelled' || order.state === 'lapsed'
  const shown = isOver ? steps.slice(0, last + 1) : steps
  return (
    <section>
      <h2>{said.title}</h2>
      <ol className="progress">
        {shown.map(({ label, at }, index) => (
          <li key={label} className={index <= last ? 'done' : ''}>
            <Icon name={index <= last ? 'circle-check' : 'circle-dashed'} />
            <b>{label}</b>
            {at ? (
              <time className="mut sm" dateTime={at.toISOString()}>
                {`${formatShortDay(at, locale, zone)} ${formatTime(at, locale, zone)}`}
              </time>
            ) : index > last ? (
              <span className="mut sm">{said.notYet}</span>
            ) : null}
          </li>
        ))}
        {isOver ? (
          <li className="ended">
            <Icon name="circle-x" />
            <b>{words.states[order.state]}</b>
            {order.endedAt ? (
              <time className="mut sm" dateTime={order.endedAt.toISOString()}>
                {`${formatShortDay(order.endedAt, locale, zone)} ${formatTime(order.endedAt, locale, zone)}`}
              </time>
            ) : null}
          </li>
        ) : null}
      </ol>
      {order.courier || order.trackingNumber ? (
        <Ledger>
          {order.courier ? (
            <Fact label={said.courier}>
              <bdi>{order.courier}</bdi>
            </Fact>
          ) : null}
          {order.trackingNumber ? (
            <Fact label={said.tracking}>
              <bdi dir="ltr">{order.trackingNumber}</bdi>
            </Fact>
          ) : null}
        </Ledger>
      ) : null}
      {order.hasParcelPhoto ? (
        <img
          className="parcel"
          src={to(`/orders/${order.id}/pictures/parcel`)}
          alt={said.parcel}
          loading="lazy"
        />
      ) : null}
    </section>
  )
}
