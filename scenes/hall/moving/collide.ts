import { BOOTH_SIZE, type Rect } from '~/domain/hall/layout'
import type { FloorHash } from '../world/floor-hash'

/** How close one comes to a booth, from the middle of one's body. */
const BODY = 0.4
const REACH = BOOTH_SIZE / 2 + BODY

interface Obstacle {
  x: number
  z: number
  booth: object | null
}

export interface Ground {
  hash: FloorHash<Obstacle>
  bounds: Rect
}

/** True when a visitor can stand there: on the hall's ground and not in a booth. */
export function isFree(ground: Ground, x: number, z: number): boolean {
  const { bounds, hash } = ground
  if (x < bounds.x + BODY || x > bounds.x + bounds.width - BODY) return false
  if (z < bounds.z + BODY || z > bounds.z + bounds.depth - BODY) return false
  const [x0, x1] = [hash.index(x - BODY), hash.index(x + BODY)]
  const [z0, z1] = [hash.index(z - BODY), hash.index(z + BODY)]
  for (let cx = x0; cx <= x1; cx++)
    for (let cz = z0; cz <= z1; cz++)
      for (const o of hash.at(cx, cz))
        if (o.booth && Math.abs(o.x - x) < REACH && Math.abs(o.z - z) < REACH) return false
  return true
}

/**
 * Takes a step that slides along walls, in place. One who already stands where nobody can (a booth opened
 * there) walks out in any direction, though not off the ground: nobody is ever trapped.
 */
export function slide(ground: Ground, at: { x: number; z: number }, dx: number, dz: number): void {
  if (!isFree(ground, at.x, at.z)) {
    at.x = within(at.x + dx, ground.bounds.x, ground.bounds.width)
    at.z = within(at.z + dz, ground.bounds.z, ground.bounds.depth)
    return
  }
  if (isFree(ground, at.x + dx, at.z + dz)) {
    at.x += dx
    at.z += dz
    return
  }
  if (isFree(ground, at.x + dx, at.z)) at.x += dx
  if (isFree(ground, at.x, at.z + dz)) at.z += dz
}

function within(value: number, from: number, length: number): number {
  return Math.min(from + length - BODY, Math.max(from + BODY, value))
}

const RING = 0.25
const DIRECTIONS = 24
const FARTHEST_RING = 12

/** The point itself, or the nearest free one around it; the ground's edge for a point outside. */
export function nearestFree(ground: Ground, x: number, z: number): { x: number; z: number } {
  const { bounds } = ground
  // Not exactly on the edge, which rounding could put outside.
  const cx = within(x, bounds.x + 1e-6, bounds.width - 2e-6)
  const cz = within(z, bounds.z + 1e-6, bounds.depth - 2e-6)
  if (isFree(ground, cx, cz)) return { x: cx, z: cz }
  for (let radius = RING; radius <= FARTHEST_RING; radius += RING)
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (i * 2 * Math.PI) / DIRECTIONS
      const [px, pz] = [cx + Math.cos(angle) * radius, cz + Math.sin(angle) * radius]
      if (isFree(ground, px, pz)) return { x: px, z: pz }
    }
  return { x: cx, z: cz }
}

/** True when one can walk straight from one point to the other. */
export function isStraightWayFree(
  ground: Ground,
  from: { x: number; z: number },
  to: { x: number; z: number },
): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / 0.4)
  for (let i = 1; i <= steps; i++) {
    const t = i / steps
    if (!isFree(ground, from.x + (to.x - from.x) * t, from.z + (to.z - from.z) * t)) return false
  }
  return true
}
