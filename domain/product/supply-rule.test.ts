import { expect, test } from 'vitest'
import { supplyWarning } from './supply-rule'

test.each([
  ['', '', '', null],
  ['yes', '', '', 'capacity-unsaid'],
  ['yes', '300', '', null],
  ['yes', '300', '0', null],
  ['yes', '', '1.200', 'stock-of-made'],
  ['no', '300', ' ', 'stock-unsaid'],
  ['no', '', '0', null],
])('made to order %j, capacity %j, stock %j: %s', (madeToOrder, monthlyCapacity, stock, warning) => {
  expect(supplyWarning({ madeToOrder, monthlyCapacity, stock })).toBe(warning)
})
