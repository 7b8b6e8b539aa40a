import { Amount } from '~/app/components/organiser-money/amount'
import { formatShortDay } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import type { OrderPage } from './route'

/** The order's entries in the programme's books. */
export function OrderBooks({ page: { entries, words, zone } }: { page: OrderPage }) {
  const locale = useLocale()
  const said = words.books
  return (
    <section className="books">
      <h2>{said.title}</h2>
      {entries.length === 0 ? (
        <p className="mut">{said.none}</p>
      ) : (
        <>
          <p className="sm mut">{said.hint}</p>
          <ul className="money-rows">
            {entries.map((entry) => (
              <li key={entry.id}>
                <div>
                  <h3>{said.kinds[entry.kind]}</h3>
                  <p className="sm mut">
                    <time dateTime={entry.at.toISOString()}>{formatShortDay(entry.at, locale, zone)}</time>
                  </p>
                </div>
                <dl>
                  {entry.lines.map((line) => (
                    <div key={`${line.account} ${line.amountMinor}`}>
                      <dt>{said.accounts[line.account]}</dt>
                      <dd>
                        <Amount minor={line.amountMinor} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
