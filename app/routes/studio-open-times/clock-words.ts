import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatWeekday } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { clockText } from '~/domain/meeting/clock-minute'
import type { DayException } from '~/domain/meeting/slots'
import type { Locale } from '~/domain/shared/locale'

export type OpenTimesWords = PageWords['openTimes']

/** `09.00–11.30`, isolated so that Arabic doesn't turn it round. */
export function clockRange(fromMinute: number, toMinute: number, locale: Locale): string {
  const clock = (minute: number) => {
    const text = minute === 1440 ? '24:00' : clockText(minute)
    return locale === 'id' ? text.replace(':', '.') : text
  }
  return `\u2066${clock(fromMinute)}–${clock(toMinute)}\u2069`
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
/** An ISO date in words: `Selasa, 8 Desember 2026`. */
export const longDay = (day: string, locale: Locale) => formatWeekday(noon(day), locale, 'UTC')
/** `Sel, 8 Des`. */
export const shortDay = (day: string, locale: Locale) => formatShortDay(noon(day), locale, 'UTC')

/** `Tutup 09.00–11.00`. */
export function whatDiffers(
  { kind, fromMinute, toMinute }: DayException,
  words: OpenTimesWords['exceptions'],
  locale: Locale,
): string {
  if (fromMinute === null || toMinute === null) return words.wholeDay
  return fill(words[kind], { times: clockRange(fromMinute, toMinute, locale) })
}
