/**
 * What can be picked in a booth, in its local axes (the front looks along +z), metres. A front is an upright
 * rectangle. The pictures and the easel are where `booth-geometry.ts` draws them; a test holds the two together.
 */
export interface Thing {
  /** Its place on the booth's shelf. */
  good: number
  left: number
  right: number
  foot: number
  top: number
  z: number
}

const PICTURES: readonly Thing[] = [
  { good: 0, left: -0.64, right: 0.64, foot: 1, top: 2.04, z: -0.665 },
  { good: 1, left: -1.33, right: -0.79, foot: 1.28, top: 1.82, z: -0.65 },
  { good: 2, left: 0.79, right: 1.33, foot: 1.28, top: 1.82, z: -0.65 },
]

const EASEL: Thing = { good: 0, left: 0.28, right: 0.58, foot: 0.97, top: 1.26, z: 0.9 }

/** The boxes on the counter stand for what comes after the three pictures. */
const BOXES: readonly Thing[] = Array.from({ length: 5 }, (_, i) => ({
  good: 3 + i,
  left: -1.17 + i * 0.2,
  right: -1.03 + i * 0.2,
  foot: 0.97,
  top: 0.97 + 0.16 + ((i * 5) % 3) * 0.06,
  z: 0.725 + ((i * 7) % 3) * 0.05,
}))

/** The things on the counter hide what is behind them. */
export const THINGS: readonly Thing[] = [...PICTURES, EASEL, ...BOXES]

/** What stands for one of the goods; undefined beyond those that a booth can show. */
export function thingOf(good: number): Thing | undefined {
  return THINGS.find((thing) => thing.good === good)
}

/** The goods that something stands for, as one sees them: along the wall, then along the counter, left to right. */
const AS_SEEN = [...PICTURES]
  .sort((a, b) => a.left - b.left)
  .concat(BOXES)
  .map(({ good }) => good)

/**
 * The next of a booth's goods to the right (1) or to the left (−1), and round again; those that nothing stands
 * for come after all others. From none at all it is the one in the middle.
 */
export function goodBeside(from: number | null, step: 1 | -1, count: number): number {
  if (from === null) return 0
  const shown = AS_SEEN.filter((good) => good < count)
  const at = from < AS_SEEN.length ? shown.indexOf(from) : from
  const next = (at + step + count) % count
  return shown[next] ?? next
}

/** The front from the ground to the upper edge of the sign. */
export const FRONT: Omit<Thing, 'good'> = { left: -1.5, right: 1.5, foot: 0, top: 2.9, z: 1.48 }

interface Stall {
  x: number
  z: number
  /** Turn of its +z axis, radians. */
  angle: number
}

interface Ray {
  x: number
  y: number
  z: number
  dx: number
  dy: number
  dz: number
}

/**
 * Which of a booth's goods a ray meets first; null: none.
 * @param count how many goods the booth has. A box that stands for none of them is only a box.
 * @param slack metres around each thing that count as well, for a finger.
 */
export function pickGood(stall: Stall, ray: Ray, count: number, slack = 0.03): number | null {
  const [c, s] = [Math.cos(stall.angle), Math.sin(stall.angle)]
  const [px, pz] = [ray.x - stall.x, ray.z - stall.z]
  // Into the booth's axes.
  const [x, z] = [c * px - s * pz, s * px + c * pz]
  const [dx, dz] = [c * ray.dx - s * ray.dz, s * ray.dx + c * ray.dz]
  if (dz > -1e-6) return null
  let nearest = Number.POSITIVE_INFINITY
  let good: number | null = null
  for (const thing of THINGS) {
    const t = (thing.z - z) / dz
    if (thing.good >= count || t <= 0 || t >= nearest) continue
    const [hitX, hitY] = [x + dx * t, ray.y + ray.dy * t]
    if (hitX < thing.left - slack || hitX > thing.right + slack) continue
    if (hitY < thing.foot - slack || hitY > thing.top + slack) continue
    nearest = t
    good = thing.good
  }
  return good
}

/** Puts a point of the booth's own axes into the hall. */
export function toHall(stall: Stall, x: number, z: number): { x: number; z: number } {
  const [c, s] = [Math.cos(stall.angle), Math.sin(stall.angle)]
  return { x: stall.x + c * x + s * z, z: stall.z - s * x + c * z }
}
