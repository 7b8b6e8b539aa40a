import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AISLE_NUMBER, type AisleBooth, aisleWorld } from './aisle-world'
import { MOST_IN_AISLE } from './hall-query'
import { AISLE_WIDTH, aisleRects, BOOTH_SIZE, layoutHall, placeBefore, slotPlace } from './layout'

const booth = (slug: string): AisleBooth => ({
  slug,
  name: slug,
  nameArabic: null,
  field: null,
  product: null,
  drawings: [],
  sheet: null,
  award: false,
  sample: false,
})
const counts = fc.integer({ min: 0, max: MOST_IN_AISLE })
const madeOf = (count: number) => {
  const world = aisleWorld(Array.from({ length: count }, (_, i) => booth(`b-${i}`)))
  const layout = layoutHall(world.manifest.pavilions)
  const places = world.shard.booths.map(({ slot }) => slotPlace(layout, AISLE_NUMBER, slot))
  return { ...world, layout, places }
}

test('two rows of twelve at most look at each other across one aisle, and one walks between them', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const { layout, places, manifest } = madeOf(count)
      expect(manifest.pavilions).toHaveLength(1)
      const aisles = layout.pavilions.flatMap(aisleRects)
      expect(aisles).toHaveLength(1)
      const [aisle] = aisles
      if (!aisle) return
      const middle = aisle.x + aisle.width / 2
      for (const side of [-1, 1]) {
        const row = places.filter(({ x }) => Math.sign(x - middle) === side)
        expect(row.length).toBeLessThanOrEqual(MOST_IN_AISLE / 2)
        for (const place of row) {
          // Its front looks into the aisle, and one can stand there to look at it.
          expect(-Math.sin(place.yaw) * -side).toBeCloseTo(1)
          const before = placeBefore(place, BOOTH_SIZE / 2 + AISLE_WIDTH / 2)
          expect(before.x).toBeCloseTo(middle)
        }
      }
    }),
  )
})

test('no two booths stand in one place, the first nearest to the gate, and none moves when one joins', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const { layout, places } = madeOf(count)
      const gate = layout.pavilions[0]?.gate
      if (!gate) throw new Error('no gate')
      for (const [i, a] of places.entries())
        for (const b of places.slice(i + 1))
          expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.z - b.z))).toBeGreaterThanOrEqual(BOOTH_SIZE)
      const away = places.map(({ z }) => Math.abs(z - gate.z))
      expect(away).toEqual([...away].sort((a, b) => a - b))
      const zs = (of: typeof places) => of.map(({ x, z }) => [x, z])
      expect(zs(madeOf(count + 1).places).slice(0, count)).toEqual(zs(places))
    }),
  )
})

test('it says what was given and nothing else', () => {
  const { manifest, shard } = madeOf(3)
  expect(shard.booths.map(({ slug, slot, closed }) => [slug, slot, closed])).toEqual([
    ['b-0', 0, false],
    ['b-1', 1, false],
    ['b-2', 2, false],
  ])
  expect(manifest.pavilions[0]).toMatchObject({ slotCount: 3, boothCount: 3, version: shard.version })
  // An aisle of nothing still has ground to stand on.
  expect(madeOf(0).manifest.pavilions[0]?.slotCount).toBe(2)
})

test('a booth’s sign says what it wants there, and it looks as its own', () => {
  const look = { motif: 'gumading', colour: '#123456' }
  const signed = { ...booth('a'), nameArabic: 'أ', sign: { latin: 'Kopi A' }, look }
  const { shard } = aisleWorld([signed, { ...booth('b'), sign: { arabic: 'ب' } }])
  expect(shard.booths[0]).toMatchObject({ name: 'Kopi A', nameArabic: 'أ', look })
  expect(shard.booths[1]).toMatchObject({ name: 'b', nameArabic: 'ب' })
})
