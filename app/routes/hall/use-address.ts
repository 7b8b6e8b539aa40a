import { useLocation, useNavigationType } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { isElsewhere } from '~/app/hall-stage/hall-stage'
import type { StageWorld } from '~/app/hall-stage/stage-state'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { formatSpot, type HallQuery, parseHallQuery } from '~/domain/hall/hall-query'
import { type HallLayout, placeBeforeGate } from '~/domain/hall/layout'
import type { HallView } from '~/domain/hall/open-hall.server'
import type { HallHandle, HallOptions } from '~/scenes/hall/hall-api'

interface AddressedHall {
  hall: Pick<HallView, 'target'>
  layout: HallLayout
  /** One's own aisle, if the address asks for it. */
  world: StageWorld | null
  /** The booth at which the tour stops. */
  stop: { pavilion: number; slot: number } | null
}

/** What of an address leads somewhere. */
interface Leads extends Pick<HallQuery, 'at' | 'pavilion' | 'booth'> {
  /** A tour and its stop. */
  stop: string
  /** All of it but the spot. */
  whole: string
}

/**
 * Keeps the address and the place in the hall together: a stop is written into the address without a new
 * entry in the history, and an address that names another place, or one's own aisle, takes the visitor there.
 * @returns where a visit that opens now begins.
 */
export function useAddress({ hall, layout, world, stop }: AddressedHall): () => HallOptions['start'] {
  const stage = useHallStage()
  const { status, arrival, moved } = useStageState()
  const location = useLocation()
  const goesBack = useNavigationType() === 'POP'
  /** The address that the hall has followed; null until it has followed one. */
  const followed = useRef<(Leads & { key: string }) | null>(null)
  /** A booth or a product was read meanwhile: the visit goes on. */
  const goesOn = useRef(stage.getState().status === 'open')

  const start = (): HallOptions['start'] => {
    // The address bar, not the router, knows the last stop.
    const { at, pavilion } = parseHallQuery(new URLSearchParams(window.location.search))
    if (at) return at
    if (world) return null
    if (hall.target) return { booth: hall.target }
    if (stop) return { booth: stop }
    const place = pavilion === null ? undefined : layout.byNumber.get(pavilion)
    return place ? placeBeforeGate(place) : null
  }
  const startNow = useRef(start)
  startNow.current = start

  useEffect(() => {
    if (status !== 'open' && status !== 'opening') return
    const { key } = location
    const now = { key, ...leadsOf(new URLSearchParams(location.search)) }
    if (!stage.isIn(world)) {
      followed.current = now
      stage.goOver(world, startNow.current())
      return
    }
    const scene = stage.scene()
    if (status !== 'open' || !scene || followed.current?.key === key) return
    const before = followed.current ?? (goesOn.current ? NOWHERE : null)
    followed.current = now
    // A visit that began here stands there already.
    if (!before) return
    if (now.at) {
      if (isElsewhere(now.at, scene.place())) scene.goToPlace(now.at)
      return
    }
    if (goesBack && (before === NOWHERE || before.whole === now.whole)) return
    // The same link once more leads there once more.
    follow(scene, now, before.whole === now.whole ? NOWHERE : before, { target: hall.target, stop })
  }, [status, location, goesBack, stage, world, hall.target, stop])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address doesn't say the place yet
  useEffect(() => {
    // Where a visit began is where the address leads already; where it ended is no place in another world.
    if (status !== 'open' || !arrival || !moved || stage.getState().arrival !== arrival) return
    const url = new URL(window.location.href)
    url.searchParams.set('at', formatSpot(arrival.place))
    // Commas and colons are as safe in a query and easier to read. The router's own state stays.
    const href = url.href.replaceAll('%2C', ',').replaceAll('%3A', ':')
    window.history.replaceState(window.history.state, '', href)
  }, [arrival, moved, location])

  return start
}

const NOWHERE: Leads = { at: null, pavilion: null, booth: null, stop: '', whole: '' }

function leadsOf(search: URLSearchParams): Leads {
  const { at, pavilion, booth } = parseHallQuery(search)
  const whole = new URLSearchParams(search)
  whole.delete('at')
  const tour = ['tour', 'q', 'stop'].map((name) => search.get(name))
  return { at, pavilion, booth, stop: search.has('tour') ? tour.join() : '', whole: String(whole) }
}

function follow(
  scene: HallHandle,
  now: Leads,
  before: Leads,
  { target, stop }: { target: HallView['target']; stop: AddressedHall['stop'] },
): void {
  if (now.booth && now.booth !== before.booth && target?.slug === now.booth)
    scene.goToBooth(target.pavilion, target.slot)
  else if (now.pavilion !== null && now.pavilion !== before.pavilion) scene.goToPavilion(now.pavilion)
  else if (stop && now.stop !== before.stop) scene.goToBooth(stop.pavilion, stop.slot)
}
