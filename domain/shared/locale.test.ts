import fc from 'fast-check'
import { expect, test } from 'vitest'
import { direction, isLocale, LOCALES, type LocalizedText, localized } from './locale'

const text = fc.record(
  { id: fc.string(), en: fc.string(), ar: fc.string() },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<LocalizedText>

test('only Arabic reads right to left', () => {
  expect(LOCALES.map(direction)).toEqual(['ltr', 'ltr', 'rtl'])
})

test('only the three languages are locales', () => {
  for (const locale of LOCALES) expect(isLocale(locale)).toBe(true)
  for (const other of ['', 'ID', 'id-ID', 'fr', undefined, null, 0]) expect(isLocale(other)).toBe(false)
})

test("the reader's language is shown whenever the text has it", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...LOCALES), (words, locale) => {
      const own = words[locale]
      fc.pre(own !== undefined && own !== '')
      expect(localized(words, locale)).toEqual({ text: own, lang: locale })
    }),
  )
})

test('a text in any language is never lost, and says which language it is in', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...LOCALES), (words, locale) => {
      const shown = localized(words, locale)
      const has = LOCALES.some((lang) => words[lang])
      expect(shown !== null).toBe(has)
      if (shown) expect(words[shown.lang]).toBe(shown.text)
    }),
  )
  expect(localized(null, 'id')).toBeNull()
})

test('a reader of Arabic gets English before Indonesian', () => {
  expect(localized({ id: 'kopi', en: 'coffee' }, 'ar')).toEqual({ text: 'coffee', lang: 'en' })
})
