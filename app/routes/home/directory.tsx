import { Link } from '@remix-run/react'
import { fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { HomePavilion } from '~/domain/edition/open-home.server'

/** The board at the hall's gate: pavilions by number with their booths. */
export function Directory({ words, pavilions }: { words: PageWords['home']; pavilions: HomePavilion[] }) {
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <section className="dir">
      <div className="wrap">
        <div className="sec-h">
          <h2>{words.directory}</h2>
          <Link to={to('/hall')}>{words.openMap}</Link>
        </div>
        <ol>
          {pavilions.map((pavilion) => (
            <li key={pavilion.number}>
              <Link to={`${to('/hall')}?pavilion=${pavilion.number}`}>
                <i>{formatNumber(pavilion.number, locale)}</i>
                {trade.regency(pavilion.regencyCode, pavilion.regencyName)}
                <span>
                  {fillPlural(words.boothCount, pavilion.booths, locale, {
                    count: formatNumber(pavilion.booths, locale),
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
