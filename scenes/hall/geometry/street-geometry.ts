import type { InstancedBufferGeometry } from 'three'
import { BOULEVARD_WIDTH } from '~/domain/hall/layout'
import { FURNITURE_LINE } from '../world/street'
import { type Corner, MATTER, PART, QuadBuilder } from './quad-builder'
import { capitGunting, julangNgapak, pediment } from './roofs'

const SIGN_RATIO = 512 / 112
/** So near the middle that a post never stands before the next booth's sign, as seen from the boulevard. */
const GATE_POST = 1.82

/** A pavilion's gate over the mouth of an aisle. The sign hangs before the posts, never behind them. */
export function gateGeometry(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  for (const s of [-1, 1]) {
    q.box(s * GATE_POST, 0, 0, 0.62, 0.5, 0.62, MATTER.stone, { foot: 0.55 })
    q.box(s * GATE_POST, 0.5, 0, 0.3, 3.5, 0.3, MATTER.wood, { foot: 0.75 })
    q.box(s * GATE_POST, 1.5, 0.17, 0.22, 1.7, 0.03, MATTER.cloth, { faces: 'f' })
    q.box(s * GATE_POST, 3.5, 0, 0.42, 0.1, 0.42, MATTER.gold, { faces: 'fblru' })
    q.box(s * GATE_POST, 2.55, 0.26, 0.2, 0.3, 0.2, MATTER.lamp, { faces: 'fblrtu', kind: 1 })
    q.box(s * GATE_POST, 2.86, 0.22, 0.28, 0.06, 0.3, MATTER.iron, { faces: 'fblrt' })
  }
  sign(q, 6.2, 3.86, 0.26)
  const roof = { width: 8.4, depth: 1.9, base: 5.34, height: 1.5, steps: 6 }
  julangNgapak(q, roof)
  pediment(q, roof, 5.28, 3.1)
  julangNgapak(q, { width: 3.6, depth: 1.4, base: 6.5, height: 1.05, steps: 5 })
  capitGunting(q, 7.5, 0.72, 0.6)
  return q.finish()
}

/** The welcome arch over the whole boulevard. */
export function archGeometry(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  const half = BOULEVARD_WIDTH / 2 - 1.1
  for (const s of [-1, 1]) {
    q.box(s * half, 0, 0, 1.2, 0.7, 1.2, MATTER.stone, { foot: 0.55 })
    q.box(s * half, 0.7, 0, 0.72, 4.6, 0.72, MATTER.wood, { foot: 0.7 })
    q.box(s * half, 1.2, 0.38, 0.5, 2.9, 0.03, MATTER.cloth, { faces: 'f', foot: 0.8 })
    q.box(s * half, 1.2, -0.38, 0.5, 2.9, 0.03, MATTER.cloth, { faces: 'b', foot: 0.8 })
    q.box(s * half, 4.35, 0, 1.1, 0.12, 1.1, MATTER.gold, { faces: 'fblru' })
    q.box(s * (half - 0.75), 3.2, 0.2, 0.3, 0.44, 0.3, MATTER.lamp, { faces: 'fblrtu', kind: 1 })
    q.box(s * (half - 0.75), 3.64, 0.2, 0.4, 0.08, 0.4, MATTER.iron, { faces: 'fblrt' })
    q.box(s * (half - 0.38), 3.74, 0.2, 0.8, 0.06, 0.06, MATTER.iron, { faces: 'fbtu' })
  }
  sign(q, 7.3, 4.35, 0.62)
  const roof = { width: 12.6, depth: 2.6, base: 6.1, height: 2.2, steps: 8 }
  julangNgapak(q, roof)
  pediment(q, roof, 6, 3.7)
  // A lantern under each eave.
  for (const s of [-1, 1]) {
    q.box(s * 5.16, 5.2, 0.75, 0.3, 0.4, 0.3, MATTER.lamp, { faces: 'fblrtu', kind: 1 })
    q.box(s * 5.16, 5.6, 0.75, 0.02, 0.6, 0.02, MATTER.iron, { faces: 'flr' })
  }
  julangNgapak(q, { width: 5.6, depth: 2, base: 7.55, height: 1.35, steps: 7 })
  capitGunting(q, 8.75, 1.02, 0.7)
  return q.finish()
}

/** A board read from both sides, gold above and the burning line beneath. */
function sign(q: QuadBuilder, width: number, foot: number, thick: number): void {
  const [half, top, z] = [width / 2, foot + width / SIGN_RATIO, thick / 2 + 0.1]
  q.quad([-half, foot, z], [half, foot, z], [half, top, z], [-half, top, z], MATTER.sign)
  q.quad([half, foot, -z], [-half, foot, -z], [-half, top, -z], [half, top, -z], MATTER.sign)
  q.box(0, foot, 0, width, top - foot, 2 * z - 0.02, MATTER.wood, { faces: 'lrt' })
  q.box(0, foot - 0.1, 0, width, 0.1, 2 * z + 0.04, MATTER.lamp, { faces: 'fblru' })
  q.box(0, top, 0, width + 0.16, 0.08, 2 * z + 0.1, MATTER.gold, { faces: 'fblrt' })
}

/** A street lamp with two lanterns, and an umbul-umbul: the bent bamboo with the festival's flag. */
export function lampGeometry(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  q.box(0, 0, 0, 0.42, 0.34, 0.42, MATTER.stone, { foot: 0.55 })
  q.box(0, 0.34, 0, 0.09, 4.1, 0.09, MATTER.iron, { foot: 0.8 })
  q.box(0, 3.9, 0, 1.3, 0.05, 0.05, MATTER.iron, { faces: 'fbtu' })
  for (const s of [-1, 1]) {
    q.box(s * 0.6, 3.42, 0, 0.26, 0.36, 0.26, MATTER.lamp, { faces: 'fblru', kind: 1 })
    q.box(s * 0.6, 3.78, 0, 0.36, 0.06, 0.36, MATTER.iron, { faces: 'fblrt' })
  }
  // It bends over the carpet, so that its cloth is seen by those who walk along.
  const bent = (t: number, out = 0, low = 0): Corner => {
    const away = 0.05 + t ** 3 * 1.1 + out
    return [away * 0.4, 6.3 * Math.sin(t * 1.35) - low, 0.14 + away * 0.9]
  }
  const steps = 8
  for (let i = 0; i < steps; i++) {
    const [t0, t1] = [i / steps, (i + 1) / steps]
    q.sheet(bent(t0), bent(t0, 0.05), bent(t1, 0.05), bent(t1), MATTER.wood)
    if (i < 3) continue
    const wide = (k: number) => 0.05 + 0.8 * (1 - ((k - 3) / 5) ** 2)
    q.sheet(
      bent(t0, 0.04),
      bent(t0, wide(i), 0.14),
      bent(t1, wide(i + 1), 0.14),
      bent(t1, 0.04),
      MATTER.cloth,
      { uv: [0, 1 - (i - 3) / 5, 1, 1 - (i - 2) / 5], kind: 2 },
    )
  }
  return q.finish()
}

/** A string of bulbs between two lamps that face each other across the boulevard; along z. */
export function garlandGeometry(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  const steps = 10
  const at = (i: number): [number, number] => {
    const t = (i / steps) * 2 - 1
    return [t * FURNITURE_LINE, 3.9 + 0.5 * t * t]
  }
  for (let i = 0; i < steps; i++) {
    const [z0, y0] = at(i)
    const [z1, y1] = at(i + 1)
    q.sheet([0, y0 - 0.012, z0], [0, y1 - 0.012, z1], [0, y1 + 0.012, z1], [0, y0 + 0.012, z0], MATTER.iron)
    if (i > 0) q.box(0, y0 - 0.14, z0, 0.1, 0.13, 0.1, MATTER.lamp, { faces: 'fblru' })
  }
  return q.finish()
}

/**
 * A planter with a small tree over blossoms and a bench on its side. The tree's crown is higher than the booths'
 * signs, which are read beneath it. At an aisle's end a screen of framed cloth stands behind it.
 */
export function planterGeometry(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  q.box(0, 0, 0, 1.3, 0.46, 1.1, MATTER.stone, { foot: 0.55 })
  q.box(0, 0.4, 0, 1.16, 0.07, 0.96, MATTER.leaf, { faces: 't', head: 0.5 })
  // The bench stands beside the planter along the street, so that the way to the booths stays free.
  for (const x of [0.86, 2]) q.box(x, 0, 0, 0.08, 0.42, 0.4, MATTER.iron, { foot: 0.5 })
  q.box(1.43, 0.42, 0, 1.5, 0.06, 0.46, MATTER.wood, { faces: 'fblrtu' })
  q.box(0, 0.46, 0, 0.14, 2.7, 0.14, MATTER.wood, { faces: 'fblr', foot: 0.5, head: 0.66 })
  const crowns: [number, number, number, number][] = [
    [0, 3.75, 0, 0.76],
    [0.52, 3.42, 0.2, 0.52],
    [-0.54, 3.46, -0.16, 0.56],
    [0.06, 4.25, -0.06, 0.52],
  ]
  for (const [x, y, z, r] of crowns) crown(q, x, y, z, r)
  // Bougainvillea over the rim.
  for (const [x, z] of [
    [-0.45, 0.4],
    [0.3, 0.42],
    [0.5, -0.3],
  ] as const)
    crown(q, x, 0.58, z, 0.24, true)
  screen(q)
  return q.finish()
}

/** Two framed cloths under a small roof with two lanterns, its middle in the middle of the aisle. */
function screen(q: QuadBuilder): void {
  const [part, z, middle] = [PART.julang, -0.95, 0.7]
  for (const s of [-1, 1]) {
    const [l, r] = s < 0 ? [middle - 2.98, middle] : [middle, middle + 2.98]
    q.quad([l, 0, z], [r, 0, z], [r, 2.86, z], [l, 2.86, z], MATTER.cloth, {
      part,
      kind: 3,
      light: [0.66, 0.66, 0.92, 0.92],
    })
    const x = middle + s * 1.5
    q.box(x, 2.3, z + 0.3, 0.24, 0.32, 0.24, MATTER.lamp, { part, faces: 'flru', kind: 1 })
    q.box(x, 2.62, z + 0.3, 0.3, 0.05, 0.3, MATTER.iron, { part, faces: 'flrt' })
  }
  const [l, r] = [middle - 3.2, middle + 3.2]
  q.quad([l, 2.82, z + 0.6], [r, 2.82, z + 0.6], [r, 3.3, z], [l, 3.3, z], MATTER.roof, { part })
  q.quad([l, 2.74, z + 0.6], [r, 2.74, z + 0.6], [r, 2.82, z + 0.6], [l, 2.82, z + 0.6], MATTER.gold, {
    part,
  })
}

/** A rough ball of leaves: a few sides, three rings. */
function crown(q: QuadBuilder, x: number, y: number, z: number, r: number, blossom = false): void {
  const rings: [number, number][] = [
    [-0.8, 0.5],
    [-0.1, 1],
    [0.6, 0.75],
    [1, 0.05],
  ]
  const sides = blossom ? 6 : 8
  const at = (ring: [number, number], i: number, turn: number): Corner => {
    const angle = ((i + turn) / sides) * Math.PI * 2
    return [x + Math.cos(angle) * ring[1] * r, y + ring[0] * r * 0.9, z - Math.sin(angle) * ring[1] * r]
  }
  for (let k = 0; k + 1 < rings.length; k++) {
    const low: [number, number] = rings[k] ?? [0, 0]
    const high: [number, number] = rings[k + 1] ?? [0, 0]
    const [dark, bright] = [0.5 + 0.17 * k, 0.67 + 0.17 * k]
    for (let i = 0; i < sides; i++)
      q.quad(
        at(low, i, k / 6),
        at(low, i + 1, k / 6),
        at(high, i + 1, (k + 1) / 6),
        at(high, i, (k + 1) / 6),
        blossom ? MATTER.blossom : MATTER.leaf,
        {
          light: [dark, dark, bright, bright],
          kind: k,
        },
      )
  }
}
