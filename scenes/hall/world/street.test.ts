import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aisleRects, BOOTH_SIZE, layoutHall, slotPlace } from '~/domain/hall/layout'
import { hallPoses } from '~/domain/hall/poses'
import { furnishStreet } from './street'

const hallOf = (counts: number[]) =>
  layoutHall(counts.map((slotCount, index) => ({ number: index + 1, slotCount })))
const halls = fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 1, maxLength: 27 }).map(hallOf)

describe('the furniture of the street', () => {
  test('nothing of it stands in a booth or in an aisle', () => {
    fc.assert(
      fc.property(halls, (layout) => {
        const { lamps, planters } = furnishStreet(layout)
        const slots = layout.pavilions.flatMap(({ number, slotCount }) =>
          Array.from({ length: slotCount }, (_, slot) => slotPlace(layout, number, slot)),
        )
        const aisles = layout.pavilions.flatMap(aisleRects)
        const wrong = [...lamps, ...planters].filter(
          ({ x, z }) =>
            slots.some((slot) => Math.max(Math.abs(slot.x - x), Math.abs(slot.z - z)) < BOOTH_SIZE / 2) ||
            aisles.some(
              (aisle) => x > aisle.x && x < aisle.x + aisle.width && z > aisle.z && z < aisle.z + aisle.depth,
            ),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('no lamp and no tree stands between a gate and who looks at it', () => {
    fc.assert(
      fc.property(halls, (layout) => {
        const { lamps, planters } = furnishStreet(layout)
        const street = [...lamps, ...planters].filter(({ z }) => Math.abs(z) < 4)
        const ways = layout.pavilions.flatMap(({ gate }) => street.map(({ x }) => Math.abs(x - gate.x)))
        expect(Math.min(10, ...ways)).toBeGreaterThan(2.7)
      }),
      { numRuns: 30 },
    )
  })

  test('who comes through an arch, from either end, has no lamp before the eyes', () => {
    fc.assert(
      fc.property(halls, (layout) => {
        const poses = hallPoses(layout).filter(({ name }) => name === 'threshold' || name === 'far-end')
        expect(poses).toHaveLength(2)
        const { lamps } = furnishStreet(layout)
        const ways = poses.flatMap(({ place }) => lamps.map(({ x }) => Math.abs(x - place.x)))
        expect(Math.min(10, ...ways)).toBeGreaterThan(6)
      }),
      { numRuns: 30 },
    )
  })

  test('every aisle ends before a screen in the colours of its pavilion', () => {
    const layout = hallOf([40, 12, 90])
    const looks = layout.pavilions.map(({ number }) => ({
      pavilion: number,
      colour: number,
      accent: 7,
      motif: 3,
    }))
    const screens = furnishStreet(layout, looks).planters.filter(({ roof }) => roof === 1)
    for (const place of layout.pavilions)
      for (const aisle of aisleRects(place)) {
        const far = place.side < 0 ? place.z : place.z + place.depth
        const screen = screens.find(
          ({ x, z }) => Math.abs(x - aisle.x - aisle.width / 2) < 1 && Math.abs(z - far) < 3,
        )
        expect(screen).toMatchObject({ colour: place.number, accent: 7, motif: 3 })
      }
  })
})
