import type { TradeUnit } from '~/domain/shared/enums'
import { fill } from '../i18n/fill'
import { useWords } from '../i18n/use-words'
import type { MatchWords } from '../match-sentences'
import './capacity-bar.css'

const LEAST_SCALE = 1.5
const MOST_SCALE = 3

/**
 * Where the bars of a list end, in times the need: one scale for all, so that they compare and the line
 * stands at the same place in each. One very large maker doesn't press the others flat.
 */
export function capacityScale(offers: readonly { free: number | null }[], needed: number): number {
  const largest = Math.max(0, ...offers.map(({ free }) => free ?? 0)) / needed
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, largest * 1.08))
}

/**
 * A month's free capacity from nought, with a line where the need is. What is beyond the drawing ends in a
 * point; the figures stand below. `free` null: not stated.
 */
export function CapacityBar({
  free,
  needed,
  unit,
  scale,
  explains = true,
  words,
}: {
  free: number | null
  needed: number
  unit: TradeUnit
  /** Where the bar ends, in times the need. */
  scale: number
  /** Says what the line is. */
  explains?: boolean
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
  const percent = (free / (needed * scale)) * 100
  const figures = { free: trade.amount(free, unit), needed: trade.amount(needed, unit) }
  return (
    <div className="cap">
      {words.title}
      <div className="capb" aria-hidden="true">
        <i
          className={percent > 100 ? 'beyond' : undefined}
          style={{ inlineSize: `${Math.min(100, percent).toFixed(1)}%` }}
        />
        <b style={{ insetInlineStart: `${(100 / scale).toFixed(1)}%` }} />
      </div>
      <span>
        {percent > 100 ? fill(words.beyond, figures) : figures.free}
        {explains ? fill(words.line, figures) : null}
      </span>
    </div>
  )
}
