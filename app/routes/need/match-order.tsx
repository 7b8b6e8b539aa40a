import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { type MatchWords, type ReasonReader, reasonSentence } from '~/app/match-sentences'
import { timeReasonSentence } from '~/app/time-sentences'
import type { MatchView } from '~/domain/need/need-view'

/** The points of each criterion and the proposed times, with their reasons: never a number alone. */
export function MatchOrder({
  match,
  words,
  zone,
  reader,
}: {
  match: Pick<MatchView, 'points' | 'byCriterion' | 'reasons' | 'booth' | 'times'>
  words: MatchWords
  /** The reader's. */
  zone: string
  reader: ReasonReader
}) {
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <details className="order">
      <summary className="sm">
        <Icon name="chevron-down" />
        {words.order.title}
        <span className="vh">{`: ${match.booth.name}`}</span>
      </summary>
      <p className="sm mut">{fill(words.order.text, { points: number(match.points) })}</p>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{words.order.criterion}</th>
            <th scope="col">{words.order.why}</th>
            <th scope="col" className="num">
              {words.order.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {match.byCriterion.map(({ criterion, points, most }) => (
            <tr key={criterion}>
              <th scope="row">{words.criteria[criterion]}</th>
              <td>
                {match.reasons
                  .filter((reason) => reason.criterion === criterion)
                  .map((reason) => (
                    <span className="line" key={reason.code}>
                      {reasonSentence(reason, words, locale, reader)}
                    </span>
                  ))}
              </td>
              <td className="num nw">
                {fill(words.order.of, { points: number(points), most: number(most) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {match.times.length > 0 ? (
        <>
          <h3>{words.proposed.title}</h3>
          <ul className="sm">
            {match.times.map(({ startsAt, reason }) => (
              <li key={startsAt.toISOString()}>
                <b>
                  {formatShortDay(startsAt, locale, zone)} <bdi>{formatTime(startsAt, locale, zone)}</bdi>
                </b>{' '}
                <span>{timeReasonSentence(reason, words, { locale, zone, reader })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  )
}
