import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutHall, slotPlace } from '~/domain/hall/layout'
import { FloorHash } from '../world/floor-hash'
import { isFree } from './collide'
import {
  FARTHEST,
  frameFront,
  HIGHEST_EYE,
  LOWEST_EYE,
  limitOrbit,
  MOST_TURN,
  NEAREST,
  orbitAt,
  orbitPose,
} from './orbit'

const any = fc.double({ min: -50, max: 50, noNaN: true })
const orbits = fc.record({ turn: any, height: any, zoom: fc.double({ min: -5, max: 50, noNaN: true }) })
const lens = { tangent: Math.tan(Math.PI / 6), width: 1036, height: 831 }
const lenses = fc.record({
  tangent: fc.double({ min: 0.5, max: 0.85, noNaN: true }),
  width: fc.integer({ min: 200, max: 2500 }),
  height: fc.integer({ min: 150, max: 1400 }),
})
const inset = fc.integer({ min: 0, max: 420 })
const insets = fc.record({ left: inset, top: inset, right: inset, bottom: inset })
const plans = fc
  .array(fc.integer({ min: 1, max: 190 }), { minLength: 1, maxLength: 6 })
  .map((counts) => counts.map((slotCount, i) => ({ number: i + 1, slotCount })))

test('whatever hand and keys ask for, the eye stays within its limits', () => {
  fc.assert(
    fc.property(orbits, lenses, insets, (asked, picture, covered) => {
      const frame = frameFront(picture, covered)
      const orbit = limitOrbit(asked, frame)
      expect(Math.abs(orbit.turn)).toBeLessThanOrEqual(MOST_TURN)
      expect(orbit.height).toBeGreaterThanOrEqual(LOWEST_EYE)
      expect(orbit.height).toBeLessThanOrEqual(HIGHEST_EYE)
      const pose = orbitPose({ x: 0, z: 0, yaw: 0 }, orbit, frame)
      // The pivot lies 0.4 m before the middle of the booth, which looks along −z.
      const distance = Math.hypot(pose.x, pose.z + 0.4)
      expect(distance).toBeGreaterThanOrEqual(NEAREST - 1e-9)
      expect(distance).toBeLessThanOrEqual(FARTHEST + 1e-9)
      // Whoever may zoom sees it: no limit is met before the zoom's own.
      expect(distance).toBeCloseTo(frame.distance * orbit.zoom)
      expect(pose.z).toBeLessThan(-1.9)
    }),
  )
})

test('before every slot of every hall there is room for the whole orbit, even with all neighbours there', () => {
  fc.assert(
    fc.property(plans, orbits, insets, fc.nat(), (pavilions, asked, covered, dice) => {
      const layout = layoutHall(pavilions)
      const hash = new FloorHash<{ x: number; z: number; booth: object }>(4, 1.5)
      const slots = pavilions.flatMap(({ number, slotCount }) =>
        Array.from({ length: slotCount }, (_, slot) => slotPlace(layout, number, slot)),
      )
      for (const { x, z } of slots) hash.add({ x, z, booth: {} })
      const slot = slots[dice % slots.length]
      if (!slot) throw new RangeError('a hall without slots')
      const frame = frameFront(lens, covered)
      const pose = orbitPose(slot, limitOrbit(asked, frame), frame)
      expect(isFree({ hash, bounds: layout.bounds }, pose.x, pose.z)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('at rest the whole sign lies in what is free of the picture', () => {
  const stand = { x: 0, z: 0, yaw: 0 }
  for (const [picture, covered] of [
    [lens, { left: 380, top: 66, right: 0, bottom: 0 }],
    [lens, { left: 0, top: 66, right: 380, bottom: 0 }],
    [
      { ...lens, width: 390, height: 400 },
      { left: 0, top: 66, right: 0, bottom: 14 },
    ],
    [
      { ...lens, width: 536, height: 640 },
      { left: 0, top: 66, right: 0, bottom: 210 },
    ],
    [
      { ...lens, width: 536, height: 640 },
      { left: 0, top: 66, right: 0, bottom: 320 },
    ],
  ] as const) {
    const frame = frameFront(picture, covered)
    const pose = orbitPose(stand, { turn: 0, height: 1.62, zoom: 1 }, frame)
    const focal = picture.height / 2 / picture.tangent
    for (const [x, y] of [
      [-1.49, 2.2],
      [1.49, 2.2],
      [-1.49, 2.86],
      [1.49, 2.86],
    ] as const) {
      // The sign hangs 1.48 m before the booth's middle; the eye looks along its axis, turned up by the pitch.
      const [away, up] = [-pose.z - 1.48, y - pose.height]
      const deep = away * Math.cos(pose.pitch) + up * Math.sin(pose.pitch)
      const high = up * Math.cos(pose.pitch) - away * Math.sin(pose.pitch)
      const left = picture.width / 2 + frame.shiftX + (x / deep) * focal
      const top = picture.height / 2 + frame.shiftY - (high / deep) * focal
      expect(left).toBeGreaterThan(covered.left)
      expect(left).toBeLessThan(picture.width - covered.right)
      expect(top).toBeGreaterThan(covered.top)
      expect(top).toBeLessThan(picture.height - covered.bottom)
    }
  }
})

test('a place before a booth is the orbit that leads to it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -MOST_TURN, max: MOST_TURN, noNaN: true }),
      fc.double({ min: 0.8, max: 1.1, noNaN: true }),
      fc.constantFrom(0, Math.PI / 2, Math.PI, -Math.PI / 2),
      (turn, zoom, yaw) => {
        const stand = { x: 12, z: -7, yaw }
        const frame = { distance: 4, shiftX: 0, shiftY: 0 }
        const back = orbitAt(stand, orbitPose(stand, { turn, height: 1.62, zoom }, frame), frame)
        expect(back.turn).toBeCloseTo(turn)
        expect(back.zoom).toBeCloseTo(zoom)
      },
    ),
  )
})
