import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES } from '../shared/locale'
import { SHIPPING_ZONES } from '../shared/order-enums'
import {
  parseShipping,
  readTypedShipping,
  type ShippingRow,
  shippingTemplate,
  shownSteps,
  type TypedShipping,
  typedShipping,
  WEIGHT_STEPS,
} from './shipping-table'

const sorted = (rows: readonly ShippingRow[]) =>
  [...rows].sort((a, b) => a.zone.localeCompare(b.zone) || a.upToGrams - b.upToGrams)
const typed = (said: TypedShipping): TypedShipping => ({ ...typedShipping([], 'id'), ...said })
const problems = (said: TypedShipping) => {
  const parsed = parseShipping(typed(said), 'id')
  return parsed.kind === 'problems' ? parsed.problems : {}
}

/** Whole tables: each zone with some of the weights, dearer as they are heavier. */
const tables = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: WEIGHT_STEPS + 4 })
  .chain((weights) =>
    fc
      .tuple(
        ...SHIPPING_ZONES.map((zone) =>
          fc
            .tuple(
              fc.subarray([...weights].sort((a, b) => a - b)),
              fc.option(fc.integer({ min: 0, max: 365 })),
              fc.integer({ min: 0, max: 500_000 }),
            )
            .map(([own, days, rupiah]) =>
              own.map((upToGrams, at) => ({
                zone,
                upToGrams,
                priceMinor: (rupiah + at * 1_500) * 100,
                days,
              })),
            ),
        ),
      )
      .map((zones) => zones.flat()),
  )

test('what was saved is read again from its own form, in every language', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...LOCALES), (rows, locale) => {
      const parsed = parseShipping(typedShipping(rows, locale), locale)
      expect(parsed.kind === 'rows' && sorted(parsed.rows)).toEqual(sorted(rows))
    }),
    { numRuns: 60 },
  )
  expect(parseShipping(typedShipping(shippingTemplate(), 'ar'), 'ar').kind).toBe('rows')
})

test('more weights than the form offers come back from it, the heaviest too', () => {
  const rows = [1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 30_000].map((upToGrams, at) => ({
    zone: 'java' as const,
    upToGrams,
    priceMinor: (at + 1) * 1_000_000,
    days: null,
  }))
  const shown = typedShipping(rows, 'id')
  expect(shownSteps(shown)).toHaveLength(7)
  const form = new FormData()
  for (const [name, value] of Object.entries(shown)) form.set(name, value)
  expect(parseShipping(readTypedShipping(form), 'id')).toEqual({ kind: 'rows', rows })
  // One more to go on with, as long as there are few.
  expect(shownSteps(typedShipping(rows.slice(0, 3), 'id'))).toHaveLength(4)
  expect(shownSteps(typedShipping(rows.slice(0, 5), 'id'))).toHaveLength(5)
  expect(shownSteps(typedShipping([], 'id'))).toHaveLength(3)
})

test('what is wrong is said at its cell', () => {
  expect(problems({ 'weight.0': '1', 'java.0': 'dua puluh' })).toEqual({ 'java.0': 'not-a-price' })
  expect(problems({ 'weight.0': '1', 'java.0': '20.000,50' })).toEqual({ 'java.0': 'not-a-price' })
  expect(problems({ 'java.0': '20.000' })).toEqual({ 'weight.0': 'weight-missing' })
  expect(problems({ 'weight.0': '1', 'weight.1': '1,0', 'java.0': '1' })).toEqual({
    'weight.1': 'weight-twice',
  })
  expect(problems({ 'weight.0': '0', 'weight.1': '101' })).toEqual({
    'weight.0': 'not-a-weight',
    'weight.1': 'weight-too-high',
  })
  // Whatever the order of the columns.
  expect(problems({ 'weight.0': '5', 'weight.1': '1', 'java.0': '20.000', 'java.1': '30.000' })).toEqual({
    'java.0': 'heavier-is-cheaper',
  })
  expect(problems({ 'weight.0': '1', 'europe.days': '9' })).toEqual({ 'europe.days': 'days-without-price' })
  expect(problems({ 'weight.0': '1', 'java.0': '1', 'java.days': 'besok' })).toEqual({
    'java.days': 'not-days',
  })
})

test('an empty table is a table: every buyer asks', () => {
  expect(parseShipping(typed({}), 'en')).toEqual({ kind: 'rows', rows: [] })
})
