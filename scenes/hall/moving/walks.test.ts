import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HallLayout, PavilionPlan } from '~/domain/hall/layout'
import { filledWorld } from '~/test/setup/filled-world'
import { type Ground, isFree } from './collide'

/** Halls as editions have them, some slots empty or closed, and one's own aisle. */
const halls = fc
  .tuple(
    fc.oneof(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 24 }).map((slots) => [-slots]),
    ),
    fc.integer(),
    fc.constantFrom(0, 0.1, 0.5),
  )
  .map(([slots, seed, empty]) => {
    const plans = slots.map(
      (count, i): PavilionPlan =>
        count < 0 ? { number: i + 1, slotCount: -count, inward: true } : { number: i + 1, slotCount: count },
    )
    const dice = (pavilion: number, slot: number) =>
      (Math.imul(seed ^ (pavilion * 7919 + slot * 104_729), 2_654_435_761) >>> 8) / 2 ** 24
    const world = filledWorld(plans, (pavilion, slot) => {
      const thrown = dice(pavilion, slot)
      return thrown < empty ? null : { closed: thrown > 0.93 }
    })
    return { layout: world.layout, ground: { hash: world.hash, bounds: world.layout.bounds } }
  })

test('from wherever one can stand one can walk to where visits begin', () => {
  fc.assert(
    fc.property(halls, ({ layout, ground }) => {
      expect(islands(layout, ground)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

const CELL = 0.25

/** Free ground that cannot be reached from the start, in steps of a quarter of a metre. */
function islands({ start, bounds }: HallLayout, ground: Ground): { x: number; z: number }[] {
  const columns = Math.floor(bounds.width / CELL)
  const rows = Math.floor(bounds.depth / CELL)
  const at = (cell: number) => ({
    x: bounds.x + (cell % columns) * CELL,
    z: bounds.z + Math.floor(cell / columns) * CELL,
  })
  const free = (cell: number) => isFree(ground, at(cell).x, at(cell).z)
  const first = Math.round((start.z - bounds.z) / CELL) * columns + Math.round((start.x - bounds.x) / CELL)
  const reached = new Uint8Array(columns * rows)
  reached[first] = 1
  const todo = [first]
  for (let cell = todo.pop(); cell !== undefined; cell = todo.pop())
    for (const next of [cell - 1, cell + 1, cell - columns, cell + columns])
      if (next >= 0 && next < reached.length && !reached[next] && free(next)) {
        reached[next] = 1
        todo.push(next)
      }
  const found: { x: number; z: number }[] = []
  for (let cell = 0; cell < reached.length; cell++) if (!reached[cell] && free(cell)) found.push(at(cell))
  return found
}
