import { Link } from '@remix-run/react'
import { Amount } from '~/app/components/organiser-money/amount'
import { fill } from '~/app/i18n/fill'
import { formatShortDay } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { monthName } from '~/app/month-name'
import { isolated } from '~/app/party-name'
import { orderNumber } from '~/domain/order/order-number'
import type { PayoutPage } from './route'

/** The month of the pesantren's statement, as the pesantren reads it too. */
export function StatementLines({ page: { statement, words, zone } }: { page: PayoutPage }) {
  const locale = useLocale()
  const to = useLocalePath()
  const { lines, month, months, organisation } = statement
  return (
    <section>
      <h2>
        {words.statement}: {monthName(month, locale)}
      </h2>
      <p className="row wrapx months">
        {months
          .filter((one) => one !== month)
          .map((one) => (
            <Link key={one} to={to(`/organiser/payouts/${organisation.id}?month=${one}`)}>
              {monthName(one, locale)}
            </Link>
          ))}
      </p>
      {lines.length === 0 ? <p className="mut">{words.noLines}</p> : null}
      <ol className="money-rows">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.at.toISOString()} ${line.balanceMinor}`}>
            <div>
              <p>
                <b>{words.kinds[line.kind]}</b>{' '}
                {line.orderId && line.orderNumber !== null ? (
                  <Link to={to(`/organiser/orders/${line.orderId}`)}>
                    <bdi dir="ltr">{orderNumber(line.orderNumber)}</bdi>
                  </Link>
                ) : null}
              </p>
              <p className="sm mut">
                <time dateTime={line.at.toISOString()}>{formatShortDay(line.at, locale, zone)}</time>
                {line.payout ? (
                  <>
                    {' · '}
                    {fill(words.ref, { reference: isolated(line.payout.reference, locale) })}
                    {line.payout.hasProof ? (
                      <>
                        {' · '}
                        <a
                          href={to(`/organiser/payouts/${line.payout.id}/proof.webp`)}
                          target="_blank"
                          rel="noopener"
                        >
                          {words.proofLink}
                        </a>
                      </>
                    ) : null}
                  </>
                ) : null}
              </p>
            </div>
            <p className="end sm">
              <b>
                <Amount minor={line.amountMinor} />
              </b>{' '}
              <span className="mut">
                {words.owed} <Amount minor={line.balanceMinor} />
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
