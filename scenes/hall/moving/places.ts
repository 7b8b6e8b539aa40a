import { placeBefore, placeBeforeGate } from '~/domain/hall/layout'
import type { HallOptions, Place } from '../hall-api'
import { findStand, type HallWorld } from '../world/hall-world'

/** From here a booth's sign and shelves are seen whole; narrow pictures want a step more, as far as aisles allow. */
const LOOKING_DISTANCE = 4.1
const LONGEST_LOOKING_DISTANCE = 4.7
/** Half a sign, and how far before the booth's middle it hangs. */
const HALF_SIGN = 1.56
const SIGN_AHEAD = 1.48

/** Where one stands to look at a booth. `breadth` is the tangent of half the horizontal angle of view. */
export function placeAtStand(stand: { x: number; z: number; yaw: number }, breadth: number): Place {
  const whole = SIGN_AHEAD + HALF_SIGN / breadth
  return placeBefore(stand, Math.min(LONGEST_LOOKING_DISTANCE, Math.max(LOOKING_DISTANCE, whole)))
}

export function placeAtPavilion(world: HallWorld, number: number): Place | null {
  const place = world.layout.byNumber.get(number)
  return place ? placeBeforeGate(place) : null
}

/** Where a visit begins; at the welcome arch when nothing else is asked, or what is asked doesn't exist. */
export function startPlace(world: HallWorld, start: HallOptions['start'], breadth: number): Place {
  if (start && !('booth' in start)) return start
  const stand = start && findStand(world, start.booth)
  return stand ? placeAtStand(stand, breadth) : { ...world.layout.start }
}
