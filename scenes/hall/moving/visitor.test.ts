import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutHall, slotPlace } from '~/domain/hall/layout'
import { FloorHash } from '../world/floor-hash'
import { type Ground, isFree, slide } from './collide'
import { Visitor } from './visitor'

interface Slot {
  x: number
  z: number
  booth: object | null
}

/** A hall with some of its slots built on. */
function groundOf(counts: number[], isEmpty: (index: number) => boolean) {
  const layout = layoutHall(counts.map((slotCount, i) => ({ number: i + 1, slotCount })))
  const hash = new FloorHash<Slot>(4, 1.5)
  const slots: Slot[] = []
  counts.forEach((count, i) => {
    for (let slot = 0; slot < count; slot++) {
      const { x, z } = slotPlace(layout, i + 1, slot)
      slots.push({ x, z, booth: isEmpty(slots.length) ? null : {} })
    }
  })
  for (const slot of slots) hash.add(slot)
  return { ground: { hash, bounds: layout.bounds } satisfies Ground, layout, slots }
}

const PACE = 0.2

/** All places on a grid of paces that one reaches on foot from a place. */
function reachedFrom(
  { hash, bounds }: Ground,
  from: { x: number; z: number },
): (x: number, z: number) => boolean {
  const [columns, rows] = [Math.ceil(bounds.width / PACE), Math.ceil(bounds.depth / PACE)]
  const seen = new Uint8Array(columns * rows)
  const cell = (x: number, z: number) =>
    Math.round((x - bounds.x) / PACE) + columns * Math.round((z - bounds.z) / PACE)
  const stack = [cell(from.x, from.z)]
  while (stack.length > 0) {
    const at = stack.pop() ?? 0
    if (seen[at]) continue
    const [column, row] = [at % columns, Math.floor(at / columns)]
    if (!isFree({ hash, bounds }, bounds.x + column * PACE, bounds.z + row * PACE)) continue
    seen[at] = 1
    if (column > 0) stack.push(at - 1)
    if (column < columns - 1) stack.push(at + 1)
    if (row > 0) stack.push(at - columns)
    if (row < rows - 1) stack.push(at + columns)
  }
  return (x, z) => {
    // Somebody stands between the grid's points: one of those around must be on the way out.
    const [column, row] = [Math.floor((x - bounds.x) / PACE), Math.floor((z - bounds.z) / PACE)]
    return [0, 1].some((i) => [0, 1].some((j) => seen[column + i + columns * (row + j)] === 1))
  }
}

const halls = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 3 })
const turn = fc.double({ min: -3.2, max: 3.2, noNaN: true })

test('however one walks, one is never inside a booth and the way home stays open', () => {
  fc.assert(
    fc.property(
      halls,
      fc.nat(9),
      fc.nat(),
      fc.array(turn, { maxLength: 60 }),
      (counts, empty, dice, turns) => {
        const { ground, layout } = groundOf(counts, (i) => (i * 7 + dice) % 10 < empty)
        const wayOut = reachedFrom(ground, layout.start)
        const { bounds } = layout
        const begin = {
          x: bounds.x + (dice % 997) * (bounds.width / 997),
          z: bounds.z + (dice % 613) * (bounds.depth / 613),
          yaw: 0,
        }
        const visitor = new Visitor(ground, begin, true, () => {})
        expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
        for (const yaw of turns) {
          visitor.look(yaw - visitor.at.yaw, 0)
          for (let i = 0; i < 12; i++) visitor.step(0.05, { ahead: 1, aside: 0, turn: 0, run: true })
          expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
          expect(wayOut(visitor.at.x, visitor.at.z)).toBe(true)
        }
      },
    ),
    { numRuns: 25 },
  )
}, 30_000)

test('a place in a booth or off the ground becomes the nearest where one can stand', () => {
  const { ground, slots } = groundOf([190], () => false)
  fc.assert(
    fc.property(
      fc.double({ min: -400, max: 400, noNaN: true }),
      fc.double({ min: -400, max: 400, noNaN: true }),
      (x, z) => {
        const { at } = new Visitor(ground, { x, z, yaw: 1 }, true, () => {})
        expect(isFree(ground, at.x, at.z)).toBe(true)
        expect(at.yaw).toBe(1)
        if (isFree(ground, x, z)) expect(at).toMatchObject({ x, z })
      },
    ),
  )
  for (const { x, z } of slots) {
    const { at } = new Visitor(ground, { x, z, yaw: 0 }, true, () => {})
    expect(isFree(ground, at.x, at.z)).toBe(true)
    expect(Math.hypot(at.x - x, at.z - z)).toBeLessThan(5)
  }
})

test('when a booth is built where one stands, one is set beside it', () => {
  const { ground, slots } = groundOf([20], () => true)
  const slot = slots[5]
  if (!slot) throw new RangeError('20 slots')
  const visitor = new Visitor(ground, { x: slot.x, z: slot.z, yaw: 0 }, true, () => {})
  expect(visitor.at).toMatchObject({ x: slot.x, z: slot.z })
  slot.booth = {}
  visitor.makeWay()
  expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
})

test('one walks as far in many short frames as in few long ones', () => {
  const { ground } = groundOf([20], () => false)
  const walk = (frames: number) => {
    const visitor = new Visitor(ground, { x: -20, z: 0, yaw: -Math.PI / 2 }, true, () => {})
    for (let i = 0; i < frames; i++) visitor.step(2 / frames, { ahead: 1, aside: 0, turn: 0, run: false })
    return visitor.at.x
  }
  expect(walk(120)).toBeCloseTo(walk(40))
  expect(walk(120)).toBeGreaterThan(-14)
})

test('one walks straight where that is free, and cuts where a booth bars the way', () => {
  const { ground, slots } = groundOf([60], () => false)
  let cuts = 0
  const visitor = new Visitor(ground, { x: -10, z: 0, yaw: 0 }, false, () => cuts++)
  visitor.goTo({ x: -4, z: 0, yaw: 1 })
  expect(visitor.gliding).toBe(true)
  for (let i = 0; i < 100 && visitor.gliding; i++) {
    visitor.step(0.05, { ahead: 0, aside: 0, turn: 0, run: false })
    expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
  }
  expect(visitor.at).toMatchObject({ x: -4, z: 0 })
  expect(cuts).toBe(0)
  const north = Math.min(...slots.map(({ z }) => z))
  visitor.goTo({ x: -4, z: north - 4, yaw: 0 })
  expect(isFree(ground, visitor.at.x, visitor.at.z)).toBe(true)
})

test('off the ground one can only walk back to it', () => {
  const { ground } = groundOf([4], () => false)
  const at = { x: ground.bounds.x - 5, z: 0 }
  slide(ground, at, -1, 0)
  expect(at.x).toBeGreaterThanOrEqual(ground.bounds.x)
})

test('with less motion asked for, every way ends in the frame in which it begins', () => {
  const { ground } = groundOf([20], () => true)
  fc.assert(
    fc.property(
      fc.double({ min: -15, max: 15, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (x, z, yaw) => {
        const visitor = new Visitor(ground, { x: 0, z: 0, yaw: 0 }, true, () => undefined)
        visitor.goTo({ x, z, yaw })
        expect(visitor.gliding).toBe(false)
        expect(Math.hypot(visitor.at.x - x, visitor.at.z - z, visitor.at.yaw - yaw)).toBe(0)
        visitor.faceTo(x + 3, z)
        expect(visitor.gliding).toBe(false)
        expect(visitor.step(0.016, { ahead: 0, aside: 0, turn: 0, run: false })).toBe(false)
      },
    ),
  )
})
