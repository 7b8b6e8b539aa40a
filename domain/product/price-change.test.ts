import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changePrices, LEAST_PERCENT, MOST_PERCENT, ROUNDINGS } from './price-change'
import { risingTier } from './publishing'

const TIERS = [
  { minimumQuantity: 10, unitPriceMinor: 7_800_000 },
  { minimumQuantity: 50, unitPriceMinor: 7_350_000 },
]
const prices = (change: Parameters<typeof changePrices>[1]) =>
  changePrices(TIERS, change).tiers.map(({ unitPriceMinor }) => unitPriceMinor / 100)

test('by per cent and by rupiah, rounded as asked', () => {
  expect(prices({ by: 'percent', amount: 7, rounding: 500 })).toEqual([83_500, 78_500])
  expect(prices({ by: 'percent', amount: -10, rounding: 1 })).toEqual([70_200, 66_150])
  expect(prices({ by: 'rupiah', amount: 2_500, rounding: 100 })).toEqual([80_500, 76_000])
})

test('says where a price would be nothing or too much', () => {
  expect(changePrices(TIERS, { by: 'rupiah', amount: -73_500, rounding: 1 }).problem).toBe('too-low')
  expect(changePrices(TIERS, { by: 'rupiah', amount: 89_999_999, rounding: 1 }).problem).toBe('too-high')
})

test('a larger quantity never becomes dearer, whatever is asked', () => {
  const descending = fc
    .array(fc.integer({ min: 1, max: 9_000_000_000 }), { minLength: 1, maxLength: 12 })
    .map((all) =>
      all
        .sort((a, b) => b - a)
        .map((unitPriceMinor, place) => ({ minimumQuantity: place + 1, unitPriceMinor })),
    )
  const change = fc.record({
    by: fc.constantFrom('percent' as const, 'rupiah' as const),
    amount: fc.integer({ min: LEAST_PERCENT, max: MOST_PERCENT }),
    rounding: fc.constantFrom(...ROUNDINGS),
  })
  fc.assert(
    fc.property(descending, change, (tiers, asked) => {
      expect(risingTier(changePrices(tiers, asked).tiers)).toBeNull()
    }),
  )
})
