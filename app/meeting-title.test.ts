import { beforeAll, expect, test } from 'vitest'
import { words } from './i18n/id/words'
import { registerWords } from './i18n/registry'
import { meetingTitle } from './meeting-title'

beforeAll(() => registerWords('id', words))

const syrup = {
  productWords: 'شراب الكركديه',
  productName: { id: 'Sirup rosela', ar: 'شراب الكركديه' },
  monthlyVolume: 96,
  unit: 'bottle',
} as const

test('a pesantren reads its own product’s name, the company its own words', () => {
  expect(meetingTitle(syrup, 'id', 'host')).toBe('Sirup rosela, 96\u00a0botol/bulan')
  expect(meetingTitle(syrup, 'id', null)).toBe('Sirup rosela, 96\u00a0botol/bulan')
  expect(meetingTitle(syrup, 'id', 'guest')).toContain('شراب الكركديه')
  expect(meetingTitle({ ...syrup, productName: null }, 'id', 'host')).toContain('شراب الكركديه')
})
