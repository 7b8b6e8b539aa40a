import { describe, expect, test } from 'vitest'
import { emptyTypedProduct, MOST_TIERS } from '~/domain/product/typed-product'
import { changeTyped, orderRuleProblem, readChange } from './change-typed'

const typed = {
  ...emptyTypedProduct(),
  minimumOrder: '1.250',
  orderMultiple: '12',
  tiers: [
    { from: '1250', price: '139.000' },
    { from: '5000', price: '128.000' },
  ],
}

describe('a change by a button', () => {
  test('adds a row, up to a limit', () => {
    let changed = changeTyped(typed, 'add-tier', 'id')
    expect(changed.tiers).toEqual([...typed.tiers, { from: '', price: '' }])
    for (let n = 0; n < 20; n++) changed = changeTyped(changed, 'add-tier', 'id')
    expect(changed.tiers).toHaveLength(MOST_TIERS)
  })

  test('takes a row away, and leaves an empty one', () => {
    const one = changeTyped(typed, 'remove-tier.0', 'id')
    expect(one.tiers).toEqual([{ from: '5000', price: '128.000' }])
    expect(changeTyped(one, 'remove-tier.0', 'id').tiers).toEqual([{ from: '', price: '' }])
    expect(changeTyped(typed, 'remove-tier.9', 'id').tiers).toEqual(typed.tiers)
  })

  test('mends the minimum together with the price that begins there', () => {
    const changed = changeTyped(typed, 'use-minimum', 'id')
    expect(changed.minimumOrder).toBe('1.260')
    expect(changed.tiers.map(({ from }) => from)).toEqual(['1.260', '5000'])
    expect(orderRuleProblem(changed)).toBeNull()
  })

  test('mends the step', () => {
    const changed = changeTyped(typed, 'use-multiple', 'en')
    expect(changed.orderMultiple).toBe('10')
    expect(changed.minimumOrder).toBe('1.250')
    expect(orderRuleProblem(changed)).toBeNull()
  })

  test('of what is right changes nothing', () => {
    const right = { ...typed, orderMultiple: '50' }
    expect(changeTyped(right, 'use-minimum', 'id')).toEqual(right)
    expect(changeTyped({ ...typed, minimumOrder: '?' }, 'use-multiple', 'id').orderMultiple).toBe('12')
  })
})

test.each([
  ['add-tier', true],
  ['remove-tier.11', true],
  ['remove-tier.', false],
  ['use-minimum', true],
  ['save', false],
  ['remove-tier.1.2', false],
])('%s is a change: %s', (intent, is) => {
  expect(readChange(intent) !== null).toBe(is)
})
