import { Amount } from '~/app/components/organiser-money/amount'
import { formatNumber } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { monthName } from '~/app/month-name'
import type { DealMonth } from '~/domain/order/deals'
import { INQUIRY_OUTCOMES, OUTCOME_KINDS } from '~/domain/shared/enums'
import type { DealsPage } from './route'

/** A month: what was promised in it beside what was realised, never in one sum. */
export function DealMonthRow({ month, words }: { month: DealMonth; words: DealsPage['words'] }) {
  const locale = useLocale()
  const { promised, realised } = month
  const count = (label: string, value: number) =>
    value === 0 ? null : (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{formatNumber(value, locale)}</dd>
      </div>
    )
  const meetings = OUTCOME_KINDS.map((kind) => count(words.meetings[kind], promised.meetings[kind]))
  const inquiries = INQUIRY_OUTCOMES.map((kind) => count(words.inquiries[kind], promised.inquiries[kind]))
  const hasPromised = [...meetings, ...inquiries].some(Boolean)
  const hasRealised = realised.paidOrders + realised.received + realised.said > 0
  return (
    <section className="month">
      <h2>{monthName(month.month, locale)}</h2>
      <div className="sides">
        <div className="promised">
          <h3>{words.promised}</h3>
          {hasPromised ? null : <p className="mut">{words.none}</p>}
          {promised.promisedMinor > 0 ? (
            <dl className="ledger">
              <div>
                <dt>
                  {words.value}
                  <small>{words.valueHint}</small>
                </dt>
                <dd>
                  <Amount minor={promised.promisedMinor} />
                </dd>
              </div>
            </dl>
          ) : null}
          {meetings.some(Boolean) ? (
            <>
              <h4>{words.meetings.title}</h4>
              <dl className="ledger">{meetings}</dl>
            </>
          ) : null}
          {inquiries.some(Boolean) ? (
            <>
              <h4>{words.inquiries.title}</h4>
              <dl className="ledger">{inquiries}</dl>
            </>
          ) : null}
        </div>
        <div className="realised">
          <h3>{words.realised}</h3>
          {hasRealised ? (
            <dl className="ledger">
              {realised.paidOrders > 0 ? (
                <div>
                  <dt>
                    {words.paid}
                    <small>{words.paidHint}</small>
                  </dt>
                  <dd>
                    <Amount minor={realised.paidMinor} />
                  </dd>
                </div>
              ) : null}
              {count(words.paidOrders, realised.paidOrders)}
              {count(words.received, realised.received)}
              {count(words.said, realised.said)}
              {count(words.good, realised.goodQuality)}
              {count(words.match, realised.asDescribed)}
              {count(words.next, realised.meansToOrder)}
            </dl>
          ) : (
            <p className="mut">{words.none}</p>
          )}
        </div>
      </div>
    </section>
  )
}
