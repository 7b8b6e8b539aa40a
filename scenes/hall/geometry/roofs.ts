import { type Corner, MATTER, PART, type QuadBuilder, type Surface } from './quad-builder'

/**
 * Julang ngapak, "the hornbill spreading its wings": a steep ridge that runs out into flat, slightly
 * lifted eaves. The ridge runs along z. `steps` is the number of planes on each side.
 */
export function julangNgapak(
  quads: QuadBuilder,
  size: { width: number; depth: number; base: number; height: number; steps: number; z?: number },
  part: Surface['part'] = PART.always,
): void {
  const { width, depth, base, height, steps, z = 0 } = size
  const [near, far] = [z + depth / 2, z - depth / 2]
  const profile = Array.from({ length: steps + 1 }, (_, i): [number, number] => {
    const t = i / steps
    const lift = t > 0.62 ? (t - 0.62) * 0.5 * height : 0
    return [(t * width) / 2, base + height * (1 - t) ** 2.2 + lift]
  })
  for (let i = 0; i < steps; i++) {
    const [x0, y0] = profile[i] ?? [0, base]
    const [x1, y1] = profile[i + 1] ?? [0, base]
    const edge = 0.08
    for (const s of [1, -1]) {
      const flip = (a: Corner, b: Corner, c: Corner, d: Corner): [Corner, Corner, Corner, Corner] =>
        s > 0 ? [a, b, c, d] : [b, a, d, c]
      const light = s > 0 ? ([1, 0.86, 0.86, 1] as const) : ([0.86, 1, 1, 0.86] as const)
      quads.quad(
        ...flip([s * x0, y0, near], [s * x1, y1, near], [s * x1, y1, far], [s * x0, y0, far]),
        MATTER.roof,
        {
          part,
          light,
          kind: s,
        },
      )
      // The front edge shows its thickness; underneath one sees the rafters, lit from below.
      quads.quad(
        ...flip([s * x0, y0 - edge, near], [s * x1, y1 - edge, near], [s * x1, y1, near], [s * x0, y0, near]),
        MATTER.gold,
        { part, light: [0.62, 0.62, 0.8, 0.8] },
      )
      quads.quad(
        ...flip(
          [s * x1, y1 - edge, near],
          [s * x0, y0 - edge, near],
          [s * x0, y0 - edge, far],
          [s * x1, y1 - edge, far],
        ),
        MATTER.wood,
        { part, light: [0.5, 0.5, 0.45, 0.45] },
      )
    }
  }
}

/** What closes the space between a board and the julang ngapak roof over it: cloth, read from both sides. */
export function pediment(
  quads: QuadBuilder,
  roof: { width: number; base: number; height: number; steps: number },
  foot: number,
  half: number,
): void {
  const under = (x: number): number => {
    const t = (2 * x) / roof.width
    return roof.base + roof.height * (1 - t) ** 2.2 + (t > 0.62 ? (t - 0.62) * 0.5 * roof.height : 0) - 0.12
  }
  for (let i = 0; i < roof.steps; i++) {
    const [x0, x1] = [(i / roof.steps) * half, ((i + 1) / roof.steps) * half]
    for (const s of [1, -1])
      quads.sheet(
        [s * x0, foot, 0],
        [s * x1, foot, 0],
        [s * x1, Math.max(foot, under(x1)), 0],
        [s * x0, Math.max(foot, under(x0)), 0],
        MATTER.cloth,
        { light: [0.9, 0.9, 0.55, 0.55] },
      )
  }
}

/** Capit gunting, the crossed rafter ends over the ridge: the programme's mark in small. */
export function capitGunting(
  quads: QuadBuilder,
  y: number,
  z: number,
  size: number,
  part?: Surface['part'],
): void {
  for (const s of [1, -1]) {
    const [x, top] = [s * size * 0.55, y + size]
    const w = size * 0.09
    quads.sheet(
      [-x * 0.35 - w, y - size * 0.3, z],
      [-x * 0.35 + w, y - size * 0.3, z],
      [x + w, top, z],
      [x - w, top, z],
      MATTER.gold,
      {
        part,
        light: [0.7, 0.7, 1, 1],
      },
    )
  }
}

/** A sloping cloth over the booth with a scalloped-looking valance at the front. */
export function awning(quads: QuadBuilder, detailed: boolean): void {
  const part = PART.awning
  quads.quad([-1.54, 2.9, 1.72], [1.54, 2.9, 1.72], [1.54, 3.34, -1.48], [-1.54, 3.34, -1.48], MATTER.roof, {
    part,
    kind: 2,
    light: [0.92, 0.92, 1, 1],
  })
  quads.quad(
    [-1.54, 3.33, -1.48],
    [1.54, 3.33, -1.48],
    [1.54, 2.89, 1.72],
    [-1.54, 2.89, 1.72],
    MATTER.wood,
    {
      part,
      light: [0.42, 0.42, 0.55, 0.55],
    },
  )
  for (const s of [1, -1]) {
    const [a, b, c]: Corner[] = [
      [s * 1.54, 2.9, 1.72],
      [s * 1.54, 2.9, -1.48],
      [s * 1.54, 3.34, -1.48],
    ]
    if (a && b && c) quads.sheet(a, b, c, a, MATTER.roof, { part, kind: 2, light: [0.7, 0.6, 0.7, 0.7] })
  }
  if (detailed)
    quads.sheet([-1.54, 2.78, 1.72], [1.54, 2.78, 1.72], [1.54, 2.9, 1.72], [-1.54, 2.9, 1.72], MATTER.gold, {
      part,
      light: [0.75, 0.75, 0.9, 0.9],
    })
}

export function gable(quads: QuadBuilder, detailed: boolean): void {
  const part = PART.gable
  const [eave, ridge, w] = [2.86, 3.72, 1.68]
  quads.quad([0, ridge, 1.66], [w, eave, 1.66], [w, eave, -1.5], [0, ridge, -1.5], MATTER.roof, {
    part,
    kind: 1,
    light: [1, 0.86, 0.86, 1],
  })
  quads.quad([-w, eave, 1.66], [0, ridge, 1.66], [0, ridge, -1.5], [-w, eave, -1.5], MATTER.roof, {
    part,
    kind: -1,
    light: [0.86, 1, 1, 0.86],
  })
  quads.quad(
    [-1.5, eave, 1.42],
    [1.5, eave, 1.42],
    [0.03, ridge - 0.09, 1.42],
    [-0.03, ridge - 0.09, 1.42],
    MATTER.cloth,
    {
      part,
      light: [0.95, 0.95, 0.8, 0.8],
    },
  )
  quads.quad(
    [1.5, eave, -1.47],
    [-1.5, eave, -1.47],
    [-0.03, ridge - 0.09, -1.47],
    [0.03, ridge - 0.09, -1.47],
    MATTER.plaster,
    {
      part,
      light: [0.6, 0.6, 0.6, 0.6],
    },
  )
  if (!detailed) return
  for (const s of [1, -1]) {
    const edge: [Corner, Corner, Corner, Corner] = [
      [0, ridge - 0.1, 1.67],
      [s * w, eave - 0.1, 1.67],
      [s * w, eave, 1.67],
      [0, ridge, 1.67],
    ]
    const [a, b, c, d] = s > 0 ? edge : [edge[1], edge[0], edge[3], edge[2]]
    quads.quad(a, b, c, d, MATTER.gold, { part, light: [0.7, 0.7, 0.9, 0.9] })
  }
}
