import { Link } from '@remix-run/react'
import { billions, SourceLine } from '~/app/components/programme-fairs'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import {
  PROGRAMME_FAIRS,
  PROGRAMME_PARTICIPANTS,
  PROGRAMME_REGIONS,
  type ProgrammeFair,
} from '~/domain/edition/programme-history'

const most = (of: (fair: ProgrammeFair) => number | null) =>
  PROGRAMME_FAIRS.reduce((best, fair) => ((of(fair) ?? 0) > (of(best) ?? 0) ? fair : best))
const RICHEST = most((fair) => fair.potentialRupiah)
const MOST_BUYERS = most((fair) => fair.buyers)

/** Four facts of the programme, each with its year; what was promised never stands for what was done. */
export function Figures({ words }: { words: PageWords['history'] }) {
  const locale = useLocale()
  const { nav } = useWords().common
  const to = useLocalePath()
  const counted = (sentence: string, count: number) => fill(sentence, { count: formatNumber(count, locale) })
  const realised = RICHEST.realisedRupiah
  return (
    <section className="proof" aria-label={words.figures}>
      <div className="wrap">
        <dl>
          <div>
            <dt>{counted(words.participants, PROGRAMME_PARTICIPANTS.total)}</dt>
            <dd>{fill(words.participantsText, { year: PROGRAMME_PARTICIPANTS.asOf })}</dd>
          </div>
          <div>
            <dt>{counted(words.regions, PROGRAMME_REGIONS.regencies)}</dt>
            <dd>{words.regionsText}</dd>
          </div>
          <div>
            <dt>{billions(words, RICHEST.potentialRupiah ?? 0, locale)}</dt>
            <dd>
              {fill(words.potentialText, { year: RICHEST.year })}
              {realised === null ? null : (
                <b>{fill(words.realisedText, { amount: billions(words, realised, locale) })}</b>
              )}
            </dd>
          </div>
          <div>
            <dt>{counted(words.buyersCount, MOST_BUYERS.buyers ?? 0)}</dt>
            <dd>{fill(words.buyersText, { year: MOST_BUYERS.year })}</dd>
          </div>
        </dl>
        <div className="row wrapx proof-source">
          <SourceLine
            words={words}
            sources={[...PROGRAMME_PARTICIPANTS.sources, ...RICHEST.sources, ...MOST_BUYERS.sources]}
          />
          <Link className="xs" to={to('/about')}>
            {nav.about}
          </Link>
        </div>
      </div>
    </section>
  )
}
