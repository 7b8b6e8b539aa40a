import type { Locale } from '~/domain/shared/locale'
import { type Money, majorUnits } from '~/domain/shared/money'

/** Arabic uses the digits 0–9 here, as trade papers do. */
const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', ar: 'ar-u-nu-latn' }

export function formatNumber(value: number, locale: Locale): string {
  // Arabic keeps the comma and the point of the papers that go with the goods.
  return new Intl.NumberFormat(locale === 'ar' ? 'en-GB' : TAGS[locale], { maximumFractionDigits: 2 }).format(
    value,
  )
}

/** `Rp 69.500` (id, with a no-break space), `IDR 69,500` (en), `69,500 روبية` (ar). Other currencies by code. */
export function formatMoney(amount: Money, locale: Locale): string {
  const number = formatNumber(majorUnits(amount), locale)
  if (amount.currency !== 'IDR') return `${amount.currency}\u00a0${number}`
  if (locale === 'id') return `Rp\u00a0${number}`
  if (locale === 'en') return `IDR\u00a0${number}`
  return `${number}\u00a0روبية`
}

/** A range of money of one currency: `Rp 69.500–78.000`. */
export function formatMoneyRange(from: Money, to: Money, locale: Locale): string {
  if (from.minor === to.minor) return formatMoney(from, locale)
  const low = formatNumber(majorUnits(from), locale)
  const high = formatNumber(majorUnits(to), locale)
  if (locale === 'ar') return `\u2066${low}–${high}\u2069\u00a0روبية`
  return formatMoney(from, locale).replace(low, `${low}–${high}`)
}

/** A day: `8 Desember 2026`. `date` is an instant; the day is that of Jakarta. */
export function formatDay(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  }).format(date)
}

/** The plural category of `count` (CLDR), for choosing a word's form. */
export function pluralOf(count: number, locale: Locale): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale).select(count)
}
