import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCY_DIGITS } from '../shared/money'
import { SHOWN_CURRENCIES } from '../shared/order-enums'
import { indicate, type ShownRate } from './indication'

const rate = (currency: ShownRate['currency'], idrMinorPerUnit: number): ShownRate => ({
  currency,
  idrMinorPerUnit,
  validOn: '2026-11-20',
})

describe('an indication', () => {
  test('is rounded down to three digits', () => {
    expect(indicate(15_000_00, rate('USD', 1_625_000))).toEqual({ minor: 92, currency: 'USD' })
    expect(indicate(250_000_00, rate('USD', 1_625_000))).toEqual({ minor: 1_530, currency: 'USD' })
    expect(indicate(15_000_00, rate('JPY', 10_500))).toEqual({ minor: 142, currency: 'JPY' })
    expect(indicate(100, rate('USD', 1_625_000))).toBeNull()
  })

  test('never says more than it is, and hardly less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHOWN_CURRENCIES),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (currency, perUnit, rupiah) => {
          const shown = indicate(rupiah * 100, rate(currency, perUnit))
          const exact = (rupiah * 100 * 10 ** CURRENCY_DIGITS[currency]) / perUnit
          const minor = shown?.minor ?? 0
          expect(minor).toBeLessThanOrEqual(exact)
          expect(exact - minor).toBeLessThanOrEqual(Math.max(1, exact / 100))
        },
      ),
    )
  })
})
