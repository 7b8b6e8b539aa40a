import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOOTH_SIZE, layoutHall, slotPlace } from './layout'
import { HALL_POSES, hallPoses } from './poses'

const sizes = fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 1, maxLength: 27 })
const hallOf = (counts: number[]) =>
  layoutHall(counts.map((slotCount, index) => ({ number: index + 1, slotCount })))

describe('poses of the hall', () => {
  test('there are eight, each on free ground, in every hall', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const layout = hallOf(counts)
        const poses = hallPoses(layout)
        expect(poses.map((pose) => pose.name)).toEqual([...HALL_POSES])
        const slots = layout.pavilions.flatMap(({ number, slotCount }) =>
          Array.from({ length: slotCount }, (_, slot) => slotPlace(layout, number, slot)),
        )
        const { bounds } = layout
        for (const { place } of poses) {
          expect(place.x).toBeGreaterThan(bounds.x + 0.4)
          expect(place.x).toBeLessThan(bounds.x + bounds.width - 0.4)
          expect(Math.abs(place.yaw)).toBeLessThanOrEqual(Math.PI)
          // A body's breadth from every booth that may ever stand.
          for (const slot of slots)
            expect(Math.max(Math.abs(slot.x - place.x), Math.abs(slot.z - place.z))).toBeGreaterThan(
              BOOTH_SIZE / 2 + 0.4,
            )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('they are eight different places', () => {
    const places = hallPoses(hallOf(Array.from({ length: 27 }, (_, i) => 20 + i))).map(({ place }) =>
      JSON.stringify(place),
    )
    expect(new Set(places).size).toBe(8)
  })

  test('a large pavilion is seen at its cross-passage', () => {
    const layout = hallOf([190, 20])
    const corner = hallPoses(layout).find((pose) => pose.name === 'corner')
    expect(Math.abs(corner?.place.z ?? 0)).toBeGreaterThan(20)
  })
})
