import { Link } from '@remix-run/react'
import { SourceLine } from '~/app/components/programme-fairs'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import {
  PROGRAMME_FAIRS,
  PROGRAMME_PARTICIPANTS,
  PROGRAMME_REGIONS,
  type ProgrammeFair,
} from '~/domain/edition/programme-history'

const BILLION = 1_000_000_000
const most = (of: (fair: ProgrammeFair) => number | null) =>
  PROGRAMME_FAIRS.reduce((best, fair) => ((of(fair) ?? 0) > (of(best) ?? 0) ? fair : best))
const RICHEST = most((fair) => fair.potentialRupiah)
const MOST_BUYERS = most((fair) => fair.buyers)

/** Four facts of the programme, each with its year; what was promised never stands for what was done. */
export function Figures() {
  const words = useWords().history
  const { nav } = useWords().common
  const to = useLocalePath()
  const realised = RICHEST.realisedRupiah
  return (
    <section className="proof" aria-label={words.figures}>
      <div className="wrap">
        <dl>
          <div>
            <dt>{words.participants(PROGRAMME_PARTICIPANTS.total)}</dt>
            <dd>{words.participantsText(PROGRAMME_PARTICIPANTS.asOf)}</dd>
          </div>
          <div>
            <dt>{words.regions(PROGRAMME_REGIONS.regencies)}</dt>
            <dd>{words.regionsText}</dd>
          </div>
          <div>
            <dt>{words.billion((RICHEST.potentialRupiah ?? 0) / BILLION)}</dt>
            <dd>
              {words.potentialText(RICHEST.year)}
              {realised === null ? null : <b>{words.realisedText(words.billion(realised / BILLION))}</b>}
            </dd>
          </div>
          <div>
            <dt>{words.buyersCount(MOST_BUYERS.buyers ?? 0)}</dt>
            <dd>{words.buyersText(MOST_BUYERS.year)}</dd>
          </div>
        </dl>
        <div className="row wrapx proof-source">
          <SourceLine
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
