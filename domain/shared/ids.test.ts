import { expect, test } from 'vitest'
import { isId, newId } from './ids'

test('ids are version 7, differ and sort by the time they were made', () => {
  const ids = Array.from({ length: 2_000 }, () => newId())
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})

test('an id tells when it was made and no count', () => {
  const before = Date.now()
  const [first, second] = [newId(), newId()]
  const madeAt = Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)
  expect(madeAt).toBeGreaterThanOrEqual(before)
  expect(madeAt).toBeLessThanOrEqual(Date.now())
  // The tail is random: two in a row do not count on.
  expect(first.slice(-12)).not.toBe(second.slice(-12))
})

test('an id from an address is one only when it has the form of one', () => {
  expect(isId(newId())).toBe(true)
  for (const other of ['', 'x', `${newId()}'`, newId().toUpperCase(), null, 7])
    expect(isId(other)).toBe(false)
})
