import type { HallLayout } from './layout'

/** Where a booth stands. */
export interface Standing {
  pavilion: number
  slot: number
}

/**
 * The order in which one walks past booths: pavilion after pavilion as their gates follow each other along the
 * boulevard, within a pavilion up one aisle and down the next. It follows from the places alone, never from the
 * order in which they are given. What the layout doesn't have comes last, by number.
 */
export function orderWalk<T extends Standing>(layout: HallLayout, stops: readonly T[]): T[] {
  return stops
    .map((stop) => ({ stop, key: walkKey(layout, stop) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ stop }) => stop)
}

function walkKey(layout: HallLayout, { pavilion, slot }: Standing): number[] {
  const place = layout.byNumber.get(pavilion)
  if (!place) return [Number.POSITIVE_INFINITY, pavilion, 0, slot, 0]
  const column = slot % (2 * place.aisles)
  const aisle = column >> 1
  const row = Math.floor(slot / (2 * place.aisles))
  // Every other aisle is walked back towards the boulevard.
  return [place.gate.x, pavilion, aisle, aisle % 2 === 0 ? row : -row, column]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
