import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { formatMoneyRange } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'
import type { ShelfProduct } from '~/domain/shared/shelf'

const TONES = { verified: 'tag ok', declared: 'tag', applied: 'tag warn' } as const

/** The picked one of a booth's goods: its picture, what it costs, how little of it one can buy, its paper. */
export function GoodFacts({ good }: { good: ShelfProduct }) {
  const { trade, product, common } = useWords()
  const locale = useLocale()
  const { paper, priceMinor, minimumOrder, monthlyCapacity, unit } = good
  return (
    <div className="good-facts">
      <div className="pic">
        <Picture spec={good.drawing} photo={good.photo} sizes="120px" eager />
      </div>
      <div>
        <b>
          <FoundText of={good.name} />
        </b>
        {priceMinor ? (
          <span className="price">
            {formatMoneyRange(money(priceMinor.from), money(priceMinor.to), locale)}{' '}
            <span className="mut sm">{trade.perUnit(unit)}</span>
          </span>
        ) : null}
        {minimumOrder === null ? null : (
          <span className="sm mut">{product.perMinimum(trade.amount(minimumOrder, unit))}</span>
        )}
        {monthlyCapacity === null ? null : (
          <span className="sm mut">{trade.perMonth(trade.amount(monthlyCapacity, unit))}</span>
        )}
        {good.madeToOrder ? <span className="sm mut">{product.madeToOrder}</span> : null}
        {paper ? (
          <span className={TONES[paper.state]}>
            {paper.state === 'verified' ? <Icon name="badge-check" /> : null}
            {trade.shortPapers[paper.kind]}
            {paper.state === 'verified' ? null : ` · ${common[paper.state]}`}
          </span>
        ) : null}
      </div>
    </div>
  )
}
