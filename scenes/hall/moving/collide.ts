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
 * A step that slides along walls. One who already stands where nobody can (a booth opened there) walks
 * out in any direction: nobody is ever trapped.
 */
export function slide(
  ground: Ground,
  x: number,
  z: number,
  dx: number,
  dz: number,
): { x: number; z: number } {
  if (!isFree(ground, x, z)) return { x: x + dx, z: z + dz }
  if (isFree(ground, x + dx, z + dz)) return { x: x + dx, z: z + dz }
  const along = isFree(ground, x + dx, z) ? x + dx : x
  return { x: along, z: isFree(ground, along, z + dz) ? z + dz : z }
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
