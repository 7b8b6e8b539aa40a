import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from '~/app/components/icon'
import type { IconName } from '~/app/components/icon-name'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { BoothChoice } from '~/domain/hall/booth-choice'
import { tourAddress } from '~/domain/hall/hall-query'
import { direction } from '~/domain/shared/locale'
import type { TourOffer } from './gathered'

/** The tours to choose from, each a link to its first stop. */
export function TourChooser({ offer }: { offer: TourOffer }) {
  const { hall, trade } = useWords()
  const to = useLocalePath()
  const { words, awarded, fields, kept, needs } = offer
  return (
    <div className="near tours">
      <div className="row gath-h">
        <h2>{words.title}</h2>
        <Link className="btn sq quiet" to={to('/hall')} aria-label={words.leave} title={words.leave}>
          <Icon name="x" />
        </Link>
        <p className="sm mut">{words.intro}</p>
      </div>
      <ul>
        {awarded > 0 ? (
          <Tour choice={{ by: 'award' }} icon="trophy" small={hall.booths(awarded)}>
            {words.award}
          </Tour>
        ) : null}
        <Tour
          choice={{ by: 'shelf' }}
          icon="bookmark"
          small={kept > 0 ? String(kept) : null}
          below={words.shelfText}
        >
          {words.shelf}
        </Tour>
      </ul>
      {needs.length > 0 ? (
        <>
          <h3>{words.yourNeeds}</h3>
          <ul>
            {needs.map(({ id, productWords, locale }) => (
              <Tour key={id} choice={{ by: 'need', needId: id }} icon="users">
                <bdi lang={locale} dir={direction(locale)}>
                  {productWords}
                </bdi>
              </Tour>
            ))}
          </ul>
        </>
      ) : null}
      {fields.length > 0 ? (
        <>
          <h3>{words.fields}</h3>
          <ul className="fields">
            {fields.map(({ field, booths }) => (
              <Tour key={field} choice={{ by: 'field', field }} small={hall.booths(booths)}>
                {trade.fields[field]}
              </Tour>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

interface TourProps {
  choice: BoothChoice
  icon?: IconName
  small?: string | null
  below?: string
  children: ReactNode
}

function Tour({ choice, icon, small = null, below, children }: TourProps) {
  const to = useLocalePath()
  return (
    <li>
      <Link to={to(tourAddress(choice, 1))}>
        {icon ? (
          <span className="thumb">
            <Icon name={icon} />
          </span>
        ) : null}
        <span>
          <b>{children}</b>
          {below ? <span className="sm mut">{below}</span> : null}
        </span>
        {small ? <span className="xs mut nw">{small}</span> : null}
      </Link>
    </li>
  )
}
