import { Icon } from '~/app/components/icon'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { OverHallProps } from '../stage-state'
import { useHallStage, useStageState } from '../use-hall-stage'
import { usePresence } from '../use-presence'
import { CLOSE_UP_WORDS } from './close-up-words'
import { ShutNote } from './shut-note'
import { useArrivals } from './use-arrivals'
import './over-hall.css'

/** What lies over the open hall: where one is, how many are there, and the tools. */
export function OverHall({ pavilions, worldName, news, helpId }: OverHallProps) {
  const { hall: words } = useWords()
  const { boulevard } = CLOSE_UP_WORDS[useLocale()]
  const { arrival } = useStageState()
  const people = usePresence()
  const pavilion = arrival ? pavilions.find(({ number }) => number === arrival.pavilion) : undefined
  const place = worldName ?? pavilion?.name ?? boulevard
  const facts = [pavilion ? words.booths(pavilion.boothCount) : null, people].filter((fact) => fact !== null)
  useArrivals(place, { pavilions, news })
  return (
    <>
      {arrival ? (
        <p className="here">
          {place}
          {facts.length > 0 ? <small>{facts.join(' · ')}</small> : null}
        </p>
      ) : null}
      <ShutNote />
      <Tools helpId={helpId} />
    </>
  )
}

function Tools({ helpId }: { helpId: string }) {
  const { home, help, keys } = CLOSE_UP_WORDS[useLocale()]
  const stage = useHallStage()
  return (
    <div className="tools">
      <button
        className="btn sq"
        type="button"
        aria-label={home}
        title={home}
        onClick={() => stage.scene()?.goHome()}
      >
        <Icon name="house" />
      </button>
      <details className="help">
        <summary className="btn sq" aria-label={help} title={help}>
          <Icon name="circle-help" />
        </summary>
        <ul id={helpId} className="sm">
          {Object.entries(keys).map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
