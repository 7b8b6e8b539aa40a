import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from '~/app/components/icon'
import { withinSentence } from '~/app/components/need-goods'
import { fill } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { localePath, useLocale, useWords } from '~/app/i18n/use-words'
import type { Words } from '~/app/i18n/words'
import { type MatchWords, unitPrice } from '~/app/match-sentences'
import type { NeedView } from '~/domain/need/need-view'
import { direction, type Locale } from '~/domain/shared/locale'

/** What is needed: rows at a desk, one sentence on a phone. */
export function NeedAside({
  need,
  words,
  children,
}: {
  need: NeedView
  words: MatchWords
  children: ReactNode
}) {
  const locale = useLocale()
  const { trade } = useWords()
  const { facts } = words
  const price =
    need.targetPriceMinor === null ? null : unitPrice(need.targetPriceMinor, need.unit, words, locale)
  const volume = trade.perMonth(trade.amount(need.monthlyVolume, need.unit))
  const papers = need.requiredPapers.map((paper) => trade.certifications[paper])
  const destination = destinationOf(need, trade, locale)
  const day = need.neededBy && formatDay(new Date(`${need.neededBy}T00:00:00Z`), locale)
  const goods = (
    <bdi lang={need.locale} dir={direction(need.locale)}>
      {need.productWords}
    </bdi>
  )
  const comma = locale === 'ar' ? '، ' : ', '
  return (
    <aside className="need" aria-labelledby="need-title">
      <h2 id="need-title">
        {need.isMine
          ? words.yourNeed
          : fill(words.theirNeed, { name: `\u2068${need.organisation.name}\u2069` })}
      </h2>
      <p className="phone sm">
        {goods}
        {[
          '',
          volume,
          price && fill(words.summary.atMost, { price }),
          ...papers.map(withinSentence),
          fill(words.summary.to, { place: destination }),
          day && fill(words.summary.by, { day }),
        ]
          .filter((part) => part !== null)
          .join(comma)}
      </p>
      <dl>
        <Row label={facts.product}>{goods}</Row>
        <Row label={facts.volume}>{volume}</Row>
        <Row label={facts.priceLimit}>{price ?? <span className="mut">{facts.noLimit}</span>}</Row>
        <Row label={facts.required}>
          {papers.length > 0 ? (
            papers.map((paper) => (
              <span className="line" key={paper}>
                {paper}
              </span>
            ))
          ) : (
            <span className="mut">{facts.nothingRequired}</span>
          )}
        </Row>
        <Row label={facts.destination}>{destination}</Row>
        {day ? <Row label={facts.neededBy}>{day}</Row> : null}
        <Row label={facts.language}>{trade.language(need.language)}</Row>
      </dl>
      {need.state === 'closed' ? <p className="sm">{words.closed}</p> : null}
      {need.isMine ? (
        <Link className="btn line s" to={localePath(locale, `/needs/${need.id}/edit`)}>
          <Icon name={need.state === 'closed' ? 'undo-2' : 'sliders-horizontal'} />
          {need.state === 'closed' ? words.reopen : words.edit}
        </Link>
      ) : (
        <p className="sm mut">{words.readOnly}</p>
      )}
      {children}
    </aside>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** 'Kota Bandung', 'Jeddah, Arab Saudi', 'Indonesia'. */
function destinationOf(
  { destinationCountry: country, destinationRegency: regency, destinationPlace: place }: NeedView,
  trade: Words['trade'],
  locale: Locale,
): string {
  if (regency) return trade.regency(regency.code, regency.name)
  const countryName = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
  return place ? `\u2068${place}\u2069${locale === 'ar' ? '، ' : ', '}${countryName}` : countryName
}
