import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HallLayout, PavilionPlan } from '~/domain/hall/layout'
import { filledWorld } from '~/test/setup/filled-world'
import { type Ground, isFree, slide } from './collide'
import { Visitor } from './visitor'

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

const key = fc.constantFrom(-1 as const, 0 as const, 1 as const)
const steering = fc.record({ ahead: key, aside: key, turn: key, run: fc.boolean() })
/** A key is held for a while. */
const walk = fc.array(fc.tuple(steering, fc.integer({ min: 1, max: 60 })), { minLength: 5, maxLength: 40 })

const PACE = 0.2

/** Whether one gets half a metre away in some direction. */
function canLeave(ground: Ground, from: { x: number; z: number }): boolean {
  for (let turn = 0; turn < 16; turn++) {
    const at = { ...from }
    const angle = (turn * Math.PI) / 8
    for (let step = 0; step < 12; step++) slide(ground, at, Math.cos(angle) * PACE, Math.sin(angle) * PACE)
    if (Math.hypot(at.x - from.x, at.z - from.z) > 0.5) return true
  }
  return false
}

test('however one walks through a hall, one never stands in a booth and can always walk on', () => {
  fc.assert(
    fc.property(halls, fc.nat(), walk, ({ layout, ground }, begin, keys) => {
      const visitor = new Visitor(ground, startOf(layout, begin), false, () => undefined)
      for (const [held, frames] of keys) {
        // As rarely drawn as it may be: the steps are the longest ones.
        for (let frame = 0; frame < frames; frame++) visitor.step(0.05, held)
        expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
        expect(canLeave(ground, visitor.at)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('from wherever one can stand one can walk to where visits begin', () => {
  fc.assert(
    fc.property(halls, ({ layout, ground }) => {
      expect(islands(layout, ground)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

/** Before the arch, or anywhere: an address names a place that may be in a booth. */
function startOf({ start, bounds }: HallLayout, begin: number) {
  if (begin % 3 === 0) return { ...start }
  const [across, along] = [(begin % 101) / 100, ((begin >> 7) % 103) / 102]
  return { x: bounds.x + bounds.width * across, z: bounds.z + bounds.depth * along, yaw: begin % 7 }
}

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
