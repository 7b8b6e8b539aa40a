import { formatWeekday } from '~/app/i18n/format'
import type { MeetingRow } from '~/domain/meeting/meeting-view'
import type { Locale } from '~/domain/shared/locale'

export interface DayOfMeetings {
  /** 'Selasa, 8 Desember 2026' */
  day: string
  near: 'today' | 'tomorrow' | null
  rows: MeetingRow[]
}

const DAY_MS = 86_400_000

/** Meetings in their order, grouped by the day of the reader's zone. */
export function byDay(
  rows: readonly MeetingRow[],
  now: Date,
  timeZone: string,
  locale: Locale,
): DayOfMeetings[] {
  const today = formatWeekday(now, locale, timeZone)
  const tomorrow = formatWeekday(new Date(now.getTime() + DAY_MS), locale, timeZone)
  const days: DayOfMeetings[] = []
  for (const row of rows) {
    const day = formatWeekday(row.startsAt, locale, timeZone)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else {
      const near = day === today ? 'today' : day === tomorrow ? 'tomorrow' : null
      days.push({ day, near, rows: [row] })
    }
  }
  return days
}
