import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhone, phoneDigits } from './phone'

/** An Indonesian mobile number without country code or zero. */
const mobile = fc
  .tuple(
    fc.constantFrom('812', '813', '821', '852', '857', '878', '896'),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map(([operator, rest]) => `${operator}${String(rest).padStart(7, '0')}`)
const punctuation = fc.constantFrom('', ' ', '-', '.', '  ')

describe('parsePhone', () => {
  test.each([
    ['081234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['+62 0812 3456 7890', '+6281234567890'],
    ['62081234567890', '+6281234567890'],
    ['(+62) 812 3456 7890', '+6281234567890'],
    ['٠٨١٢٣٤٥٦٧٨٩٠', '+6281234567890'],
    ['022 4231234', '+62224231234'],
  ])('reads %s', (typed, e164) => {
    expect(parsePhone(typed)).toBe(e164)
  })

  test.each([
    ['050 123 4567', 'SA', '+966501234567'],
    ['+966 50 123 4567', 'ID', '+966501234567'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['+60 12-345 6789', 'XX', '+60123456789'],
  ])('reads a foreign number %s from %s', (typed, region, e164) => {
    expect(parsePhone(typed, region)).toBe(e164)
  })

  test.each(['', '0', '12', '08', '+', 'call me', '0812', '08123456789012345', '+999 123456789', '0800 abc'])(
    'refuses %j',
    (typed) => {
      expect(parsePhone(typed)).toBeNull()
    },
  )

  test('every way of writing the same mobile gives the same number', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('0', '62', '+62', '+62 0', '62 0', '0062'),
        punctuation,
        (number, prefix, mark) => {
          const typed = `${prefix}${mark}${number.slice(0, 3)}${mark}${number.slice(3, 7)}${mark}${number.slice(7)}`
          expect(parsePhone(typed)).toBe(`+62${number}`)
        },
      ),
    )
  })

  test('what it returns is E.164 and reads as itself again', () => {
    fc.assert(
      fc.property(
        fc.oneof(mobile, fc.string(), fc.stringMatching(/^[+0-9 ()-]{5,18}$/)),
        fc.constantFrom('ID', 'SA', 'MY', 'DE', '??'),
        (typed, region) => {
          const e164 = parsePhone(typed, region)
          if (e164 === null) return
          expect(e164).toMatch(/^\+[1-9][0-9]{6,14}$/)
          expect(parsePhone(e164)).toBe(e164)
          expect(phoneDigits(e164)).toMatch(/^[1-9][0-9]+$/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
