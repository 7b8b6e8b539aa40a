import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPING_ZONES } from '../shared/order-enums'
import { type LineToQuote, type QuoteInput, quote, type RateToQuote } from './quote'
import type { ZoneAddress } from './zones'

const garut = { regencyCode: '3205', provinceCode: '32' }
const at = (provinceCode: string, regencyCode: string | null = null): ZoneAddress => ({
  countryCode: 'ID',
  provinceCode,
  regencyCode,
})
const line = (change: Partial<LineToQuote> = {}): LineToQuote => ({
  productId: 'a',
  slug: 'madu',
  name: { id: 'Madu' },
  size: { id: '100 g' },
  quantity: 2,
  unitPriceMinor: 2_500_000,
  weightGrams: 150,
  shipsHome: true,
  shipsAbroad: true,
  handsOver: true,
  onHand: 10,
  mayHave: 3,
  ...change,
})
const rate = (zone: RateToQuote['zone'], upToGrams: number, priceMinor: number): RateToQuote => ({
  zone,
  upToGrams,
  priceMinor,
  days: 3,
})
const quoted = (change: Partial<QuoteInput> = {}) =>
  quote({
    lines: [line()],
    rates: [
      rate('regency', 1_000, 900_000),
      rate('indonesia', 1_000, 2_200_000),
      rate('indonesia', 250, 1_500_000),
    ],
    home: garut,
    delivery: 'ship',
    address: at('32', '3205'),
    ...change,
  })

describe('what sending costs', () => {
  test('the nearest zone that has a rate for its weight, the lightest that holds it', () => {
    expect(quoted().shipping).toMatchObject({ zone: 'regency', rateZone: 'regency', priceMinor: 900_000 })
    expect(quoted().totalMinor).toBe(5_900_000)
    const far = quoted({ address: at('91') })
    expect(far.shipping).toMatchObject({ zone: 'indonesia', priceMinor: 2_200_000 })
    expect(quoted({ address: at('91'), lines: [line({ quantity: 1 })] }).shipping).toMatchObject({
      priceMinor: 1_500_000,
    })
  })

  test('a home zone without one takes the next wider that has', () => {
    expect(quoted({ address: at('32', '3273') }).shipping).toMatchObject({
      zone: 'province',
      rateZone: 'indonesia',
    })
  })

  test('too heavy, or a country without a rate: the buyer asks', () => {
    const heavy = quoted({ lines: [line({ weightGrams: 900 })] })
    expect(heavy).toMatchObject({ shipping: { kind: 'ask' }, totalMinor: null, problems: [{ kind: 'ask' }] })
    const abroad = quoted({ address: { countryCode: 'AE', provinceCode: null, regencyCode: null } })
    expect(abroad.shipping).toEqual({ kind: 'ask', zone: 'middle-east' })
  })

  test('handed over it costs nothing', () => {
    expect(quoted({ delivery: 'hand-over', address: null })).toMatchObject({
      totalMinor: 5_000_000,
      problems: [],
    })
  })

  test('without an address only the samples have a price', () => {
    expect(quoted({ address: null })).toMatchObject({ itemsMinor: 5_000_000, totalMinor: null, problems: [] })
  })
})

test('what stands in its way is said of each line', () => {
  const problems = (change: Partial<LineToQuote>) => quoted({ lines: [line(change)] }).problems
  expect(problems({ onHand: 1 })).toEqual([{ kind: 'sold-out', slug: 'madu', left: 1 }])
  expect(problems({ mayHave: -1 })).toEqual([{ kind: 'over-limit', slug: 'madu', left: 0 }])
  expect(problems({ mayHave: null })).toEqual([])
  expect(problems({ shipsHome: false })).toEqual([{ kind: 'not-there', slug: 'madu' }])
})

test('totals are the sum of their lines, in whole minor units', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          quantity: fc.integer({ min: 1, max: 100 }),
          unitPriceMinor: fc.integer({ min: 0, max: 10_000_000 }).map((rupiah) => rupiah * 100),
          weightGrams: fc.integer({ min: 1, max: 5_000 }),
        }),
        { minLength: 1, maxLength: 20 },
      ),
      fc.array(
        fc.record({
          zone: fc.constantFrom(...SHIPPING_ZONES),
          upToGrams: fc.integer({ min: 1, max: 100_000 }),
          priceMinor: fc.integer({ min: 0, max: 1_000_000 }).map((rupiah) => rupiah * 100),
        }),
        { maxLength: 30 },
      ),
      (lines, rates) => {
        const found = quoted({
          lines: lines.map((one) => line(one)),
          rates: rates.map((one) => ({ ...one, days: null })),
        })
        expect(found.itemsMinor).toBe(found.lines.reduce((sum, { lineMinor }) => sum + lineMinor, 0))
        if (found.shipping.kind === 'rate') {
          expect(found.totalMinor).toBe(found.itemsMinor + found.shipping.priceMinor)
          const { rateZone } = found.shipping
          expect(
            rates.some(({ zone, upToGrams }) => zone === rateZone && upToGrams >= found.weightGrams),
          ).toBe(true)
        } else expect(found.totalMinor).toBeNull()
        expect(Number.isSafeInteger(found.itemsMinor)).toBe(true)
      },
    ),
  )
})
