import { expect, test } from 'vitest'
import { readinessOf } from './readiness'
import { READINESS_STEPS } from './reason'

const NOTHING = {
  field: 'minuman',
  hasNib: false,
  monthlyCapacity: null,
  tiers: 0,
  shelfLifeDays: null,
  unitsPerCarton: null,
  cartonKg: null,
  hsCode: null,
  hasBarcode: false,
} as const

test('nothing stated is nothing done', () => {
  expect(readinessOf(NOTHING)).toEqual([])
})

test('everything stated is every step, in their order', () => {
  const all = readinessOf({
    field: 'minuman',
    hasNib: true,
    monthlyCapacity: 0,
    tiers: 1,
    shelfLifeDays: 365,
    unitsPerCarton: 20,
    cartonKg: 10.5,
    hsCode: '090121',
    hasBarcode: true,
  })
  expect(all).toEqual(READINESS_STEPS)
})

test('a carton without its weight is not packed', () => {
  expect(readinessOf({ ...NOTHING, unitsPerCarton: 20 })).toEqual([])
})

test('cloth needs no shelf life, food does', () => {
  expect(readinessOf({ ...NOTHING, field: 'konfeksi-fashion' })).toEqual(['shelf-life'])
})
