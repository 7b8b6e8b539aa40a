import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutHall, slotPlace } from './layout'
import { orderWalk, type Standing } from './tour-order'

const layout = layoutHall([190, 40, 75, 8, 120, 22].map((slotCount, i) => ({ number: i + 1, slotCount })))
const anyStop: fc.Arbitrary<Standing> = fc
  .integer({ min: 1, max: 6 })
  .chain((pavilion) =>
    fc
      .integer({ min: 0, max: (layout.byNumber.get(pavilion)?.slotCount ?? 1) - 1 })
      .map((slot) => ({ pavilion, slot })),
  )
const name = ({ pavilion, slot }: Standing) => `${pavilion}/${slot}`
const stops = fc.uniqueArray(anyStop, { selector: name, maxLength: 40 })

test('each stop once, whatever the order in which they were found', () => {
  fc.assert(
    fc.property(stops, fc.infiniteStream(fc.nat()), (found, dice) => {
      const walk = orderWalk(layout, found)
      expect(walk.map(name).sort()).toEqual(found.map(name).sort())
      const shuffled = found
        .map((stop) => ({ stop, at: Number(dice.next().value) }))
        .sort((a, b) => a.at - b.at)
        .map(({ stop }) => stop)
      expect(orderWalk(layout, shuffled)).toEqual(walk)
    }),
  )
})

test('one goes down the boulevard once, and into no pavilion twice', () => {
  fc.assert(
    fc.property(stops, (found) => {
      const walk = orderWalk(layout, found)
      const gates = walk.map(({ pavilion }) => layout.byNumber.get(pavilion)?.gate.x ?? 0)
      expect(gates).toEqual([...gates].sort((a, b) => a - b))
      const entered = walk.map(({ pavilion }) => pavilion).filter((one, i, all) => one !== all[i - 1])
      expect(new Set(entered).size).toBe(entered.length)
    }),
  )
})

test('a whole pavilion is walked up one aisle and down the next: shorter than slot by slot', () => {
  const all = Array.from({ length: 190 }, (_, slot) => ({ pavilion: 1, slot }))
  const length = (walk: Standing[]) =>
    walk.reduce((sum, { pavilion, slot }, i) => {
      const [here, before] = [slotPlace(layout, pavilion, slot), walk[i - 1]]
      if (!before) return 0
      const there = slotPlace(layout, before.pavilion, before.slot)
      return sum + Math.hypot(here.x - there.x, here.z - there.z)
    }, 0)
  expect(length(orderWalk(layout, all))).toBeLessThan(0.85 * length(all))
})

test('what the layout does not know comes last and is not lost', () => {
  const walk = orderWalk(layout, [
    { pavilion: 77, slot: 1 },
    { pavilion: 3, slot: 2 },
  ])
  expect(walk.map(name)).toEqual(['3/2', '77/1'])
})
