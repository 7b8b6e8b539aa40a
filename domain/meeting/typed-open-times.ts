import { clockText } from './clock-minute'
import type { WeeklyTime } from './slots'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** To which a Monday's times are copied. */
export const COPIED_TO = [2, 3, 4, 5] as const
export const MOST_TIMES_A_DAY = 6
const LONGEST = 200

/** One line of a day; both empty: it isn't there. */
export interface TypedTime {
  from: string
  to: string
}

/** The form of weekly open times as it was typed, right or wrong. */
export interface TypedOpenTimes {
  /** Of Monday to Sunday. */
  days: TypedTime[][]
  meetingMinutes: string
  gapMinutes: string
  noticeHours: string
  way: string
  /** '1' or '2'. */
  representatives: string
  names: [string, string]
  isInstant: boolean
  keepsPrayerTimes: boolean
  keepsPublicHolidays: boolean
}

/** What the form says, in the shape of the rows. */
export interface OpenTimesFields {
  weekly: WeeklyTime[]
  meetingMinutes: number
  gapMinutes: number
  noticeHours: number
  way: 'whatsapp' | 'room'
  /** A name for each seat; null: not said. One or two. */
  representatives: (string | null)[]
  isInstant: boolean
  keepsPrayerTimes: boolean
  keepsPublicHolidays: boolean
}

/** The field names of a line of a day. */
export const timeNames = (weekday: number, line: number) => ({
  from: `d${weekday}-${line}-from`,
  to: `d${weekday}-${line}-to`,
})

/** Reads the form. A day has the lines that were typed and one empty one after them, while there is room. */
export function readTyped(form: Pick<FormData, 'get'>): TypedOpenTimes {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, LONGEST) : ''
  }
  return {
    days: WEEKDAYS.map((weekday) => {
      const lines: TypedTime[] = []
      for (let line = 0; line < MOST_TIMES_A_DAY; line++) {
        const names = timeNames(weekday, line)
        const typed = { from: text(names.from), to: text(names.to) }
        if (typed.from || typed.to) lines.push(typed)
      }
      return withEmptyLine(lines)
    }),
    meetingMinutes: text('meetingMinutes'),
    gapMinutes: text('gapMinutes'),
    noticeHours: text('noticeHours'),
    way: text('way'),
    representatives: text('representatives'),
    names: [text('name1'), text('name2')],
    isInstant: text('isInstant') !== '',
    keepsPrayerTimes: text('keepsPrayerTimes') !== '',
    keepsPublicHolidays: text('keepsPublicHolidays') !== '',
  }
}

/** The form filled with what is saved. */
export function typedFrom(fields: OpenTimesFields): TypedOpenTimes {
  return {
    days: WEEKDAYS.map((weekday) =>
      withEmptyLine(
        fields.weekly
          .filter((time) => time.weekday === weekday)
          .map(({ fromMinute, toMinute }) => ({ from: clockText(fromMinute), to: clockText(toMinute) })),
      ),
    ),
    meetingMinutes: String(fields.meetingMinutes),
    gapMinutes: String(fields.gapMinutes),
    noticeHours: String(fields.noticeHours),
    way: fields.way,
    representatives: String(fields.representatives.length),
    names: [fields.representatives[0] ?? '', fields.representatives[1] ?? ''],
    isInstant: fields.isInstant,
    keepsPrayerTimes: fields.keepsPrayerTimes,
    keepsPublicHolidays: fields.keepsPublicHolidays,
  }
}

/** Monday's times on Tuesday to Friday too, instead of what stood there. Nothing is saved by it. */
export function copyMonday(typed: TypedOpenTimes): TypedOpenTimes {
  const monday = typed.days[0] ?? withEmptyLine([])
  const copied: readonly number[] = COPIED_TO
  return {
    ...typed,
    days: typed.days.map((lines, at) =>
      copied.includes(at + 1) ? monday.map((line) => ({ ...line })) : lines,
    ),
  }
}

/** One more empty line on a day. */
export function addLine(typed: TypedOpenTimes, weekday: number): TypedOpenTimes {
  return {
    ...typed,
    days: typed.days.map((lines, at) =>
      at + 1 === weekday && lines.length < MOST_TIMES_A_DAY ? [...lines, { from: '', to: '' }] : lines,
    ),
  }
}

function withEmptyLine(lines: TypedTime[]): TypedTime[] {
  return lines.length < MOST_TIMES_A_DAY ? [...lines, { from: '', to: '' }] : lines
}

/** The day without one of its lines. */
export function dropLine(typed: TypedOpenTimes, weekday: number, line: number): TypedOpenTimes {
  return {
    ...typed,
    days: typed.days.map((lines, at) =>
      at + 1 === weekday
        ? withEmptyLine(lines.filter((time, index) => index !== line && (time.from || time.to)))
        : lines,
    ),
  }
}
