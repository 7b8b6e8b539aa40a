import type { HallLayout } from '~/domain/hall/layout'

/** A thing of the street that bears no sign. */
export interface Furniture {
  x: number
  z: number
  angle: number
  colour: number
  accent: number
}

export interface Street {
  lamps: Furniture[]
  /** Strings of bulbs between two lamps that face each other. */
  garlands: Furniture[]
  planters: Furniture[]
}

const LAMP_STEP = 12
/** From the middle of the boulevard: beside the carpet, out of the way of those who look at booths. */
export const FURNITURE_LINE = 3.45
const FLAGS = [0x4b3a7a, 0xa8452f, 0x1f7a7e, 0xb97a12, 0x9b4478, 0x2b6638]

/** Lamps, garlands and planters along the boulevard; the mouths of the gates stay free. */
export function furnishStreet(layout: HallLayout): Street {
  const end = layout.boulevard.x + layout.boulevard.width - 6
  const street: Street = { lamps: [], garlands: [], planters: [] }
  const free = (x: number, side: -1 | 1) =>
    layout.pavilions.every((place) => place.side !== side || Math.abs(place.gate.x - x) > 3)
  let step = 0
  for (let x = 2; x < end; x += LAMP_STEP, step++) {
    const colour = FLAGS[step % FLAGS.length] ?? 0x4b3a7a
    const accent = FLAGS[(step + 2) % FLAGS.length] ?? 0xa8452f
    for (const side of [-1, 1] as const)
      street.lamps.push({ x, z: side * FURNITURE_LINE, angle: side < 0 ? 0 : Math.PI, colour, accent })
    street.garlands.push({ x, z: 0, angle: 0, colour, accent })
    for (const side of [-1, 1] as const)
      for (const shift of [4, 8]) {
        const at = x + shift
        if ((step + (shift === 8 ? 1 : 0)) % 2 === (side < 0 ? 0 : 1) && at < end && free(at, side))
          street.planters.push({
            x: at,
            z: side * FURNITURE_LINE,
            angle: side < 0 ? Math.PI : 0,
            colour,
            accent,
          })
      }
  }
  return street
}
