import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '~/domain/shared/locale'
import { money, rupiah } from '~/domain/shared/money'
import { formatDay, formatMoney, formatMoneyRange, formatNumber, pluralOf } from './format'

describe('money', () => {
  it('is written as each language of trade writes it', () => {
    expect(formatMoney(rupiah(69_500), 'id')).toBe('Rp\u00a069.500')
    expect(formatMoney(rupiah(69_500), 'en')).toBe('IDR\u00a069,500')
    expect(formatMoney(rupiah(69_500), 'ar')).toBe('69,500\u00a0روبية')
  })

  it('shows cents only where there are some, and other currencies by their code', () => {
    expect(formatMoney(money(150), 'id')).toBe('Rp\u00a01,5')
    expect(formatMoney(money(7_80, 'USD'), 'en')).toBe('USD\u00a07.8')
    expect(formatMoney(money(1_234, 'JPY'), 'en')).toBe('JPY\u00a01,234')
  })

  it('is a range only where the ends differ', () => {
    expect(formatMoneyRange(rupiah(69_500), rupiah(78_000), 'id')).toBe('Rp\u00a069.500–78.000')
    expect(formatMoneyRange(rupiah(69_500), rupiah(78_000), 'en')).toBe('IDR\u00a069,500–78,000')
    // The range stays left to right inside an Arabic line.
    expect(formatMoneyRange(rupiah(69_500), rupiah(78_000), 'ar')).toBe(
      '\u206669,500–78,000\u2069\u00a0روبية',
    )
    for (const locale of LOCALES) {
      expect(formatMoneyRange(rupiah(5), rupiah(5), locale)).toBe(formatMoney(rupiah(5), locale))
    }
  })

  it('never breaks between figure and currency, and can be read back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000_000 }), fc.constantFrom(...LOCALES), (whole, locale) => {
        const text = formatMoney(rupiah(whole), locale)
        expect(text).not.toContain(' ')
        expect(Number(text.replace(/[^0-9]/g, ''))).toBe(whole)
      }),
    )
  })
})

describe('numbers and days', () => {
  it('use the digits 0 to 9 in Arabic too', () => {
    expect(formatNumber(1234.5, 'id')).toBe('1.234,5')
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
    expect(formatNumber(1234.5, 'ar')).toBe('1,234.5')
  })

  it('give the day of Jakarta', () => {
    const lateEvening = new Date('2026-12-07T18:00:00Z')
    expect(formatDay(lateEvening, 'id')).toBe('8 Desember 2026')
    expect(formatDay(lateEvening, 'en')).toBe('8 December 2026')
    expect(formatDay(lateEvening, 'ar')).toBe('8 ديسمبر 2026')
  })

  it('know the plural forms', () => {
    expect([0, 1, 2, 3, 11, 100].map((n) => pluralOf(n, 'ar'))).toEqual([
      'zero',
      'one',
      'two',
      'few',
      'many',
      'other',
    ])
    expect([1, 2].map((n) => pluralOf(n, 'id'))).toEqual(['other', 'other'])
  })
})
