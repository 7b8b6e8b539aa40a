import { Link } from '@remix-run/react'
import { fill, fillPlural } from '~/app/i18n/fill'
import type { SampleVoices as Voices } from '~/domain/product/sample-voices.server'
import { formatNumber } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale, useLocalePath } from '../i18n/use-words'
import { Icon } from './icon'

/**
 * The one step of readiness that isn't asked: how what buyers said of a product's samples falls, in figures, and
 * what to do next.
 */
export function SampleVoices({
  of: { tried, good, asDescribed, wouldOrder, standing },
  words,
  next,
}: {
  of: Voices
  /** `pageWords('studioSamples', locale).feedback` */
  words: PageWords['studioSamples']['feedback']
  /** Where the next step is done; null: the reader can't do it. */
  next: string | null
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const of = formatNumber(tried, locale)
  const said = (sentence: string, count: number) => fill(sentence, { count: formatNumber(count, locale), of })
  const step = words.nextSteps[standing]
  return (
    <>
      <p className="row wrapx sm" style={{ gap: '2px 14px', marginBlockStart: 10 }}>
        <b className={standing === 'pleased' ? 'ok-t' : undefined}>
          {standing === 'pleased' ? <Icon name="circle-check" /> : null} {words.standings[standing]}
        </b>
        {tried > 0 ? (
          <>
            <span>{fillPlural(words.reviews, tried, locale)}</span>
            <span>{said(words.quality, good)}</span>
            <span>{said(words.asDescribed, asDescribed)}</span>
            <span>{said(words.next, wouldOrder)}</span>
          </>
        ) : null}
      </p>
      {next && standing !== 'pleased' ? (
        <p className="row wrapx lacks">
          <Link className="chip" to={to(next)}>
            {step}
          </Link>
        </p>
      ) : null}
    </>
  )
}
