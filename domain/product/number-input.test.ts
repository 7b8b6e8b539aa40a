import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../shared/locale'
import { MAXIMUM_PRICE, parseDecimal, parseRupiah, writeNumber } from './number-input'
import { MAXIMUM_QUANTITY, parseQuantity } from './price-tiers'

const locale = fc.constantFrom(...LOCALES)

describe('a number with a fraction', () => {
  test.each([
    ['1,5', 'id', 1.5],
    ['1.5', 'id', 1.5],
    ['1,5', 'en', 1.5],
    ['1.5', 'ar', 1.5],
    ['١٫٥', 'ar', 1.5],
    ['١٬٥٠٠', 'ar', 1500],
    ['1.500', 'id', 1500],
    ['1.500', 'en', 1.5],
    ['1,500', 'id', 1.5],
    ['1,500', 'en', 1500],
    ['0,250', 'id', 0.25],
    ['0.250', 'id', 0.25],
    ['1.250,5', 'id', 1250.5],
    ['1.250,5', 'en', 1250.5],
    ['1,250.5', 'id', 1250.5],
    ['1.250.000', 'en', 1_250_000],
    ['1 250,75', 'id', 1250.75],
    ['12345,678', 'id', 12345.678],
    [' 500 ', 'id', 500],
    [',5', 'id', 0.5],
  ] as const)('%s in %s is %d', (typed, language, value) => {
    expect(parseDecimal(typed, language)).toBe(value)
  })

  test.each(['', 'lima', '1,2,3', '1.2.3', '1,', '-5', '1e3', '1.25.000', '1.250,000.5', '.', '١٢ كغ'])(
    '%j is none',
    (typed) => {
      for (const language of LOCALES) expect(parseDecimal(typed, language)).toBeNull()
    },
  )

  test('is read as it was written, in each language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        locale,
        (digits, places, language) => {
          const value = Number((digits / 10 ** places).toFixed(places))
          expect(parseDecimal(writeNumber(value, language), language)).toBe(value)
        },
      ),
    )
  })
})

describe('a price', () => {
  test.each([
    ['139.000', 139_000],
    ['139,000', 139_000],
    ['139000', 139_000],
    ['139 000', 139_000],
    ['Rp 139.000', 139_000],
    ['Rp139.000,-', 139_000],
    ['IDR 139,000.00', 139_000],
    ['139.000,50', 139_000.5],
    ['1,5', 1.5],
    ['١٣٩٬٠٠٠', 139_000],
    ['139000 روبية', 139_000],
  ])('%s is %d rupiah', (typed, rupiah) => {
    expect(parseRupiah(typed)).toBe(rupiah * 100)
  })

  test.each(['', 'murah', '-5', '1.39.000', '139.0000', '12,345,6x'])('%j is none', (typed) => {
    expect(parseRupiah(typed)).toBeNull()
  })

  test('is read as it was written, in each language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAXIMUM_PRICE * 100 }), locale, (minor, language) => {
        expect(parseRupiah(writeNumber(minor / 100, language))).toBe(minor)
      }),
    )
  })
})

test('a quantity is read as it was written, in each language', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAXIMUM_QUANTITY }), locale, (quantity, language) => {
      expect(parseQuantity(writeNumber(quantity, language))).toBe(quantity)
    }),
  )
})

test('the highest price of the most units is still exact', () => {
  expect(Number.isSafeInteger(MAXIMUM_PRICE * 100 * MAXIMUM_QUANTITY)).toBe(true)
})
