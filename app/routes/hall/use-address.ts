import { type Location, useLocation, useNavigationType } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { isElsewhere } from '~/app/hall-stage/hall-stage'
import type { StageWorld } from '~/app/hall-stage/stage-state'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { formatSpot, type HallQuery, parseHallQuery } from '~/domain/hall/hall-query'
import { type HallLayout, placeBeforeGate } from '~/domain/hall/layout'
import type { HallView } from '~/domain/hall/open-hall.server'
import type { Arrival, HallHandle, HallOptions, Place } from '~/scenes/hall/hall-api'

interface AddressedHall {
  /** The booth that the address leads to, open or not. */
  target: HallView['target']
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
 * Keeps the address and the place in the hall together: where a visit begins and where it stops is written into
 * the address without a new entry in the history, and an address that names another place, or one's own aisle,
 * takes the visitor there.
 * @returns where a visit that opens now begins.
 */
export function useAddress({ target, layout, world, stop }: AddressedHall): () => HallOptions['start'] {
  const stage = useHallStage()
  const { status, arrival } = useStageState()
  const location = useLocation()
  const goesBack = useNavigationType() === 'POP'
  /** The address that the hall has followed; null until it has followed one. */
  const followed = useRef<(Leads & { key: string }) | null>(null)
  /** A booth or a product was read meanwhile: the visit goes on. */
  const goesOn = useRef(['opening', 'open'].includes(stage.getState().status))
  /** The last stop before the address took the visitor elsewhere: it belongs to the address before. */
  const left = useRef<Arrival | null>(null)

  const start = (): HallOptions['start'] => {
    // The address bar, not the router, knows the last stop.
    const { at, pavilion } = parseHallQuery(new URLSearchParams(window.location.search))
    if (at) return at
    if (world) return null
    if (target) return { booth: target }
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
    // The visit that is being opened begins where its address leads; another may be chosen meanwhile.
    if (status === 'opening' && !goesOn.current) followed.current ??= now
    const scene = stage.scene()
    if (status !== 'open' || !scene || followed.current?.key === key) return
    const before = followed.current ?? (goesOn.current ? NOWHERE : null)
    followed.current = now
    // A visit that began here stands there already.
    if (!before) return
    const again = before.whole === now.whole
    const goes = now.at
      ? goTo(scene, now.at)
      : goesBack && (before === NOWHERE || again)
        ? false
        : // The same link once more leads there once more.
          follow(scene, now, again ? NOWHERE : before, { target, stop })
    if (goes) left.current = stage.getState().arrival
  }, [status, location, goesBack, stage, world, target, stop])

  useEffect(() => {
    // Where a visit ended is no place in another world.
    if (status !== 'open' || !arrival || stage.getState().arrival !== arrival) return
    if (arrival === left.current || !isShown(location)) return
    const url = new URL(window.location.href)
    url.searchParams.set('at', formatSpot(arrival.place))
    // Commas and colons are as safe in a query and easier to read. The router's own state stays.
    const href = url.href.replaceAll('%2C', ',').replaceAll('%3A', ':')
    window.history.replaceState(window.history.state, '', href)
  }, [status, stage, arrival, location])

  return start
}

/** The browser shows another address a moment before the page follows it. */
const isShown = ({ key }: Location): boolean => (window.history.state?.key ?? 'default') === key

const NOWHERE: Leads = { at: null, pavilion: null, booth: null, stop: '', whole: '' }

function leadsOf(search: URLSearchParams): Leads {
  const { at, pavilion, booth } = parseHallQuery(search)
  const whole = new URLSearchParams(search)
  whole.delete('at')
  const tour = ['tour', 'q', 'stop'].map((name) => search.get(name))
  return { at, pavilion, booth, stop: search.has('tour') ? tour.join() : '', whole: String(whole) }
}

/** @returns whether the visitor is on the way now, as below. */
function goTo(scene: HallHandle, at: Place): boolean {
  const goes = isElsewhere(at, scene.place())
  if (goes) scene.goToPlace(at)
  return goes
}

function follow(
  scene: HallHandle,
  now: Leads,
  before: Leads,
  { target, stop }: { target: HallView['target']; stop: AddressedHall['stop'] },
): boolean {
  if (now.booth && now.booth !== before.booth && target?.slug === now.booth)
    scene.goToBooth(target.pavilion, target.slot)
  else if (now.pavilion !== null && now.pavilion !== before.pavilion) scene.goToPavilion(now.pavilion)
  else if (stop && now.stop !== before.stop) scene.goToBooth(stop.pavilion, stop.slot)
  else return false
  return true
}
