import { Link } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { tourAddress } from '~/domain/hall/hall-query'
import { useHallStage, useStageState } from '../use-hall-stage'
import { CLOSE_UP_WORDS } from './close-up-words'

/** That the booth one stands before has closed, and where there are others like it. */
export function ShutNote() {
  const { trade } = useWords()
  const locale = useLocale()
  const words = CLOSE_UP_WORDS[locale].shut
  const to = useLocalePath()
  const stage = useHallStage()
  const { arrival, chosen } = useStageState()
  const booth = arrival?.shut && !chosen ? stage.booth(arrival.shut.pavilion, arrival.shut.slot) : null
  if (!booth) return null
  const { name, field } = booth
  return (
    <p className="shut sm">
      {fill(words.closed, { booth: `\u2068${name}\u2069` })}{' '}
      {field ? (
        <Link to={to(tourAddress({ by: 'field', field }, 1))}>
          {fill(words.likeBooths, { field: trade.fields[field] })}
        </Link>
      ) : (
        <Link to={to('/products')}>{words.elsewhere}</Link>
      )}
    </p>
  )
}
