import { formatNumber, formatShortDay } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { FIGURES, type Figures } from '~/domain/figures/figures'
import { dateOf } from './date-of'

/** The numbers of the bars, the newest day first. */
export function DayTable({ figures, words }: { figures: Figures; words: PageWords['studioFigures'] }) {
  const locale = useLocale()
  return (
    <table className="day-table">
      <caption className="vh">{words.tableTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col" className="num">
              <abbr title={words.figures[figure]}>{words.columns[figure]}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...figures.byDay].reverse().map((row) => (
          <tr key={row.day}>
            <th scope="row">
              <time dateTime={row.day}>{formatShortDay(dateOf(row.day), locale, 'UTC')}</time>
            </th>
            {FIGURES.map((figure) => (
              <td key={figure} className={`num ${row[figure] === 0 ? 'mut' : ''}`}>
                {formatNumber(row[figure], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          {FIGURES.map((figure) => (
            <td key={figure} className="num">
              {formatNumber(figures.totals[figure], locale)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
