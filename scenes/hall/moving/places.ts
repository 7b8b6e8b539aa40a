import { placeBeforeGate } from '~/domain/hall/layout'
import type { HallOptions, Place } from '../hall-api'
import type { HallWorld } from '../world/hall-world'
import type { Lens } from './orbit'
import { EYE_HEIGHT } from './visitor'

/** The upper edges of what is to be read over a gate and over the arch, metres over the ground. */
const GATE_TOP = 5.45
const ARCH_TOP = 6.15
/** Between a sign and the edge of what is free, pixels. */
const MARGIN = 12

/** In front of a pavilion's gate, with its name in view. */
export function placeAtPavilion(world: HallWorld, number: number, sight: Sight): Place | null {
  const place = world.layout.byNumber.get(number)
  if (!place) return null
  return upTo(placeBeforeGate(place), place.gate, GATE_TOP, sight)
}

/** Before the welcome arch. */
export function homePlace({ layout }: HallWorld, sight: Sight): Place {
  return upTo(layout.start, layout.welcome, ARCH_TOP, sight)
}

/** What the picture shows, and how many of its pixels from above something lies over. */
export interface Sight {
  lens: Lens
  coveredTop: number
}

/** Looks up so far that the upper edge of something is in the free part of the picture; level if it is anyway. */
function upTo(
  place: Place,
  target: { x: number; z: number },
  top: number,
  { lens, coveredTop }: Sight,
): Place {
  const up = Math.atan((top - EYE_HEIGHT) / Math.hypot(target.x - place.x, target.z - place.z))
  const seen = Math.atan(((lens.height / 2 - coveredTop - MARGIN) / (lens.height / 2)) * lens.tangent)
  return up > seen ? { ...place, pitch: up - seen } : { ...place }
}

/** Where a visit begins; at the welcome arch when nothing else is asked, or what is asked doesn't exist. */
export function startPlace(world: HallWorld, start: HallOptions['start'], sight: Sight): Place {
  if (!start || 'booth' in start) return homePlace(world, sight)
  if (start.pitch !== undefined) return start
  // Who begins before a gate looks up as far as who goes there.
  for (const { number } of world.layout.pavilions) {
    const before = placeAtPavilion(world, number, sight)
    if (before && isSame(before, start)) return before
  }
  return start
}

const isSame = (a: Place, b: Place): boolean =>
  Math.hypot(a.x - b.x, a.z - b.z) < 0.01 && Math.abs(a.yaw - b.yaw) < 0.001
