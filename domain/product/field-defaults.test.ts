import { expect, test } from 'vitest'
import { BUSINESS_FIELDS, TRADE_UNITS } from '../shared/enums'
import { isDrawingKindName } from './drawing-choice'
import { fieldDefaults, helpOf, withFieldDefaults } from './field-defaults'
import { emptyTypedProduct } from './typed-product'

const start = { ...emptyTypedProduct(), field: 'minuman', unit: 'jar', kind: 'honey' }

test('each field of business has a unit and a kind that the form offers', () => {
  for (const field of BUSINESS_FIELDS) {
    const { unit, kind, help } = fieldDefaults(field)
    expect(TRADE_UNITS).toContain(unit)
    expect(isDrawingKindName(kind), kind).toBe(true)
    expect(helpOf(field)).toBe(help)
  }
  expect(helpOf('toString')).toBe('goods')
})

test('another field brings its unit and kind, back and forth, and leaves what was typed', () => {
  const moved = { ...start, field: 'jasa', 'name.id': 'Les' }
  const service = withFieldDefaults(start, moved, start)
  expect(service).toEqual({ ...moved, unit: 'hour', kind: 'carton' })
  if (!service) return
  const fish = withFieldDefaults(service, { ...service, field: 'perikanan' }, start)
  expect(fish).toMatchObject({ unit: 'kg', kind: 'fish' })
  expect(withFieldDefaults(service, { ...service, field: 'minuman' }, start)).toMatchObject({
    unit: 'jar',
    kind: 'honey',
  })
})

test('what somebody has chosen stays', () => {
  const chosen = { ...start, unit: 'box' }
  expect(withFieldDefaults(chosen, { ...chosen, field: 'jasa' }, start)).toBeNull()
  expect(withFieldDefaults(start, { ...start, stock: '4' }, start)).toBeNull()
  expect(withFieldDefaults(start, { ...start, field: 'sihir' }, start)).toBeNull()
})
