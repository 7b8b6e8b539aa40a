import type { FloorHash } from '../world/floor-hash'

export interface Ray {
  x: number
  y: number
  z: number
  dx: number
  dy: number
  dz: number
}

interface Target {
  x: number
  z: number
  booth: object | null
}

export type Picked<T> =
  | { kind: 'stand'; stand: T; distance: number }
  | { kind: 'floor'; x: number; z: number }
  | null

const FARTHEST = 110
const FARTHEST_FLOOR = 60
const HALF = 1.5
const TOP = 2.95

/** What a ray meets first: it walks from cell to cell over the floor, no mesh is asked. */
export function pick<T extends Target>(hash: FloorHash<T>, ray: Ray): Picked<T> {
  const toFloor = ray.dy < -1e-4 ? -ray.y / ray.dy : Number.POSITIVE_INFINITY
  const [stepX, stepZ] = [ray.dx < 0 ? -1 : 1, ray.dz < 0 ? -1 : 1]
  let [cellX, cellZ] = [hash.index(ray.x), hash.index(ray.z)]
  const { cell } = hash
  const [paceX, paceZ] = [Math.abs(cell / (ray.dx || 1e-9)), Math.abs(cell / (ray.dz || 1e-9))]
  let nextX = ((cellX + (stepX > 0 ? 1 : 0)) * cell - ray.x) / (ray.dx || 1e-9)
  let nextZ = ((cellZ + (stepZ > 0 ? 1 : 0)) * cell - ray.z) / (ray.dz || 1e-9)
  let best: T | null = null
  let distance = Number.POSITIVE_INFINITY
  for (let travelled = 0; travelled < Math.min(FARTHEST, toFloor + cell) && distance > travelled; ) {
    for (const target of hash.at(cellX, cellZ)) {
      if (!target.booth) continue
      const t = entry(target, ray)
      if (t < distance) {
        distance = t
        best = target
      }
    }
    travelled = Math.min(nextX, nextZ)
    if (nextX < nextZ) {
      nextX += paceX
      cellX += stepX
    } else {
      nextZ += paceZ
      cellZ += stepZ
    }
  }
  if (best && distance < toFloor) return { kind: 'stand', stand: best, distance }
  if (toFloor > FARTHEST_FLOOR) return null
  return { kind: 'floor', x: ray.x + ray.dx * toFloor, z: ray.z + ray.dz * toFloor }
}

/** How far the ray travels until it enters the booth's box; infinity when it misses. */
function entry(target: Target, ray: Ray): number {
  let from = 0
  let to = Number.POSITIVE_INFINITY
  for (const [origin, direction, low, high] of [
    [ray.x, ray.dx, target.x - HALF, target.x + HALF],
    [ray.y, ray.dy, 0, TOP],
    [ray.z, ray.dz, target.z - HALF, target.z + HALF],
  ] as const) {
    const slope = direction || 1e-9
    const [a, b] = [(low - origin) / slope, (high - origin) / slope]
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return from <= to ? from : Number.POSITIVE_INFINITY
}
