import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUSINESS_FIELDS, TRADE_UNITS } from './enums'
import { askedSteps, type ReadinessFacts, readinessOf } from './readiness'
import { READINESS_STEPS } from './reason'

const NOTHING: ReadinessFacts = {
  field: 'minuman',
  unit: 'bottle',
  hasNib: false,
  hasHalal: false,
  hasPirtOrBpom: false,
  hasBarcode: false,
  shelfLifeDays: null,
  photos: 0,
  monthlyCapacity: null,
  tiers: 0,
}
const ALL = {
  hasNib: true,
  hasHalal: true,
  hasPirtOrBpom: true,
  hasBarcode: true,
  shelfLifeDays: 365,
  photos: 1,
  monthlyCapacity: 0,
  tiers: 1,
}

test('nothing stated is nothing done; everything is every step, in their order', () => {
  expect(readinessOf(NOTHING)).toEqual([])
  expect(readinessOf({ ...NOTHING, ...ALL })).toEqual(READINESS_STEPS)
})

test.each([
  ['minuman', 'bottle', 8],
  ['peternakan', 'kg', 6],
  ['pertanian', 'jar', 6],
  ['pertanian', 'kg', 5],
  ['kerajinan', 'piece', 5],
  ['jasa', 'hour', 4],
] as const)('%s by the %s is asked %i', (field, unit, count) => {
  expect(askedSteps({ field, unit })).toHaveLength(count)
})

test('cloth needs neither halal nor a shelf life, and having them counts for nothing', () => {
  const steps = readinessOf({ ...NOTHING, ...ALL, field: 'konfeksi-fashion', unit: 'piece' })
  expect(steps).toEqual(['nib', 'barcode', 'photos', 'capacity', 'price-tiers'])
})

test('what is done is never more than what is asked', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BUSINESS_FIELDS), fc.constantFrom(...TRADE_UNITS), (field, unit) => {
      const asked = askedSteps({ field, unit })
      expect(readinessOf({ ...NOTHING, ...ALL, field, unit })).toEqual(asked)
      expect(asked).toEqual(expect.arrayContaining(['nib', 'photos', 'capacity', 'price-tiers']))
    }),
  )
})
