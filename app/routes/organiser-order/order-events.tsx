import { Amount } from '~/app/components/organiser-money/amount'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import type { OrderPage } from './route'

/** What happened to the order, the newest last. */
export function OrderEvents({ page: { order, words, zone } }: { page: OrderPage }) {
  const locale = useLocale()
  const said = words.events
  return (
    <section>
      <h2>{said.title}</h2>
      <ol className="money-rows events">
        {order.events.map((event) => (
          <li key={event.id}>
            <div>
              <p>
                <b>{said.kinds[event.kind]}</b>
                {typeof event.detail.amountMinor === 'number' && event.detail.amountMinor > 0 ? (
                  <>
                    {' '}
                    <Amount minor={event.detail.amountMinor} />
                  </>
                ) : null}
              </p>
            </div>
            <p className="end sm mut">
              {said.by[event.by]} ·{' '}
              <time dateTime={event.at.toISOString()}>
                {formatWeekday(event.at, locale, zone)}, {formatTime(event.at, locale, zone)}
              </time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
