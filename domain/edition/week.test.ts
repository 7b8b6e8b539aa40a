import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelfStarts, weekNumber } from './week'

test('a week begins on Monday at midnight in Jakarta', () => {
  const monday = weekNumber(new Date('2026-11-22T17:00:00Z'))
  expect(weekNumber(new Date('2026-11-22T16:59:59Z'))).toBe(monday - 1)
  expect(weekNumber(new Date('2026-11-29T16:59:59Z'))).toBe(monday)
  expect(weekNumber(new Date('2026-11-29T17:00:00Z'))).toBe(monday + 1)
})

test('where the shelf begins is the same all week, and is always two letters', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), (week) => {
      const starts = shelfStarts(week, 24)
      expect(starts).toEqual(shelfStarts(week, 24))
      expect(starts.every((start) => /^[a-z]{2}$/.test(start))).toBe(true)
      expect(new Set(starts).size).toBeGreaterThan(12)
    }),
  )
})
