import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aisleRects,
  floorMap,
  layoutHall,
  type PavilionPlan,
  pavilionAt,
  pavilionInSight,
  placeBefore,
  slotPlace,
} from './layout'

const plans = (most: number) =>
  fc
    .array(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: 27 })
    .map((counts): PavilionPlan[] => counts.map((slotCount, index) => ({ number: index + 1, slotCount })))

const allSlots = (plan: PavilionPlan[]) => {
  const layout = layoutHall(plan)
  return plan.flatMap(({ number, slotCount }) =>
    Array.from({ length: slotCount }, (_, slot) => ({ number, slot, ...slotPlace(layout, number, slot) })),
  )
}

describe('layout of the hall', () => {
  test('the same plans give the same places', () => {
    fc.assert(
      fc.property(plans(120), (plan) => {
        expect(allSlots(plan)).toEqual(allSlots(structuredClone(plan)))
      }),
    )
  })

  test('pavilions added at the end move none of the earlier ones', () => {
    fc.assert(
      fc.property(plans(80), fc.integer({ min: 1, max: 80 }), (plan, slotCount) => {
        const longer = [...plan, { number: plan.length + 1, slotCount }]
        expect(allSlots(longer).slice(0, allSlots(plan).length)).toEqual(allSlots(plan))
      }),
    )
  })

  test('slots stand at least 3 m apart, in their own pavilion, and pavilions do not overlap', () => {
    fc.assert(
      fc.property(plans(260), (plan) => {
        const layout = layoutHall(plan)
        const cells = new Map<string, { x: number; z: number }[]>()
        for (const slot of allSlots(plan)) {
          const ground = layout.byNumber.get(slot.number)
          if (!ground) throw new Error('a slot without a pavilion')
          // The whole booth, not only its middle.
          expect(slot.x - 1.5).toBeGreaterThanOrEqual(ground.x - 1e-9)
          expect(slot.x + 1.5).toBeLessThanOrEqual(ground.x + ground.width + 1e-9)
          expect(slot.z - 1.5).toBeGreaterThanOrEqual(ground.z - 1e-9)
          expect(slot.z + 1.5).toBeLessThanOrEqual(ground.z + ground.depth + 1e-9)
          const [cx, cz] = [Math.floor(slot.x / 3), Math.floor(slot.z / 3)]
          for (const dx of [-1, 0, 1])
            for (const dz of [-1, 0, 1])
              for (const other of cells.get(`${cx + dx}|${cz + dz}`) ?? [])
                expect(Math.hypot(other.x - slot.x, other.z - slot.z)).toBeGreaterThanOrEqual(3 - 1e-9)
          const key = `${cx}|${cz}`
          cells.set(key, [...(cells.get(key) ?? []), slot])
        }
        for (const a of layout.pavilions)
          for (const b of layout.pavilions)
            if (a !== b && a.side === b.side) expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('the first row of every pavilion looks at the boulevard, and no booth looks at a wall', () => {
    fc.assert(
      fc.property(plans(200), (plan) => {
        const layout = layoutHall(plan)
        for (const place of layout.pavilions) {
          const first = slotPlace(layout, place.number, 0)
          expect(Math.abs(placeBefore(first, 4).z)).toBeLessThan(5.7)
          const last = slotPlace(layout, place.number, place.slotCount - 1)
          const before = placeBefore(last, 3)
          const free = [layout.boulevard, ...aisleRects(place)]
          expect(
            free.some(
              (r) =>
                before.x >= r.x && before.x <= r.x + r.width && before.z >= r.z && before.z <= r.z + r.depth,
            ),
          ).toBe(true)
        }
      }),
    )
  })

  test('a point in a pavilion, or before it on the boulevard, is in that pavilion', () => {
    fc.assert(
      fc.property(plans(100), (plan) => {
        const layout = layoutHall(plan)
        for (const place of layout.pavilions) {
          expect(pavilionAt(layout, place.x + 1, place.z + 1)?.number).toBe(place.number)
          expect(pavilionAt(layout, place.gate.x, place.side * 2)?.number).toBe(place.number)
        }
        expect(pavilionAt(layout, layout.start.x, layout.start.z)).toBeNull()
      }),
    )
  })

  test('who looks at a gate across the whole boulevard sees that pavilion, and along it the one beside them', () => {
    fc.assert(
      fc.property(plans(100), fc.double({ min: 0.5, max: 11, noNaN: true }), (plan, distance) => {
        const layout = layoutHall(plan)
        for (const { gate, number, side } of layout.pavilions) {
          expect(pavilionInSight(layout, placeBefore(gate, distance))?.number).toBe(number)
          const along = { x: gate.x, z: side * 3, yaw: -Math.PI / 2 }
          expect(pavilionInSight(layout, along)?.number).toBe(number)
        }
      }),
    )
  })

  test('an unknown pavilion or slot is refused', () => {
    const layout = layoutHall([{ number: 3, slotCount: 4 }])
    expect(() => slotPlace(layout, 1, 0)).toThrow(RangeError)
    expect(() => slotPlace(layout, 3, 4)).toThrow(RangeError)
    expect(() => slotPlace(layout, 3, -1)).toThrow(RangeError)
    expect(() => slotPlace(layout, 3, 0.5)).toThrow(RangeError)
  })

  test('the floor map holds everything inside its bounds', () => {
    const layout = layoutHall(Array.from({ length: 27 }, (_, i) => ({ number: i + 1, slotCount: 8 + i * 7 })))
    const map = floorMap(layout)
    expect(map.pavilions).toHaveLength(27)
    for (const rect of [map.boulevard, ...map.pavilions]) {
      expect(rect.x).toBeGreaterThanOrEqual(map.bounds.x)
      expect(rect.z).toBeGreaterThanOrEqual(map.bounds.z)
      expect(rect.x + rect.width).toBeLessThanOrEqual(map.bounds.x + map.bounds.width)
      expect(rect.z + rect.depth).toBeLessThanOrEqual(map.bounds.z + map.bounds.depth)
    }
  })
})
