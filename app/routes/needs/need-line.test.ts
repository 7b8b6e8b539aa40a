import { expect, test } from 'vitest'
import { words as idWords } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { registerWords } from '~/app/i18n/registry'
import { needLine } from './need-line'

registerWords('id', idWords)

const need = {
  monthlyVolume: 1200,
  unit: 'jar',
  targetPriceMinor: 14_000_000,
  requiredPapers: ['halal-verified'],
  destinationRegency: { code: '3205', name: 'Garut' },
  destinationPlace: null,
  neededBy: '2027-01-04',
  country: 'Indonesia',
} as const

const line = (change: object = {}) =>
  needLine({ ...need, requiredPapers: [...need.requiredPapers], ...change }, PAGE_WORDS.id.need, 'id')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u2068\u2069]/g, '')

test('says everything that is asked for, in the order of the form', () => {
  expect(line()).toBe(
    '1.200 stoples/bulan · paling tinggi Rp 140.000/stoples · Halal terverifikasi · ke Kab. Garut · paling lambat 4 Januari 2027',
  )
})

test('leaves out what is left open, and names the nearest place', () => {
  const little = { targetPriceMinor: null, requiredPapers: [], neededBy: null }
  expect(line({ ...little, destinationPlace: 'Pasar Cikajang' })).toBe(
    '1.200 stoples/bulan · ke Pasar Cikajang',
  )
  expect(line({ ...little, destinationRegency: null, country: 'Arab Saudi' })).toBe(
    '1.200 stoples/bulan · ke Arab Saudi',
  )
})
