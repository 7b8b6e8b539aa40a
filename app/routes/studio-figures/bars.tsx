import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { Figure, Figures } from '~/domain/figures/figures'
import { dateOf } from './date-of'

interface BarsProps {
  figure: Figure
  figures: Figures
  words: PageWords['studioFigures']
}

/** The drawing is as high as this and as wide as the days are many times ten; it is stretched to its place. */
const HEIGHT = 100
const STEP = 10
const GAP = 2
/** A day with one visit is seen beside one with a thousand. */
const LEAST = 3

/** One figure by day, from zero, the newest at the end; the table beside it has the same numbers. */
export function Bars({ figure, figures, words }: BarsProps) {
  const locale = useLocale()
  const { byDay, totals, days } = figures
  const most = Math.max(...byDay.map((row) => row[figure]))
  const total = totals[figure]
  const number = (value: number) => formatNumber(value, locale)
  const said = { figure: words.figures[figure], days: words.stretches[days] }
  const label =
    total === 0
      ? fill(words.chartNothing, said)
      : fill(words.chartLabel, { ...said, total: number(total), most: number(most) })
  const [first, last] = [byDay[0], byDay.at(-1)]
  return (
    <section className={total === 0 ? 'figure none' : 'figure'}>
      <h3>{words.figures[figure]}</h3>
      <p className="total">
        <b>{number(total)}</b>
        {figure === 'visits' && figures.hallVisits > 0 ? (
          <span className="sm mut">{fill(words.inHall, { count: number(figures.hallVisits) })}</span>
        ) : null}
      </p>
      <svg
        viewBox={`0 0 ${byDay.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {byDay.map((row, index) => {
          const height = row[figure] === 0 ? 0 : Math.max(LEAST, (row[figure] / most) * HEIGHT)
          return height === 0 ? null : (
            <rect
              key={row.day}
              className={index === byDay.length - 1 ? 'now' : undefined}
              x={index * STEP + GAP / 2}
              y={HEIGHT - height}
              width={STEP - GAP}
              height={height}
            />
          )
        })}
      </svg>
      <p className="ends xs mut" aria-hidden="true">
        <span>{first ? formatShortDay(dateOf(first.day), locale, 'UTC') : null}</span>
        {total > 0 ? <span>{fill(words.most, { count: number(most) })}</span> : null}
        <span>{last ? words.today : null}</span>
      </p>
    </section>
  )
}
