import { Link } from '@remix-run/react'
import { FairsChart } from '~/app/components/programme-fairs'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { PROGRAMME_FAIRS } from '~/domain/edition/programme-history'

/** What a temu bisnis is, and the way in to one: a need that is stated. Where there are no goods there is nobody to meet. */
export function Matching({
  words,
  history,
  goods,
}: {
  words: PageWords['home']
  history: PageWords['history']
  goods: boolean
}) {
  const to = useLocalePath()
  return (
    <section className="wrap how">
      <div className="stack">
        <h2>{words.matchingTitle}</h2>
        <p className="mut">{goods ? `${words.matchingText} ${words.matchingToday}` : words.matchingText}</p>
        <p className="row wrapx acts">
          {goods ? (
            <Link className="btn" to={to('/needs/new')}>
              {words.matchingNeed}
            </Link>
          ) : null}
          <Link className="btn quiet" to={to('/business-matching')}>
            {words.matchingMore}
          </Link>
        </p>
      </div>
      <div>
        <h3>{words.matchingYears}</h3>
        <FairsChart words={history} fairs={PROGRAMME_FAIRS} />
      </div>
    </section>
  )
}
