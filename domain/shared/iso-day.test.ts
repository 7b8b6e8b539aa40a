import { expect, it } from 'vitest'
import { isIsoDay } from './iso-day'

it('takes the days that there are', () => {
  for (const day of ['2026-12-31', '2028-02-29', '1999-01-01']) expect(isIsoDay(day), day).toBe(true)
})

it('refuses days that there are not, and other ways to write one', () => {
  const wrong = ['', '2027-02-29', '2027-02-30', '2027-13-01', '2027-00-10', '2027-1-5', '31/12/2026']
  for (const day of [...wrong, ' 2026-12-31', '2026-12-31T00:00:00Z', '+02026-12-31']) {
    expect(isIsoDay(day), day).toBe(false)
  }
})
