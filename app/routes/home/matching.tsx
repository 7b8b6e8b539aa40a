import { Link } from '@remix-run/react'
import { FairsChart } from '~/app/components/programme-fairs'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { PROGRAMME_FAIRS } from '~/domain/edition/programme-history'

/** What a temu bisnis is and what can be done today; it promises nothing that doesn't exist. */
export function Matching() {
  const words = useWords().home
  const to = useLocalePath()
  return (
    <section className="wrap how">
      <div className="stack">
        <h2>{words.matchingTitle}</h2>
        <p className="mut">{words.matchingText}</p>
        <p className="row wrapx acts">
          <Link className="btn" to={to('/business-matching')}>
            {words.matchingMore}
          </Link>
          <Link className="btn quiet" to={to('/products')}>
            {words.matchingSearch}
          </Link>
        </p>
      </div>
      <div>
        <h3>{words.matchingYears}</h3>
        <FairsChart fairs={PROGRAMME_FAIRS} />
      </div>
    </section>
  )
}
