import { expect, test } from 'vitest'
import { readPriceChange } from './price-change.schema'

const read = (by: 'percent' | 'rupiah', amount: string, rounding = '100') =>
  readPriceChange({ by, amount, rounding }, 'id')

test('reads what people type', () => {
  expect(read('percent', '7,5 %')).toEqual({ by: 'percent', amount: 7.5, rounding: 100 })
  expect(read('percent', '−5')).toMatchObject({ amount: -5 })
  expect(read('rupiah', '-1.500')).toMatchObject({ by: 'rupiah', amount: -1500 })
})

test('nothing, too much, and parts of a rupiah are no change', () => {
  for (const wrong of ['', '0', 'banyak', '-95', '201']) expect(read('percent', wrong)).toBeNull()
  expect(read('rupiah', '1,5')).toBeNull()
  expect(read('rupiah', '5', '7')).toBeNull()
})
