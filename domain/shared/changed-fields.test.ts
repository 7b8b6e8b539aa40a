import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields } from './changed-fields'

test('names what differs, also what came and what went', () => {
  expect(
    changedFields(
      { name: { id: 'Kopi', en: 'Coffee' }, stock: 4, tiers: [{ from: 1 }], gone: 'x' },
      { tiers: [{ from: 2 }], stock: 4, name: { en: 'Coffee', id: 'Kopi' }, come: 0 },
    ),
  ).toEqual(['come', 'gone', 'tiers'])
})

test('nothing and null are one, zero and empty text are not', () => {
  expect(changedFields({ a: null, b: 0, c: { id: 'x', ar: null } }, { b: null, c: { id: 'x' } })).toEqual([
    'b',
  ])
})

test('what came back from the database as it was written is the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
      expect(changedFields(fields, JSON.parse(JSON.stringify(fields)))).toEqual([])
    }),
  )
})
