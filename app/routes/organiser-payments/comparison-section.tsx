import { Form, Link } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Amount } from '~/app/components/organiser-money/amount'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { orderNumber } from '~/domain/order/order-number'
import type { DeskRefused, PaymentsPage } from './route'

/** The last comparison with Stripe, and what differs until somebody has looked into it. */
export function ComparisonSection({ page, refused }: { page: PaymentsPage; refused: DeskRefused }) {
  const { desk, words, zone } = page
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.comparison
  const kinds: Record<string, string> = said.kinds
  const { comparison, differences, differenceCount } = desk
  const time = (at: Date) =>
    isolated(`${formatWeekday(at, locale, zone)} ${formatTime(at, locale, zone)}`, locale)
  return (
    <section>
      <h2>{said.title}</h2>
      <p className="mut">{said.intro}</p>
      <p>
        {!comparison
          ? said.none
          : comparison.failure
            ? fill(said.failed, {
                time: time(comparison.startedAt),
                failure: isolated(comparison.failure, locale),
              })
            : comparison.endedAt
              ? fill(said.last, {
                  time: time(comparison.endedAt),
                  checked: fillPlural(said.checked, comparison.checked, locale, {
                    count: formatNumber(comparison.checked, locale),
                  }),
                })
              : fill(said.running, { time: time(comparison.startedAt) })}{' '}
        <b>
          {differenceCount === 0
            ? said.clean
            : fillPlural(said.open, differenceCount, locale, {
                count: formatNumber(differenceCount, locale),
              })}
        </b>
      </p>
      {differences.length > 0 ? (
        <ul className="money-rows">
          {differences.map((one) => {
            const isOwn = refused?.kind === 'difference' && refused.id === one.id
            return (
              <li key={one.id}>
                <div>
                  <h3>{kinds[one.kind] ?? <bdi dir="ltr">{one.kind}</bdi>}</h3>
                  <p className="sm">
                    {one.orderId && one.orderNumber !== null ? (
                      <Link to={to(`/organiser/orders/${one.orderId}`)}>
                        {fill(said.order, { number: isolated(orderNumber(one.orderNumber), locale) })}
                      </Link>
                    ) : (
                      said.noOrder
                    )}{' '}
                    · <bdi dir="ltr">{one.stripeId}</bdi> ·{' '}
                    {fill(said.found, { time: formatShortDay(one.createdAt, locale, zone) })}
                  </p>
                  <p className="sm">
                    {said.ours}: {one.oursMinor === null ? said.nothing : <Amount minor={one.oursMinor} />} ·{' '}
                    {said.theirs}:{' '}
                    {one.theirsMinor === null ? said.nothing : <Amount minor={one.theirsMinor} />}
                  </p>
                </div>
                <Form method="post" className="fields settle" replace>
                  <input type="hidden" name="id" value={one.id} />
                  <Field
                    id={`note-${one.id}`}
                    name="note"
                    label={said.note}
                    value=""
                    problem={isOwn ? said.noteMissing : undefined}
                    rows={2}
                    maxLength={500}
                  />
                  <button type="submit" name="intent" value="settle" className="btn">
                    {said.settle}
                  </button>
                </Form>
              </li>
            )
          })}
        </ul>
      ) : null}
    </section>
  )
}
