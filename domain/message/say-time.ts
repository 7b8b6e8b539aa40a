import { HALL_ZONE } from '../shared/hall-zone'
import type { Locale } from '../shared/locale'

/** Arabic uses the digits 0–9 here, as the pages do. */
const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', ar: 'ar-u-nu-latn' }

/** How Indonesians call their three zones. */
const ABBREVIATIONS: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const YOUR_TIME: Record<Locale, string> = { id: 'waktu Anda', en: 'your time', ar: 'بتوقيتكم' }

/**
 * A time on the receiver's clock, and on the hall's beside it where they differ: 'Selasa, 8 Desember 2026,
 * 07.30–07.50 waktu Anda (UTC+4) · 10.30–10.50 WIB'. Without a zone (or with one that no clock knows) it is the
 * hall's. `until` null: a moment.
 */
export function sayTime(
  from: Date,
  until: Date | null,
  { locale, timeZone }: { locale: Locale; timeZone: string | null },
): string {
  const zone = knownZone(timeZone)
  const day = longDay(from, locale, zone)
  const comma = locale === 'ar' ? '،' : ','
  const mine = clock(from, until, locale, zone)
  if (offset(from, zone) === offset(from, HALL_ZONE))
    return `${day}${comma} ${mine} ${zoneShown('WIB', locale)}`
  const ours = clock(from, until, locale, HALL_ZONE)
  const hallDay = shortDay(from, locale, HALL_ZONE)
  const otherDay = hallDay === shortDay(from, locale, zone) ? '' : `${hallDay}${comma} `
  const abbreviation = ABBREVIATIONS[zone]
  const named = abbreviation
    ? zoneShown(abbreviation, locale)
    : `${YOUR_TIME[locale]} (${isolateIn(locale, offset(from, zone))})`
  return `${day}${comma} ${mine} ${named} · ${otherDay}${ours} ${zoneShown('WIB', locale)}`
}

/** Only the day, in the receiver's zone: for a subject. */
export function sayDay(at: Date, { locale, timeZone }: { locale: Locale; timeZone: string | null }): string {
  return shortDay(at, locale, knownZone(timeZone))
}

function knownZone(timeZone: string | null): string {
  if (timeZone === null) return HALL_ZONE
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return HALL_ZONE
  }
}

const isolateIn = (locale: Locale, text: string) => (locale === 'ar' ? `\u2068${text}\u2069` : text)
/** Outside Indonesia nobody knows the abbreviation alone. */
const zoneShown = (name: string, locale: Locale) =>
  locale === 'id' ? name : isolateIn(locale, name === 'WIB' ? 'WIB (UTC+7)' : name)

function longDay(at: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(at)
}

function shortDay(at: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(at)
}

/** '10.30–10.50' (id), '10:30–10:50'. */
function clock(from: Date, until: Date | null, locale: Locale, timeZone: string): string {
  const one = (at: Date) => {
    const text = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
    return locale === 'id' ? text.replace(':', '.') : text
  }
  return isolateIn(locale, until ? `${one(from)}–${one(until)}` : one(from))
}

/** 'UTC+4', 'UTC+5:30' */
function offset(at: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  return (name ?? 'GMT').replace('GMT', 'UTC')
}
