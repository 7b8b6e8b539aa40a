import { Link } from '@remix-run/react'
import { fill, fillPlural } from '~/app/i18n/fill'
import type { SampleVoices as Voices } from '~/domain/product/sample-voices.server'
import { formatNumber } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'

/** What buyers said of a product's samples; where none is offered, the way to offer one. */
export function SampleVoices({
  of: { isOffered, tried, good, asDescribed, wouldOrder },
  words,
  offerPath,
}: {
  of: Voices
  /** `pageWords('studioSamples', locale).feedback` */
  words: PageWords['studioSamples']['feedback']
  /** Where a sample is offered; null: the reader can't. */
  offerPath: string | null
}) {
  const locale = useLocale()
  const of = formatNumber(tried, locale)
  const said = (sentence: string, count: number) => fill(sentence, { count: formatNumber(count, locale), of })
  if (tried > 0)
    return (
      <p className="row wrapx sm" style={{ gap: '2px 14px', marginBlockStart: 10 }}>
        <b>{fillPlural(words.reviews, tried, locale)}</b>
        <span>{said(words.quality, good)}</span>
        <span>{said(words.asDescribed, asDescribed)}</span>
        <span>{said(words.next, wouldOrder)}</span>
      </p>
    )
  if (isOffered || !offerPath) return null
  return (
    <p className="row wrapx lacks">
      <span className="sm mut">{words.noSample}</span>
      <Link className="chip" to={offerPath}>
        {words.offer}
      </Link>
    </p>
  )
}
