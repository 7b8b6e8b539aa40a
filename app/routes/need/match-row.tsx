import { Link } from '@remix-run/react'
import { BoothName } from '~/app/components/booth-name'
import { CapacityBar } from '~/app/components/capacity-bar'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { Reasons } from '~/app/components/reasons'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { tellingReasons } from '~/app/match-sentences'
import type { NeedView } from '~/domain/need/need-view'
import { localized } from '~/domain/shared/locale'
import { MatchOrder } from './match-order'
import { MatchTimes, type MatchTimesProps } from './match-times'

/** One offer: what and where, why, how much is free, and when to meet. */
export function MatchRow({
  need,
  eager,
  scale,
  isFirst,
  sample,
  ...times
}: Omit<MatchTimesProps, 'need'> & {
  need: NeedView
  eager: boolean
  /** Where the bars of the page end, see CapacityBar. */
  scale: number
  /** The first row says what the line in every bar is. */
  isFirst: boolean
  /** What the way to its sample is called; null: there is none. */
  sample: string | null
}) {
  const { match, words } = times
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const { booth } = match
  const name = localized(match.productName, locale)
  const reader = need.isMine ? 'guest' : 'other'
  return (
    <li className="mt">
      <div className="thumb">
        <Picture spec={match.drawing} photo={match.photo} eager={eager} />
      </div>
      <div>
        <h2>
          <BoothName name={booth.name} nameArabic={booth.nameArabic} />
        </h2>
        <p className="sm mut">
          <Link to={to(`/products/${match.productSlug}`)}>
            {name ? <FoundText of={name} /> : words.product}
          </Link>
          {booth.regency ? (
            <span className="line">{trade.regency(booth.regency.code, booth.regency.name)}</span>
          ) : null}
        </p>
        {sample && need.isMine ? (
          <p className="sm try">
            <Link
              to={to(
                `/products/${match.productSlug}${match.meeting ? `?meeting=${match.meeting.id}` : ''}#sample`,
              )}
            >
              <Icon name="package" /> {sample}
            </Link>
          </p>
        ) : null}
        {match.isAbout ? <span className="tag">{words.chosen}</span> : null}
        <Reasons reasons={tellingReasons(match.reasons)} words={words} reader={reader} />
      </div>
      <div className="capw">
        <CapacityBar
          free={match.free}
          needed={need.monthlyVolume}
          unit={need.unit}
          scale={scale}
          explains={isFirst}
          words={words.capacity}
        />
      </div>
      <div className="tw">
        <MatchTimes need={need} {...times} />
      </div>
      <MatchOrder match={match} words={words} zone={times.zone} reader={reader} />
    </li>
  )
}
