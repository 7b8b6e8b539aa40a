import { expect, test } from 'vitest'
import { COUNTRIES, likelyDestination, orderedCountries } from './destinations'

test('there are all countries, and each has a name in each language', () => {
  expect(COUNTRIES.size).toBe(249)
  for (const locale of ['id', 'en', 'ar']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (const code of COUNTRIES) expect(names.of(code), `${code} in ${locale}`).toBeTruthy()
  }
})

test('home comes first, then the likely markets, then all the others by name, each once', () => {
  const names = new Intl.DisplayNames('id', { type: 'region' })
  const { near, all } = orderedCountries((code) => names.of(code) ?? code, new Intl.Collator('id').compare)
  expect(near[0]).toEqual({ code: 'ID', name: 'Indonesia' })
  expect(near.slice(1, 3).map(({ code }) => code)).toEqual(['SA', 'AE'])
  expect(all[0]?.name).toBe('Afganistan')
  const codes = [...near, ...all].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(codes)).toEqual(COUNTRIES)
})

test('a new need goes where the last one went, else where its organisation most likely is', () => {
  const last = { country: 'MY', regency: null, place: 'Johor' }
  const base = { last: null, kind: 'offtaker', regency: '3273', timeZone: 'Asia/Dubai' } as const
  expect(likelyDestination({ ...base, last })).toEqual(last)
  expect(likelyDestination(base)).toEqual({ country: 'ID', regency: '3273', place: null })
  expect(likelyDestination({ ...base, kind: 'buyer' })).toEqual({
    country: 'AE',
    regency: null,
    place: null,
  })
  expect(likelyDestination({ ...base, kind: 'buyer', timeZone: null, regency: null })).toEqual({
    country: 'ID',
    regency: null,
    place: null,
  })
})
