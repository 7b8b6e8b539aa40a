import { EvidenceList } from '~/app/components/evidence-list'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatNumber, formatWeekday } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { money } from '~/domain/shared/money'
import type { OrderPage } from './route'

/** Each time that the bank asks money back: how it stands, what the pesantren says, and what to do about it. */
export function DisputeSection({ page: { order, words, zone } }: { page: OrderPage }) {
  const locale = useLocale()
  const said = words.dispute
  const { disputes } = order
  return disputes.map((dispute, at) => (
    <section key={dispute.id} className="dispute">
      <h2>
        {disputes.length > 1
          ? fill(said.count, { n: formatNumber(at + 1, locale), of: formatNumber(disputes.length, locale) })
          : said.title}
      </h2>
      <p>{fill(said.amount, { amount: formatMoney(money(dispute.amountMinor), locale) })}</p>
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
      <h3>{said.evidence}</h3>
      {dispute.evidence.length === 0 ? (
        <p className="mut">{said.none}</p>
      ) : (
        <EvidenceList orderId={order.id} evidence={dispute.evidence} picture={said.picture} zone={zone} />
      )}
    </section>
  ))
}
