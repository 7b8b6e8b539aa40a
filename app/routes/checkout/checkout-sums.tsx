import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { CheckoutTotals } from './checkout-view.server'

/** Every line that is paid, and the total. */
export function CheckoutSums({
  totals,
  words,
}: {
  totals: CheckoutTotals
  words: PageWords['samples']['checkout']
}) {
  const { lines, items, shipping, noAddress, total, about, problems } = totals
  return (
    <section className="sums" aria-live="polite">
      <h2>{words.totalsTitle}</h2>
      <dl>
        {lines.map((line) => (
          <div key={line.slug}>
            <dt>
              <bdi lang={line.lang}>{line.name}</bdi>
              <small className="mut">
                <bdi>{`${line.quantity} × ${line.size}`}</bdi>
              </small>
            </dt>
            <dd>{line.amount}</dd>
          </div>
        ))}
        {lines.length > 1 ? (
          <div>
            <dt>{words.items}</dt>
            <dd>{items}</dd>
          </div>
        ) : null}
        <div>
          <dt>
            {shipping?.label ?? words.shipping}
            {shipping?.note ? <small className="mut">{shipping.note}</small> : null}
          </dt>
          <dd>{shipping?.amount ?? '—'}</dd>
        </div>
        {total === null ? null : (
          <div className="total">
            <dt>{words.total}</dt>
            <dd>
              {total}
              {about ? <small className="mut">{about}</small> : null}
            </dd>
          </div>
        )}
      </dl>
      {noAddress ? <p className="sm mut">{noAddress}</p> : null}
      {problems.map((problem) => (
        <p key={problem} className="bad-t">
          <Icon name="triangle-alert" /> {problem}
        </p>
      ))}
    </section>
  )
}
