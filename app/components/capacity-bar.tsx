import type { TradeUnit } from '~/domain/shared/enums'
import { fill } from '../i18n/fill'
import { useWords } from '../i18n/use-words'
import type { MatchWords } from '../match-sentences'
import './capacity-bar.css'

/** The bar ends at this many times the need, so that the line stands at the same place in every row. */
const SCALE = 1.5

/**
 * A month's free capacity from nought, with a line where the need is. What is beyond the drawing ends in a
 * point and is said in words, as are both figures. `free` null: not stated.
 */
export function CapacityBar({
  free,
  needed,
  unit,
  words,
}: {
  free: number | null
  needed: number
  unit: TradeUnit
  words: MatchWords['capacity']
}) {
  const { trade } = useWords()
  if (free === null) {
    return (
      <div className="cap">
        {words.title}
        <span className="not-stated">{words.unknown}</span>
      </div>
    )
  }
  const percent = (free / (needed * SCALE)) * 100
  const figures = { free: trade.amount(free, unit), needed: trade.amount(needed, unit) }
  return (
    <div className="cap">
      {words.title}
      <div className="capb" aria-hidden="true">
        <i
          className={percent > 100 ? 'beyond' : undefined}
          style={{ inlineSize: `${Math.min(100, percent).toFixed(1)}%` }}
        />
        <b style={{ insetInlineStart: `${(100 / SCALE).toFixed(1)}%` }} />
      </div>
      <span>{fill(percent > 100 ? words.beyond : words.line, figures)}</span>
    </div>
  )
}
