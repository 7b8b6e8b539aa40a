import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { formatSpot, parseHallQuery } from '~/domain/hall/hall-query'
import { type HallLayout, placeBeforeGate } from '~/domain/hall/layout'
import type { HallView } from '~/domain/hall/open-hall.server'
import type { HallOptions } from '~/scenes/hall/hall-api'

/**
 * Keeps the address and the place in the hall together: a stop is written into the address without a new
 * entry in the history, and an address that names another place takes the visitor there.
 * @returns where a visit that opens now begins.
 */
export function useAddress(hall: HallView, layout: HallLayout): () => HallOptions['start'] {
  const stage = useHallStage()
  const { status, arrival, moved } = useStageState()
  const location = useLocation()
  /** The address that the hall has followed; going back to it from a booth moves nobody. */
  const followed = useRef<{ pavilion: number | null; booth: string | null } | null>(null)

  const start = (): HallOptions['start'] => {
    // The address bar, not the router, knows the last stop.
    const { at, pavilion } = parseHallQuery(new URLSearchParams(window.location.search))
    if (at) return at
    if (hall.target) return { booth: hall.target }
    const place = pavilion === null ? undefined : layout.byNumber.get(pavilion)
    return place ? placeBeforeGate(place) : null
  }

  useEffect(() => {
    if (status !== 'open') return
    const { at, pavilion, booth } = parseHallQuery(new URLSearchParams(location.search))
    const before = followed.current
    followed.current = { pavilion, booth }
    const scene = stage.scene()
    // The visit began at this address, or goes on after a booth was read.
    if (!scene || !before) return
    if (before.pavilion === pavilion && before.booth === booth) return
    if (at) scene.goToPlace(at)
    else if (booth && hall.target?.slug === booth) scene.goToBooth(hall.target.pavilion, hall.target.slot)
    else if (pavilion !== null) scene.goToPavilion(pavilion)
  }, [status, location, stage, hall.target])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address doesn't say the place yet
  useEffect(() => {
    // Where a visit began is where the address leads already.
    if (!arrival || !moved) return
    const url = new URL(window.location.href)
    url.searchParams.set('at', formatSpot(arrival.place))
    // Commas are as safe in a query and easier to read. The router's own state stays.
    window.history.replaceState(window.history.state, '', url.href.replaceAll('%2C', ','))
  }, [arrival, moved, location])

  return start
}
