import { placeBefore } from '~/domain/hall/layout'
import type { HallOptions, Place } from '../hall-api'
import { findStand, type HallWorld } from '../world/hall-world'

/** From here a booth's sign and shelves are seen whole. */
const LOOKING_DISTANCE = 4.1
/** From here a gate is. */
const BEFORE_GATE = 9

/** Where one stands to look at a booth. */
export function placeAtStand(stand: { x: number; z: number; yaw: number }): Place {
  return placeBefore(stand, LOOKING_DISTANCE)
}

export function placeAtPavilion(world: HallWorld, number: number): Place | null {
  const place = world.layout.byNumber.get(number)
  return place ? placeBefore(place.gate, BEFORE_GATE) : null
}

/** Where a visit begins; at the welcome arch when nothing else is asked, or what is asked doesn't exist. */
export function startPlace(world: HallWorld, start: HallOptions['start']): Place {
  if (start && !('booth' in start)) return start
  const stand = start && findStand(world, start.booth)
  return stand ? placeAtStand(stand) : { ...world.layout.start }
}
