import type { TierRange } from '~/domain/product/price-tiers'
import type { TradeUnit } from '~/domain/shared/enums'
import { formatMoney } from '../i18n/format'
import { useLocale, useWords } from '../i18n/use-words'
import './tiers.css'

/** Prices by quantity side by side; the one that applies `now` stands out. */
export function Tiers({
  ranges,
  now,
  unit,
}: {
  ranges: readonly TierRange[]
  now: TierRange
  unit: TradeUnit
}) {
  const words = useWords()
  const locale = useLocale()
  const { product } = words
  return (
    <ul
      className={`tiers of-${Math.min(ranges.length, 5)}`}
      aria-label={`${product.tiers} (${words.trade.perUnit(unit)})`}
    >
      {ranges.map((range) => (
        <li
          key={range.from}
          className={range.from === now.from ? 'now' : ''}
          aria-current={range.from === now.from ? 'true' : undefined}
        >
          <span className="xs mut">
            <bdi>
              {range.to === null ? product.openRange(range.from) : product.range(range.from, range.to)}
            </bdi>
          </span>
          <b>{formatMoney(range.unitPrice, locale)}</b>
        </li>
      ))}
    </ul>
  )
}
