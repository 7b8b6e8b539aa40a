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

/** A clock time in a zone: `10.30` (id), `10:30` (en, ar). */
export function formatTime(date: Date, locale: Locale, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)
  return locale === 'id' ? time.replace(':', '.') : time
}

/** `10:30–10:50`; isolate it in Arabic text with <bdi>. */
export function formatTimeRange(from: Date, until: Date, locale: Locale, timeZone: string): string {
  return `${formatTime(from, locale, timeZone)}–${formatTime(until, locale, timeZone)}`
}

/** A day with its weekday in a zone: `Selasa, 8 Desember 2026`. */
export function formatWeekday(date: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(date)
}

/** `Sel, 8 Des`: for a button with a time. */
export function formatShortDay(date: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(date)
}

/** A zone's distance from UTC at an instant: `UTC+4`, `UTC+5:30`. */
export function formatOffset(date: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName')?.value
  return (name ?? 'GMT').replace('GMT', 'UTC')
}

/** `dalam 16 hari`, `in 16 days`, `2 hours ago`: beside a date, never instead of it. */
export function formatDistance(date: Date, now: Date, locale: Locale): string {
  const minutes = (date.getTime() - now.getTime()) / 60_000
  const [value, unit] =
    Math.abs(minutes) < 60
      ? ([minutes, 'minute'] as const)
      : Math.abs(minutes) < 48 * 60
        ? ([minutes / 60, 'hour'] as const)
        : ([minutes / 1440, 'day'] as const)
  return new Intl.RelativeTimeFormat(TAGS[locale]).format(Math.trunc(value), unit)
}
