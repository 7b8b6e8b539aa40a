import type { InstancedBufferGeometry } from 'three'
import { counterGoods } from './counter-goods'
import { MATTER, PART, QuadBuilder } from './quad-builder'
import { awning, capitGunting, gable, julangNgapak } from './roofs'

/** Where the three drawings lie on a booth's picture sheet (see `drawing/picture-sheet.ts`): u, v bottom, u, v top. */
const POSTER = [0, 1, 2 / 3, 0] as const
const FIRST_GOODS = [2 / 3, 0.5, 1, 0] as const
const SECOND_GOODS = [2 / 3, 1, 1, 0.5] as const

/** The sign board is 2.98 m × 0.652 m: the proportion of a sign's drawing. */
export const SIGN_WIDTH = 2.98
const SIGN_HEIGHT = SIGN_WIDTH / (512 / 112)
const SIGN_FOOT = 2.2
/** The shelves stand on a partition in the middle, close enough to be looked at; behind it is the store. */
const BACK = -0.72

/** A booth at arm's length: shelves, goods, lamps, a plant. Local axes: the front looks along +z. */
export function nearBooth(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  deckAndWalls(q)
  fascia(q, true)
  for (const s of [-1, 1]) {
    q.box(s * 1.43, 0, 1.4, 0.09, 2.2, 0.09, MATTER.wood, { foot: 0.55 })
    q.quad(
      [s * 1.43 - 0.03, 2.2, 1.36],
      [s * 1.43 + 0.03, 2.2, 1.36],
      [s * 1.1 + 0.03, 2.5, 1.36],
      [s * 1.1 - 0.03, 2.5, 1.36],
      MATTER.wood,
    )
  }
  backShelf(q)
  counter(q)
  // Two pendant lamps with shades.
  for (const s of [-1, 1]) {
    q.box(s * 0.72, 2.02, 0.05, 0.2, 0.16, 0.2, MATTER.lamp, { faces: 'fblru', kind: 1 })
    q.box(s * 0.72, 2.18, 0.05, 0.26, 0.05, 0.26, MATTER.iron, { faces: 'fblrt' })
    q.box(s * 0.72, 2.23, 0.05, 0.015, 0.6, 0.015, MATTER.iron, { faces: 'flr' })
  }
  plant(q)
  q.box(0.86, 0.06, -0.3, 0.34, 0.44, 0.34, MATTER.wood, { part: PART.open, foot: 0.5 })
  shutter(q)
  award(q)
  julangNgapak(q, { width: 3.5, depth: 3.2, base: 2.88, height: 0.86, steps: 5, z: 0.06 }, PART.julang)
  capitGunting(q, 3.72, 1.68, 0.34, PART.julang)
  awning(q, true)
  gable(q, true)
  return q.finish()
}

/** A booth across the street: the same silhouette and light, without small things. */
export function midBooth(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  deckAndWalls(q)
  fascia(q, false)
  for (const s of [-1, 1]) q.box(s * 1.43, 0, 1.4, 0.09, 2.2, 0.09, MATTER.wood, { faces: 'flr', foot: 0.55 })
  picture(q, -0.64, 0.98, 0.64, 2.02, BACK + 0.02, POSTER)
  picture(q, -1.34, 1.3, -0.8, 1.84, BACK + 0.02, FIRST_GOODS)
  picture(q, 0.8, 1.3, 1.34, 1.84, BACK + 0.02, SECOND_GOODS)
  q.box(-0.3, 0.06, 0.78, 1.9, 0.86, 0.5, MATTER.cloth, { faces: 'flr', part: PART.open, foot: 0.6 })
  q.box(-0.3, 0.92, 0.78, 2, 0.05, 0.58, MATTER.wood, { faces: 'ft', part: PART.open })
  for (let i = 0; i < 3; i++)
    q.box(-0.95 + i * 0.62, 0.97, 0.74, 0.3, 0.26, 0.2, MATTER.goods, {
      faces: 'ft',
      part: PART.goods,
      kind: i,
    })
  for (const s of [-1, 1])
    q.box(s * 0.72, 2.02, 0.05, 0.22, 0.18, 0.22, MATTER.lamp, { faces: 'fb', part: PART.open })
  shutter(q)
  julangNgapak(q, { width: 3.5, depth: 3.2, base: 2.88, height: 0.86, steps: 3, z: 0.06 }, PART.julang)
  awning(q, false)
  gable(q, false)
  return q.finish()
}

/** A booth far away: a lit box with a sign and a roof, 15 quads. */
export function farBooth(): InstancedBufferGeometry {
  const q = new QuadBuilder()
  q.box(0, 0, -0.04, 2.96, 2.3, 2.86, MATTER.cloth, { faces: 'blr', foot: 0.6, kind: 3 })
  q.quad([-1.48, 0, 1.3], [1.48, 0, 1.3], [1.48, 2.25, -0.6], [-1.48, 2.25, -0.6], MATTER.plaster, {
    light: [0.5, 0.5, 0.95, 0.95],
  })
  q.quad([-1.2, 0, 1.36], [0.6, 0, 1.36], [0.6, 0.95, 1.36], [-1.2, 0.95, 1.36], MATTER.cloth, {
    part: PART.open,
  })
  q.quad(
    [-1.49, SIGN_FOOT, 1.47],
    [1.49, SIGN_FOOT, 1.47],
    [1.49, 2.85, 1.47],
    [-1.49, 2.85, 1.47],
    MATTER.sign,
  )
  q.quad([-1.49, 2.12, 1.47], [1.49, 2.12, 1.47], [1.49, 2.2, 1.47], [-1.49, 2.2, 1.47], MATTER.lamp)
  q.quad(
    [1.49, SIGN_FOOT, 1.4],
    [-1.49, SIGN_FOOT, 1.4],
    [-1.49, 2.85, 1.4],
    [1.49, 2.85, 1.4],
    MATTER.wood,
    {
      light: [0.5, 0.5, 0.5, 0.5],
    },
  )
  julangNgapak(q, { width: 3.5, depth: 3.2, base: 2.88, height: 0.8, steps: 1, z: 0.06 }, PART.julang)
  awning(q, false)
  gable(q, false)
  return q.finish()
}

function deckAndWalls(q: QuadBuilder): void {
  q.box(0, 0, 0, 2.98, 0.06, 2.98, MATTER.wood, { faces: 'flrb', foot: 0.5, head: 0.8 })
  q.quad([-1.49, 0.06, 1.49], [1.49, 0.06, 1.49], [1.49, 0.06, BACK], [-1.49, 0.06, BACK], MATTER.carpet, {
    light: [1, 1, 0.6, 0.6],
  })
  q.quad([-1.42, 0.06, BACK], [1.42, 0.06, BACK], [1.42, 2.8, BACK], [-1.42, 2.8, BACK], MATTER.plaster, {
    light: [0.6, 0.6, 0.95, 0.95],
  })
  q.quad([1.49, 0, -1.49], [-1.49, 0, -1.49], [-1.49, 2.86, -1.49], [1.49, 2.86, -1.49], MATTER.cloth, {
    light: [0.6, 0.6, 0.9, 0.9],
    kind: 3,
  })
  // Side walls reach two thirds forward, so that neighbours and the aisle stay in view.
  q.quad([-1.42, 0.06, 0.55], [-1.42, 0.06, BACK], [-1.42, 2.8, BACK], [-1.42, 2.8, 0.55], MATTER.plaster, {
    light: [0.85, 0.55, 0.85, 1],
  })
  q.quad([1.42, 0.06, BACK], [1.42, 0.06, 0.55], [1.42, 2.8, 0.55], [1.42, 2.8, BACK], MATTER.plaster, {
    light: [0.55, 0.85, 1, 0.85],
  })
  q.quad([-1.49, 0, -1.49], [-1.49, 0, 0.55], [-1.49, 2.86, 0.55], [-1.49, 2.86, -1.49], MATTER.cloth, {
    light: [0.55, 0.6, 1, 0.9],
    kind: 4,
  })
  q.quad([1.49, 0, 0.55], [1.49, 0, -1.49], [1.49, 2.86, -1.49], [1.49, 2.86, 0.55], MATTER.cloth, {
    light: [0.6, 0.55, 0.9, 1],
    kind: 4,
  })
  for (const s of [-1, 1]) q.box(s * 1.455, 0, 0.56, 0.075, 2.86, 0.03, MATTER.wood, { faces: 'f' })
}

function fascia(q: QuadBuilder, detailed: boolean): void {
  const top = SIGN_FOOT + SIGN_HEIGHT
  const half = SIGN_WIDTH / 2
  q.quad(
    [-half, SIGN_FOOT, 1.48],
    [half, SIGN_FOOT, 1.48],
    [half, top, 1.48],
    [-half, top, 1.48],
    MATTER.sign,
  )
  q.box(0, SIGN_FOOT, 1.44, SIGN_WIDTH, SIGN_HEIGHT, 0.075, MATTER.wood, {
    faces: detailed ? 'blru' : 'b',
    foot: 0.7,
    head: 0.5,
  })
  // The burning line beneath every sign: the eave of the whole product.
  if (detailed) {
    q.box(0, SIGN_FOOT - 0.075, 1.46, SIGN_WIDTH, 0.075, 0.09, MATTER.lamp, { faces: 'fu' })
    q.box(0, top, 1.46, SIGN_WIDTH + 0.06, 0.05, 0.12, MATTER.gold, { faces: 'ftlr' })
  } else {
    q.quad(
      [-half, SIGN_FOOT - 0.075, 1.48],
      [half, SIGN_FOOT - 0.075, 1.48],
      [half, SIGN_FOOT, 1.48],
      [-half, SIGN_FOOT, 1.48],
      MATTER.lamp,
    )
  }
}

function picture(
  q: QuadBuilder,
  left: number,
  foot: number,
  right: number,
  top: number,
  z: number,
  uv: readonly [number, number, number, number],
): void {
  q.quad([left, foot, z], [right, foot, z], [right, top, z], [left, top, z], MATTER.picture, {
    uv,
    part: PART.open,
  })
}

/** The poster in its frame, and two lit niches with the other goods on a continuous board. */
function backShelf(q: QuadBuilder): void {
  const open = { part: PART.open }
  q.box(0, 0.94, BACK + 0.03, 1.4, 1.16, 0.04, MATTER.wood, { faces: 'flrt', ...open, foot: 0.9 })
  picture(q, -0.64, 1, 0.64, 2.04, BACK + 0.055, POSTER)
  for (const s of [-1, 1]) {
    q.box(s * 1.06, 1.24, BACK + 0.04, 0.62, 0.62, 0.05, MATTER.wood, { faces: 'flr', ...open, foot: 0.9 })
    const [l, r] = [s * 1.06 - 0.27, s * 1.06 + 0.27]
    picture(q, l, 1.28, r, 1.82, BACK + 0.07, s < 0 ? FIRST_GOODS : SECOND_GOODS)
    q.box(s * 1.06, 1.2, BACK + 0.14, 0.7, 0.04, 0.28, MATTER.wood, { faces: 'ftu', ...open, foot: 0.6 })
    q.box(s * 1.06, 0.66, BACK + 0.18, 0.66, 0.04, 0.34, MATTER.wood, { faces: 'ftu', ...open, foot: 0.6 })
    for (let i = 0; i < 3; i++)
      q.box(
        s * 1.06 - 0.2 + i * 0.2,
        0.7,
        BACK + 0.2,
        0.15,
        0.2 + 0.09 * ((i + (s > 0 ? 1 : 0)) % 2),
        0.15,
        MATTER.goods,
        {
          faces: 'flrt',
          part: PART.goods,
          kind: i + (s > 0 ? 3 : 0),
          foot: 0.75,
        },
      )
  }
}

function counter(q: QuadBuilder): void {
  const open = { part: PART.open }
  q.box(-0.3, 0.06, 0.78, 1.9, 0.86, 0.5, MATTER.cloth, { faces: 'fblr', ...open, foot: 0.6 })
  q.box(-0.3, 0.92, 0.78, 2, 0.05, 0.6, MATTER.wood, { faces: 'fblrt', ...open, foot: 0.9 })
  counterGoods(q)
  // A small easel with the picture of the first thing that the booth makes.
  const [l, r, y] = [0.28, 0.58, 0.97]
  q.quad([l, y, 0.9], [r, y, 0.9], [r, y + 0.29, 0.82], [l, y + 0.29, 0.82], MATTER.picture, {
    uv: POSTER,
    part: PART.goods,
  })
  q.quad([r, y, 0.88], [l, y, 0.88], [l, y + 0.29, 0.8], [r, y + 0.29, 0.8], MATTER.wood, {
    part: PART.goods,
  })
}

function plant(q: QuadBuilder): void {
  q.box(1.12, 0.06, 1.02, 0.34, 0.36, 0.34, MATTER.paint, { faces: 'fblrt', part: PART.open, foot: 0.6 })
  for (let i = 0; i < 5; i++) {
    const angle = (i * Math.PI * 2) / 5
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const at = (out: number, side: number, y: number) =>
      [1.12 + c * out - s * side, y, 1.02 + s * out + c * side] as const
    q.sheet(
      at(0.02, -0.07, 0.4),
      at(0.02, 0.07, 0.4),
      at(0.3, 0.09, 0.92),
      at(0.3, -0.09, 0.92),
      MATTER.leaf,
      {
        part: PART.open,
        light: [0.5, 0.5, 1, 1],
      },
    )
  }
}

function shutter(q: QuadBuilder): void {
  q.quad([-1.4, 0.06, 1.3], [1.4, 0.06, 1.3], [1.4, 2.2, 1.3], [-1.4, 2.2, 1.3], MATTER.shutter, {
    part: PART.closed,
    light: [0.6, 0.6, 0.85, 0.85],
  })
}

/** A small gold plate on the post at the visitor's right hand. */
function award(q: QuadBuilder): void {
  q.quad([1.13, 1.5, 1.47], [1.45, 1.5, 1.47], [1.45, 1.9, 1.47], [1.13, 1.9, 1.47], MATTER.gold, {
    part: PART.award,
    kind: 1,
  })
  q.quad([1.45, 1.5, 1.46], [1.13, 1.5, 1.46], [1.13, 1.9, 1.46], [1.45, 1.9, 1.46], MATTER.wood, {
    part: PART.award,
  })
}
