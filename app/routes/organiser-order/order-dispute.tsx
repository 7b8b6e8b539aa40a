import { fill } from '~/app/i18n/fill'
import { formatWeekday } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { OrderPage } from './route'

/** That the bank asks the money back, and what to do about it. */
export function DisputeSection({ page: { order, words, zone } }: { page: OrderPage }) {
  const locale = useLocale()
  const { dispute } = order
  if (!dispute) return null
  const said = words.dispute
  return (
    <section className="dispute">
      <h2>{said.title}</h2>
      {dispute.state === 'open' ? (
        <>
          {dispute.dueAt ? (
            <p>
              <b>{fill(said.due, { day: isolated(formatWeekday(dispute.dueAt, locale, zone), locale) })}</b>
            </p>
          ) : null}
          <ol className="steps">
            {said.open.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <p>{said[dispute.state]}</p>
      )}
    </section>
  )
}
