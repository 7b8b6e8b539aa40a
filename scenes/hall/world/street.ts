import { aisleRects, BOULEVARD_WIDTH, type HallLayout, PAVILION_GAP, STREET_STEP } from '~/domain/hall/layout'
import type { Instance } from './instances'

/** Things of the street, which bear no sign. */
export interface Street {
  lamps: Instance[]
  /** Strings of bulbs between two lamps that face each other. */
  garlands: Instance[]
  planters: Instance[]
}

/** How a pavilion looks. */
type Look = Pick<Instance, 'colour' | 'accent' | 'motif'> & { pavilion: number }

const PLAIN = { id: -2, motif: 1, roof: 0, near: -1, far: -1, picture: -1, state: 1 } as const
const GREEN = { colour: 0x4b3a7a, accent: 0xa8452f, ...PLAIN } as const

/** A planter with this roof has the screen of an aisle's end behind it (`PART.julang` of its geometry). */
const SCREEN = 1
/** The screen's middle beside the planter's, metres. */
const SCREEN_BESIDE = 0.7

/** No lamp stands so near to an arch that it would fill the view of who comes through it, metres. */
const FIRST_LAMP = 9
const BEFORE_END = 17
/** So far from a gate's middle a lamp is out of the picture of who stands before that gate. */
const CLEAR_OF_GATES = 4.6
/** So near it would stand before the gate. */
const BEFORE_GATE = 2.7
/** From the middle of the boulevard: beside the carpet, out of the way of those who look at booths. */
export const FURNITURE_LINE = 2.05
const FLAGS = [0x4b3a7a, 0xa8452f, 0x1f7a7e, 0xb97a12, 0x9b4478, 0x2b6638]

/**
 * Lamps, garlands and planters along the boulevard; the view of every gate stays free. Every aisle ends before
 * a screen in the colours of its pavilion, if `looks` knows them.
 */
export function furnishStreet(layout: HallLayout, looks: readonly Look[] = []): Street {
  const end = layout.boulevard.x + layout.boulevard.width - BEFORE_END
  const street: Street = { lamps: [], garlands: [], planters: [] }
  const clear = (x: number) => Math.min(...layout.pavilions.map((place) => Math.abs(place.gate.x - x)))
  let step = 0
  for (let x = FIRST_LAMP; x < end; x += STREET_STEP, step++) {
    const colour = FLAGS[step % FLAGS.length] ?? 0x4b3a7a
    const accent = FLAGS[(step + 2) % FLAGS.length] ?? 0xa8452f
    const look = { colour, accent, ...PLAIN }
    // A pair of lamps moves aside rather than stand before a gate; where gates follow each other, to the widest
    // place, and where there is none it is left out.
    const spots = [0, 1, -1, 2, -2, 3, -3, 4].map((shift) => x + shift).filter((spot) => spot < end)
    const widest = Math.max(...spots.map(clear))
    const at = spots.find((spot) => clear(spot) >= Math.min(widest, CLEAR_OF_GATES))
    if (at !== undefined && widest > BEFORE_GATE) {
      for (const side of [-1, 1])
        street.lamps.push({ x: at, z: side * FURNITURE_LINE, angle: side < 0 ? 0 : Math.PI, ...look })
      street.garlands.push({ x: at, z: 0, angle: 0, ...look })
    }
    for (const [shift, side] of [
      [4.6, step % 2 ? -1 : 1],
      [8, step % 2 ? 1 : -1],
    ] as const) {
      const tree = x + shift
      // A tree hides more than a lamp.
      if (tree < end && clear(tree) > 4)
        street.planters.push({ x: tree, z: side * FURNITURE_LINE, angle: side < 0 ? Math.PI : 0, ...look })
    }
  }
  const green = (x: number, z: number, angle: number) => street.planters.push({ x, z, angle, ...GREEN })
  for (const place of layout.pavilions) {
    const { side } = place
    const beyond = place.x + place.width + PAVILION_GAP
    const next = layout.pavilions.find((one) => one.side === side && Math.abs(one.x - beyond) < 0.1)
    const { colour, accent, motif } = looks.find(({ pavilion }) => pavilion === place.number) ?? GREEN
    const end = (x: number, depth: number) =>
      street.planters.push({
        ...{ ...GREEN, colour, accent, motif, roof: SCREEN },
        x: x + side * SCREEN_BESIDE,
        z: side * (BOULEVARD_WIDTH / 2 + depth + 2.6),
        angle: side < 0 ? 0 : Math.PI,
      })
    // Between two pavilions something grows, and every way out ends before a tree, a bench and a screen.
    green(beyond - PAVILION_GAP / 2, side * (BOULEVARD_WIDTH / 2 + 2.4), (Math.PI / 2) * side)
    end(beyond - PAVILION_GAP / 2, Math.max(place.depth, next?.depth ?? 0))
    for (const aisle of aisleRects(place)) end(aisle.x + aisle.width / 2, place.depth)
  }
  // Two trees frame the arch.
  for (const side of [-1, 1]) green(layout.welcome.x - 2.4, side * 7, side < 0 ? Math.PI : 0)
  // Trees before the first pavilions' flanks, so that the forecourt is a place and not a wall.
  for (const side of [-1, 1])
    for (const z of [8.2, 13.5, 19])
      street.planters.push({ x: -2.2, z: side * z, angle: -Math.PI / 2, ...GREEN })
  return street
}
