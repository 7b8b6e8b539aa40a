import { Link } from '@remix-run/react'
import { BoothName } from '~/app/components/booth-name'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { MatchWords } from '~/app/match-sentences'
import type { GroupView, NeedView } from '~/domain/need/need-view'
import './match-group.css'

/** Makers who together have what none has alone, with each one's part, and the way to each. */
export function MatchGroup({
  group,
  need,
  words,
}: {
  group: GroupView
  need: NeedView
  words: MatchWords['group']
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const amount = (units: number) => trade.amount(units, need.unit)
  const count = group.members.length
  return (
    <section className="group" aria-labelledby="group-title">
      <h2 id="group-title">{words.title}</h2>
      <p className="sm">
        {fillPlural(words.text, count, locale, {
          count: formatNumber(count, locale),
          amount: amount(need.monthlyVolume),
        })}
      </p>
      <ul>
        {group.members.map(({ booth, productId, free, takes }) => (
          <li key={productId}>
            <Link to={to(`/booths/${booth.slug}`)}>
              <BoothName name={booth.name} nameArabic={booth.nameArabic} />
            </Link>
            {booth.regency ? (
              <span className="sm mut where">{trade.regency(booth.regency.code, booth.regency.name)}</span>
            ) : null}
            <span className="part">{fill(words.takes, { takes: amount(takes), free: amount(free) })}</span>
            {need.isMine ? (
              <Link className="btn s" to={to(`/needs/${need.id}/times/${booth.slug}?product=${productId}`)}>
                {words.ask}
                <span className="vh">{` ${booth.name}`}</span>
              </Link>
            ) : null}
          </li>
        ))}
        <li className="sum">
          <b>{words.together}</b>
          <b className="part">{amount(need.monthlyVolume)}</b>
        </li>
      </ul>
      <p className="sm mut">{words.honest}</p>
    </section>
  )
}
