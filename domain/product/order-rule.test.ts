import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkOrderRule, unreachableTier } from './order-rule'
import { checkQuantity, MAXIMUM_QUANTITY, tierFor, tierRanges } from './price-tiers'

test('20 is no multiple of 12: 24 is, and 20 goes by 10', () => {
  expect(checkOrderRule({ minimumOrder: 20, orderMultiple: 12 })).toEqual({
    minimum: 20,
    multiple: 12,
    minimumInstead: 24,
    multipleInstead: 10,
  })
})

test.each([
  [48, 12],
  [20, 1],
  [20, 20],
  [null, 12],
  [20, null],
])('a minimum of %s and steps of %s fit', (minimumOrder, orderMultiple) => {
  expect(checkOrderRule({ minimumOrder, orderMultiple })).toBeNull()
})

test('a step greater than the minimum, and a minimum that nothing divides', () => {
  expect(checkOrderRule({ minimumOrder: 20, orderMultiple: 24 })).toMatchObject({
    minimumInstead: 24,
    multipleInstead: 20,
  })
  expect(checkOrderRule({ minimumOrder: 23, orderMultiple: 12 })).toMatchObject({
    minimumInstead: 24,
    multipleInstead: 1,
  })
})

test('no more is offered than can be ordered at all', () => {
  expect(checkOrderRule({ minimumOrder: MAXIMUM_QUANTITY, orderMultiple: 999_999 })).toMatchObject({
    minimumInstead: null,
  })
})

test('whatever is offered fits, can be ordered, and is the nearest', () => {
  const quantity = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: MAXIMUM_QUANTITY }))
  fc.assert(
    fc.property(quantity, quantity, (minimumOrder, orderMultiple) => {
      const problem = checkOrderRule({ minimumOrder, orderMultiple })
      expect(problem === null).toBe(minimumOrder % orderMultiple === 0)
      if (!problem) return
      const { minimumInstead, multipleInstead } = problem
      expect(checkOrderRule({ minimumOrder, orderMultiple: multipleInstead })).toBeNull()
      expect(multipleInstead).toBeLessThan(orderMultiple)
      if (minimumInstead === null) return
      const mended = { minimumOrder: minimumInstead, orderMultiple }
      expect(checkOrderRule(mended)).toBeNull()
      expect(checkQuantity(mended, minimumInstead)).toEqual({ kind: 'valid', quantity: minimumInstead })
      expect(minimumInstead - minimumOrder).toBeLessThan(orderMultiple)
      expect(minimumInstead).toBeGreaterThan(minimumOrder)
    }),
  )
})

const tiersAt = (...quantities: number[]) =>
  quantities.map((minimumQuantity) => ({ minimumQuantity, unitPriceMinor: 100 }))

test.each([
  [[1, 48], 24, 12, null],
  [[1, 20, 48], 24, 12, 0],
  [[24, 49, 55], 24, 12, 1],
  [[24, 50], 24, 12, null],
  [[24], 25, 12, null],
  [[1, 2], null, null, null],
])(
  'prices from %j with a minimum of %s by %s: %s is never paid',
  (from, minimumOrder, orderMultiple, place) => {
    expect(unreachableTier(tiersAt(...from), { minimumOrder, orderMultiple })).toBe(place)
  },
)

test('a price is unreachable exactly where no order has it', () => {
  const small = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(
      fc.uniqueArray(small, { minLength: 1, maxLength: 5 }),
      small,
      fc.integer({ min: 1, max: 6 }),
      (from, orderMultiple, times) => {
        const rule = { minimumOrder: orderMultiple * times, orderMultiple }
        const ranges = tierRanges(tiersAt(...from))
        const paid = new Set<unknown>()
        for (let quantity = rule.minimumOrder; quantity <= 500; quantity += orderMultiple) {
          paid.add(tierFor(ranges, quantity))
        }
        const first = ranges.findIndex((range) => !paid.has(range))
        expect(unreachableTier(tiersAt(...from), rule)).toBe(first === -1 ? null : first)
      },
    ),
  )
})
