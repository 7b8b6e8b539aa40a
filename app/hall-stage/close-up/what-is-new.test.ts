import { expect, test } from 'vitest'
import { type Stop, whatIsNew } from './what-is-new'

const stop = (change: Partial<Stop> = {}): Stop => ({
  at: { x: 0, z: 0, yaw: 0 },
  place: 'Pavilion 1',
  before: null,
  nearest: 'Nearest: A, 3 m.',
  around: '12 booths near you.',
  ...change,
})

test('a place is said once, and then only which booth is nearest', () => {
  expect(whatIsNew(stop(), null, true)).toBe('Pavilion 1. 12 booths near you. Nearest: A, 3 m.')
  const on = stop({ at: { x: 0, z: 4, yaw: 0 }, nearest: 'Nearest: B, 2 m.' })
  expect(whatIsNew(on, stop(), true)).toBe('Nearest: B, 2 m.')
  expect(whatIsNew(stop({ place: 'Pavilion 2' }), stop(), true)).toMatch(/^Pavilion 2\./)
})

test('each booth within a pavilion is news, once', () => {
  const [a, b] = ['Before A, Pavilion 1.', 'Before B, Pavilion 1.']
  expect(whatIsNew(stop({ before: a }), stop(), true)).toBe(a)
  expect(whatIsNew(stop({ before: b }), stop({ before: a }), true)).toBe(b)
  expect(whatIsNew(stop({ before: b }), stop({ before: b }), true)).toBeNull()
  expect(whatIsNew(stop(), stop({ before: b }), true)).toBe('Nearest: A, 3 m.')
})

test('turning is no arrival where a list turns the view, nor are booths that load', () => {
  const turned = stop({ at: { x: 0, z: 0, yaw: 1 }, nearest: 'Nearest: B, 4 m.' })
  expect(whatIsNew(turned, stop(), false)).toBeNull()
  expect(whatIsNew(turned, stop(), true)).toBe('Nearest: B, 4 m.')
  expect(whatIsNew(stop({ around: '15 booths near you.' }), stop(), true)).toBeNull()
  expect(whatIsNew(stop(), stop({ nearest: null, around: null }), true)).toBe('Nearest: A, 3 m.')
})
