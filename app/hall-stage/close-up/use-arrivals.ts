import { useEffect, useRef } from 'react'
import { fill } from '~/app/i18n/fill'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { OverHallProps } from '../stage-state'
import { useHallStage, useStageState } from '../use-hall-stage'
import { CLOSE_UP_WORDS } from './close-up-words'
import { type Stop, whatIsNew } from './what-is-new'

/** Says by what is new where the visitor has come to. */
export function useArrivals(
  place: string,
  { pavilions, news }: Pick<OverHallProps, 'pavilions' | 'news'>,
): void {
  const { hall: words } = useWords()
  const own = CLOSE_UP_WORDS[useLocale()]
  const stage = useHallStage()
  const { status, arrival, chosen } = useStageState()
  const last = useRef<Stop | null>(null)

  useEffect(() => {
    if (status !== 'open' || !arrival) return
    // Before a booth, the stop is told before the booth is; leaving it, the booth goes before one stops.
    if (arrival.place.closeUp && !chosen) return
    const [first] = arrival.near
    const nearest = first && stage.booth(first.pavilion, first.slot)
    const shut = arrival.shut && stage.booth(arrival.shut.pavilion, arrival.shut.slot)
    const inPavilion = chosen?.pavilion ?? arrival.shut?.pavilion
    const of = pavilions.find(({ number }) => number === inPavilion)
    const said = chosen ? own.before : own.shut.before
    const before = chosen?.booth ?? shut
    const stop: Stop = {
      at: arrival.place,
      place,
      before: before && fill(said, { booth: isolated(before.name), place: of?.name ?? place }),
      nearest: nearest
        ? fill(own.nearest, { booth: isolated(nearest.name), metres: words.metres(first.distance) })
        : null,
      around: first ? fill(own.around, { booths: words.booths(arrival.near.length) }) : null,
    }
    const fresh = whatIsNew(stop, last.current, document.activeElement === stage.canvasElement())
    last.current = stop
    if (!fresh) return
    stage.say(fresh, news)
  }, [stage, status, arrival, chosen, place, pavilions, news, words, own])
}

/** Names are of another direction than the sentence may be. */
const isolated = (text: string): string => `\u2068${text}\u2069`
