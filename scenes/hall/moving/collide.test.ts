import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FloorHash } from '../world/floor-hash'
import { isFree, isStraightWayFree, slide } from './collide'

const bounds = { x: -50, z: -50, width: 100, depth: 100 }
const ground = (places: [number, number][]) => {
  const hash = new FloorHash<{ x: number; z: number; booth: object | null }>(4, 1.5)
  for (const [x, z] of places) hash.add({ x: x * 3.1, z: z * 3.1, booth: {} })
  return { hash, bounds }
}
const cell = fc.integer({ min: -8, max: 8 })
const places = fc.array(fc.tuple(cell, cell), { maxLength: 60 })
const metre = fc.double({ min: -30, max: 30, noNaN: true })
const pace = fc.double({ min: -0.3, max: 0.3, noNaN: true })

test('a walk of many steps never enters a booth', () => {
  fc.assert(
    fc.property(
      places,
      metre,
      metre,
      fc.array(fc.tuple(pace, pace), { maxLength: 80 }),
      (booths, x, z, steps) => {
        const floor = ground(booths)
        fc.pre(isFree(floor, x, z))
        const at = { x, z }
        for (const [dx, dz] of steps) {
          slide(floor, at, dx, dz)
          expect(isFree(floor, at.x, at.z)).toBe(true)
        }
      },
    ),
  )
})

test('one who stands inside a booth can walk out in every direction', () => {
  const floor = ground([[0, 0]])
  for (const [dx, dz] of [
    [0.2, 0],
    [-0.2, 0],
    [0, 0.2],
    [0, -0.2],
  ] as const) {
    const at = { x: 0, z: 0 }
    for (let i = 0; i < 12; i++) slide(floor, at, dx, dz)
    expect(isFree(floor, at.x, at.z)).toBe(true)
  }
})

test('one slides along a wall instead of sticking to it', () => {
  const floor = ground([[0, 0]])
  const at = { x: -0.5, z: 1.95 }
  slide(floor, at, 0.2, -0.2)
  expect(at).toEqual({ x: expect.closeTo(-0.3), z: 1.95 })
})

test('an empty slot is open ground, a booth bars the straight way', () => {
  const hash = new FloorHash<{ x: number; z: number; booth: object | null }>(4, 1.5)
  const slot: { x: number; z: number; booth: object | null } = { x: 0, z: 0, booth: null }
  hash.add(slot)
  const [from, to] = [
    { x: -6, z: 0 },
    { x: 6, z: 0 },
  ]
  expect(isStraightWayFree({ hash, bounds }, from, to)).toBe(true)
  slot.booth = {}
  expect(isStraightWayFree({ hash, bounds }, from, to)).toBe(false)
})
