import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWeeks, daysUpTo } from './figures'

test('small numbers are told and not compared', () => {
  expect(compareWeeks({ now: 0, before: 0 })).toBe('none')
  expect(compareWeeks({ now: 5, before: 0 })).toBe('first')
  expect(compareWeeks({ now: 9, before: 1 })).toBe('few')
  expect(compareWeeks({ now: 0, before: 3 })).toBe('few')
})

test('what chance alone does is no change', () => {
  expect(compareWeeks({ now: 24, before: 18 })).toBe('alike')
  expect(compareWeeks({ now: 110, before: 100 })).toBe('alike')
  expect(compareWeeks({ now: 140, before: 100 })).toBe('more')
  expect(compareWeeks({ now: 3, before: 40 })).toBe('fewer')
})

test('the two weeks changed about say the opposite', () => {
  const opposite = { more: 'fewer', fewer: 'more', alike: 'alike', few: 'few', none: 'none', first: 'first' }
  const some = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(some, some, (now, before) => {
      expect(compareWeeks({ now: before, before: now })).toBe(opposite[compareWeeks({ now, before })])
    }),
  )
})

test('days run over the ends of months and years', () => {
  expect(daysUpTo('2027-01-02', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
  expect(daysUpTo('2026-11-22', 90)).toHaveLength(90)
})
