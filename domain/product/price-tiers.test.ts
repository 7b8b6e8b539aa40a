import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from '../shared/money'
import {
  checkQuantity,
  lineTotal,
  MAXIMUM_QUANTITY,
  parseQuantity,
  type QuantityRule,
  tierFor,
  tierRanges,
} from './price-tiers'

const honey = tierRanges([
  { minimumQuantity: 240, unitPriceMinor: 6_950_000 },
  { minimumQuantity: 48, unitPriceMinor: 7_800_000 },
  { minimumQuantity: 96, unitPriceMinor: 7_400_000 },
])

describe('tiers', () => {
  test('cover every quantity from the first on, without gap or overlap', () => {
    expect(honey.map(({ from, to }) => [from, to])).toEqual([
      [48, 95],
      [96, 239],
      [240, null],
    ])
  })

  test('the total is the price of the tier that the quantity reaches', () => {
    expect(lineTotal(honey, 95)).toEqual(rupiah(95 * 78_000))
    expect(lineTotal(honey, 96)).toEqual(rupiah(96 * 74_000))
    expect(lineTotal(honey, 240)).toEqual(rupiah(240 * 69_500))
    expect(lineTotal(honey, 47)).toBeNull()
    expect(lineTotal([], 10)).toBeNull()
  })

  test('a quantity is in exactly the range that contains it', () => {
    const tiers = fc.uniqueArray(
      fc.record({
        minimumQuantity: fc.integer({ min: 1, max: 5000 }),
        unitPriceMinor: fc.integer({ min: 100, max: 1e9 }),
      }),
      { selector: (tier) => tier.minimumQuantity, minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 6000 }), (given, quantity) => {
        const ranges = tierRanges(given)
        const containing = ranges.filter((r) => quantity >= r.from && (r.to === null || quantity <= r.to))
        const found = tierFor(ranges, quantity)
        expect(containing).toEqual(found ? [found] : [])
        if (!found) expect(quantity).toBeLessThan(Math.min(...given.map((tier) => tier.minimumQuantity)))
      }),
    )
  })
})

describe('the quantity rule', () => {
  const rule = fc.record<QuantityRule>({
    minimumOrder: fc.option(fc.integer({ min: 1, max: 5000 })),
    orderMultiple: fc.option(fc.integer({ min: 1, max: 500 })),
  })
  const isValid = (given: QuantityRule, quantity: number) => checkQuantity(given, quantity).kind === 'valid'

  test('says what is wrong and what would do', () => {
    const byTwelve = { minimumOrder: 48, orderMultiple: 12 }
    expect(checkQuantity(byTwelve, 48)).toEqual({ kind: 'valid', quantity: 48 })
    expect(checkQuantity(byTwelve, 47)).toMatchObject({ problem: 'below-minimum', next: 48, previous: null })
    expect(checkQuantity(byTwelve, 50)).toMatchObject({ problem: 'not-a-multiple', next: 60, previous: 48 })
    expect(checkQuantity(byTwelve, null)).toMatchObject({ problem: 'not-a-number', next: 48 })
    expect(checkQuantity(byTwelve, 0)).toMatchObject({ problem: 'not-a-number' })
    expect(checkQuantity(byTwelve, 2_000_000)).toMatchObject({ problem: 'too-many', next: null })
    expect(checkQuantity({ minimumOrder: null, orderMultiple: null }, 1)).toMatchObject({ kind: 'valid' })
  })

  test('the next quantity that it offers is valid, and the smallest one above', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 20_000 }), (given, quantity) => {
        const answer = checkQuantity(given, quantity)
        if (answer.kind === 'valid') return
        const { next } = answer
        if (next === null) throw new Error('far below the maximum there is always a next one')
        expect(isValid(given, next)).toBe(true)
        expect(next).toBeGreaterThan(quantity)
        for (let between = quantity; between < next; between++) expect(isValid(given, between)).toBe(false)
      }),
    )
  })

  test('the previous quantity that it offers is valid, and the greatest one below', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 2 * MAXIMUM_QUANTITY }), (given, quantity) => {
        const answer = checkQuantity(given, quantity)
        if (answer.kind === 'valid' || answer.previous === null) return
        const { previous } = answer
        expect(isValid(given, previous)).toBe(true)
        expect(previous).toBeLessThan(quantity)
        const above = previous + (given.orderMultiple ?? 1)
        expect(above > quantity || above > MAXIMUM_QUANTITY).toBe(true)
      }),
    )
  })
})

describe('parseQuantity', () => {
  test.each([
    ['240', 240],
    [' 1.200 ', 1200],
    ['1,200', 1200],
    ['1 200', 1200],
    ['٢٤٠', 240],
    ['1.5', null],
    ['-3', null],
    ['1e3', null],
    ['', null],
    ['many', null],
    ['9'.repeat(30), null],
  ])('%j is %j', (typed, quantity) => {
    expect(parseQuantity(typed)).toBe(quantity)
  })
})
