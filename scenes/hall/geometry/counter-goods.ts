import { type Corner, FAMILY_PART, MATTER, PART, type QuadBuilder } from './quad-builder'

/** Where the five things on the counter stand: the same ground and height for every family of goods. */
const SPOTS = Array.from({ length: 5 }, (_, i) => ({
  x: -1.1 + i * 0.2,
  z: 0.66 + ((i * 7) % 3) * 0.05,
  height: 0.16 + ((i * 5) % 3) * 0.06,
}))
const TOP = 0.97
const WIDE = 0.14
const DEEP = 0.13

/**
 * The goods on the counter by what the booth makes: boxes, cloth, jars, bottles, crates, baskets, books. One
 * family stands on each booth, the vertex shader folds the others away, so they cost no draw of their own.
 */
export function counterGoods(q: QuadBuilder): void {
  for (const [i, spot] of SPOTS.entries()) {
    const look = (family: number) => ({ part: FAMILY_PART[family] ?? PART.goods, kind: family * 16 + i + 1 })
    const { x, z, height: h } = spot
    q.box(x, TOP, z, WIDE, h, DEEP, MATTER.goods, { faces: 'flrt', foot: 0.8, ...look(0) })
    // Cloth: folded, one piece on the other; the shader draws the folds.
    q.box(x, TOP, z, WIDE + 0.04, h * 0.62, DEEP + 0.05, MATTER.goods, {
      faces: 'flrt',
      foot: 0.8,
      ...look(1),
    })
    lathe(q, x, z, JAR, 6, h * 0.9, look(2), true)
    lathe(q, x, z, BOTTLE, 5, h * 1.12, look(3), false)
    crate(q, x, z, h, look(4))
    lathe(q, x, z, BASKET, 6, h * 0.8, look(5), true)
    for (const [k, lean] of [-0.045, 0, 0.045].entries())
      q.box(x + lean, TOP, z, 0.038, h * (0.86 + 0.09 * ((i + k) % 3)), DEEP, MATTER.goods, {
        faces: 'flrt',
        foot: 0.8,
        part: FAMILY_PART[6] ?? PART.goods,
        kind: 96 + i * 3 + k,
      })
  }
}

/** Radius and height of each ring from the foot, as parts of the thing's height. */
type Profile = readonly (readonly [radius: number, height: number])[]
const JAR: Profile = [
  [0.066, 0],
  [0.066, 0.82],
  [0.056, 1],
]
const BOTTLE: Profile = [
  [0.055, 0],
  [0.055, 0.6],
  [0.019, 0.8],
  [0.019, 1],
]
const BASKET: Profile = [
  [0.05, 0],
  [0.075, 1],
]

interface Look {
  part: (typeof PART)[keyof typeof PART]
  kind: number
}

function lathe(
  q: QuadBuilder,
  x: number,
  z: number,
  profile: Profile,
  sides: number,
  height: number,
  look: Look,
  lid: boolean,
): void {
  const at = ([r, h]: readonly [number, number], i: number): Corner => {
    const angle = (i / sides) * Math.PI * 2
    return [x + Math.sin(angle) * r, TOP + h * height, z + Math.cos(angle) * r]
  }
  for (const [k, low] of profile.entries()) {
    const high = profile[k + 1]
    if (!high) {
      // A lid of two quads over six sides.
      if (lid)
        for (const from of [0, 3])
          q.quad(at(low, from), at(low, from + 1), at(low, from + 2), at(low, from + 3), MATTER.goods, {
            ...look,
            uv: [0, 0.02, 1, 0],
          })
      break
    }
    const light = [0.8 + 0.2 * low[1], 0.8 + 0.2 * low[1], 0.8 + 0.2 * high[1], 0.8 + 0.2 * high[1]] as const
    for (let i = 0; i < sides; i++)
      q.quad(at(low, i), at(low, i + 1), at(high, i + 1), at(high, i), MATTER.goods, {
        ...look,
        light,
        uv: [i / sides, 1 - low[1], (i + 1) / sides, 1 - high[1]],
      })
  }
}

/** A low crate of wood, heaped with fruit, roots or fish under leaves. */
function crate(q: QuadBuilder, x: number, z: number, height: number, look: Look): void {
  const h = height * 0.55
  q.box(x, TOP, z, WIDE + 0.03, h, DEEP + 0.03, MATTER.wood, { faces: 'flr', foot: 0.8, part: look.part })
  for (const [dx, dz, r] of [
    [-0.036, 0.02, 0.042],
    [0.036, -0.01, 0.045],
  ] as const) {
    const ring = (i: number, out: number, up: number): Corner => {
      const angle = (i / 4) * Math.PI * 2 + 0.4
      return [x + dx + Math.sin(angle) * out, TOP + h + up, z + dz + Math.cos(angle) * out]
    }
    for (let i = 0; i < 4; i++)
      q.quad(
        ring(i, r, -0.02),
        ring(i + 1, r, -0.02),
        ring(i + 1, r * 0.5, r),
        ring(i, r * 0.5, r),
        MATTER.goods,
        {
          ...look,
          light: [0.7, 0.7, 1, 1],
        },
      )
    q.quad(
      ring(0, r * 0.5, r),
      ring(1, r * 0.5, r),
      ring(2, r * 0.5, r),
      ring(3, r * 0.5, r),
      MATTER.goods,
      look,
    )
  }
}
