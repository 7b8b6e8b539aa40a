import { aisleRects, BOULEVARD_WIDTH, type HallLayout, PAVILION_GAP } from '~/domain/hall/layout'
import type { Instance } from './instances'

/** Things of the street, which bear no sign. */
export interface Street {
  lamps: Instance[]
  /** Strings of bulbs between two lamps that face each other. */
  garlands: Instance[]
  planters: Instance[]
}

const PLAIN = { id: -2, motif: 1, roof: 0, near: -1, far: -1, picture: -1, state: 1 } as const
const GREEN = { colour: 0x4b3a7a, accent: 0xa8452f, ...PLAIN } as const

const LAMP_STEP = 12
/** From the middle of the boulevard: beside the carpet, out of the way of those who look at booths. */
export const FURNITURE_LINE = 2.05
const FLAGS = [0x4b3a7a, 0xa8452f, 0x1f7a7e, 0xb97a12, 0x9b4478, 0x2b6638]

/** Lamps, garlands and planters along the boulevard; the view of every gate stays free. */
export function furnishStreet(layout: HallLayout): Street {
  const end = layout.boulevard.x + layout.boulevard.width - 6
  const street: Street = { lamps: [], garlands: [], planters: [] }
  const free = (x: number) => layout.pavilions.every((place) => Math.abs(place.gate.x - x) > 2.7)
  // A tree hides more than a lamp.
  const open = (x: number) => layout.pavilions.every((place) => Math.abs(place.gate.x - x) > 4)
  let step = 0
  for (let x = 1.2; x < end; x += LAMP_STEP, step++) {
    const colour = FLAGS[step % FLAGS.length] ?? 0x4b3a7a
    const accent = FLAGS[(step + 2) % FLAGS.length] ?? 0xa8452f
    const look = { colour, accent, ...PLAIN }
    // A pair of lamps moves aside rather than stand before a gate.
    const at = [0, 1, -1, 2, 3].map((shift) => x + shift).find(free)
    if (at !== undefined) {
      for (const side of [-1, 1])
        street.lamps.push({ x: at, z: side * FURNITURE_LINE, angle: side < 0 ? 0 : Math.PI, ...look })
      street.garlands.push({ x: at, z: 0, angle: 0, ...look })
    }
    for (const [shift, side] of [
      [4.6, step % 2 ? -1 : 1],
      [8, step % 2 ? 1 : -1],
    ] as const) {
      const tree = x + shift
      if (tree < end && open(tree))
        street.planters.push({ x: tree, z: side * FURNITURE_LINE, angle: side < 0 ? Math.PI : 0, ...look })
    }
  }
  const green = (x: number, z: number, angle: number) => street.planters.push({ x, z, angle, ...GREEN })
  for (const place of layout.pavilions) {
    // Between two pavilions something grows, and every aisle ends before a tree and a bench.
    green(
      place.x + place.width + PAVILION_GAP / 2,
      place.side * (BOULEVARD_WIDTH / 2 + 2.4),
      (Math.PI / 2) * place.side,
    )
    for (const aisle of aisleRects(place))
      green(aisle.x + aisle.width / 2 - 0.7, place.side < 0 ? place.z - 2.6 : place.z + place.depth + 2.6, 0)
  }
  // Two trees frame the arch.
  for (const side of [-1, 1]) green(layout.welcome.x - 2.4, side * 7, side < 0 ? Math.PI : 0)
  // Trees before the first pavilions' flanks, so that the forecourt is a place and not a wall.
  for (const side of [-1, 1])
    for (const z of [8.2, 13.5, 19])
      street.planters.push({ x: -2.2, z: side * z, angle: -Math.PI / 2, ...GREEN })
  return street
}
