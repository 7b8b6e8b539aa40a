import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLocale } from '~/domain/shared/locale'
import { preferredLocale } from './preferred-locale'

const of = (headers: Record<string, string>) => preferredLocale(new Headers(headers))

test('the cookie decides before the browser', () => {
  expect(of({ cookie: 'a=b; locale=ar', 'accept-language': 'en' })).toBe('ar')
  expect(of({ cookie: 'locale=fr', 'accept-language': 'en' })).toBe('en')
  expect(of({ cookie: 'xlocale=ar' })).toBe('id')
})

test('the browser says its languages by weight', () => {
  expect(of({ 'accept-language': 'ar-SA,ar;q=0.9,en;q=0.8' })).toBe('ar')
  expect(of({ 'accept-language': 'en;q=0.3, id;q=0.7' })).toBe('id')
  expect(of({ 'accept-language': 'ja, en;q=0' })).toBe('en')
  expect(of({ 'accept-language': 'id;q=0, ar' })).toBe('ar')
})

test('Android phones say in for Indonesian', () => {
  expect(of({ 'accept-language': 'in-ID,in;q=0.9,en;q=0.8' })).toBe('id')
})

test('nothing said: Indonesian; only languages that we lack: English', () => {
  expect(of({})).toBe('id')
  expect(of({ 'accept-language': 'ja,zh;q=0.8' })).toBe('en')
  expect(of({ 'accept-language': '*' })).toBe('en')
})

test('whatever is sent, a language comes out', () => {
  const header = fc.string({ unit: fc.constantFrom(...'aeidnr-,;q=0.19* '), maxLength: 40 })
  fc.assert(fc.property(header, (value) => isLocale(of({ 'accept-language': value }))))
})
