import { Link } from '@remix-run/react'
import { PavilionSwatch } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { PavilionPage } from './route'

/** How it looked, who had it so, and the way back to each. */
export function LookHistory({ page: { pavilion, words, zone } }: { page: PavilionPage }) {
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <section className="look-history">
      <h2>{words.history}</h2>
      {pavilion.changes.length === 0 ? (
        <p className="mut">{words.noHistory}</p>
      ) : (
        <ol>
          {pavilion.changes.map(({ id, look, by, at }, place) => {
            const time = `${formatWeekday(at, locale, zone)}${locale === 'ar' ? '،' : ','} ${formatTime(at, locale, zone)}`
            return (
              <li key={id}>
                <PavilionSwatch look={look} />
                <div>
                  <p>
                    {words.motifs[look.motif].name} · {words.roofs[look.roof].name} ·{' '}
                    <bdi dir="ltr">
                      {look.colour} {look.accent}
                    </bdi>
                  </p>
                  <p className="sm mut">
                    {fill(words.by, { name: by ? isolated(by, locale) : words.nobody, time })}
                  </p>
                </div>
                {place > 0 ? (
                  <Link
                    className="btn line"
                    to={to(`/organiser/pavilions/${pavilion.number}?look=${id}`)}
                    aria-label={fill(words.takeNamed, { time })}
                  >
                    {words.take}
                  </Link>
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
