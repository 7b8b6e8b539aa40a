import { z } from 'zod'
import { typedLine } from '../shared/typed-text'
import { parseClock } from './clock-minute'
import type { DayException, WeeklyTime } from './slots'
import { type OpenTimesFields, type TypedTime, WEEKDAYS } from './typed-open-times'

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const OPEN_TIMES_PROBLEMS = [
  /** Only one of from and to. */
  'half',
  'not-a-time',
  'order',
  'overlap',
  /** No meeting fits in. */
  'too-short',
  'too-long',
  'choose',
  'day-missing',
  'day-past',
  'day-far',
  /** Another exception of that day has some of these minutes. */
  'exception-there',
  'kind-missing',
  /** A representative who is to go has meetings ahead. */
  'seat-in-use',
] as const
export type OpenTimesProblem = (typeof OPEN_TIMES_PROBLEMS)[number]
export type OpenTimesProblems = Partial<Record<string, OpenTimesProblem>>

const LONGEST_NAME = 80
const line = z.object({ from: z.string(), to: z.string() })

/**
 * The form of weekly open times, as `readTyped` reads it. Issues carry an OpenTimesProblem as their message
 * and the field in their path, all of them at once; a line of a day is 'd1-0' (Monday's first).
 */
export const openTimesSchema = z
  .object({
    days: z.array(z.array(line)).length(WEEKDAYS.length),
    meetingMinutes: z.string(),
    gapMinutes: z.string(),
    noticeHours: z.string(),
    way: z.string(),
    representatives: z.string(),
    names: z.tuple([z.string(), z.string()]),
    isInstant: z.boolean(),
    keepsPrayerTimes: z.boolean(),
    keepsPublicHolidays: z.boolean(),
  })
  .transform((typed, context): OpenTimesFields => {
    const issue = (path: string, code: OpenTimesProblem) =>
      context.addIssue({ code: 'custom', path: [path], message: code })
    const number = (name: 'meetingMinutes' | 'gapMinutes' | 'noticeHours', low: number, high: number) => {
      const value = /^\d{1,3}$/.test(typed[name]) ? Number(typed[name]) : Number.NaN
      if (value >= low && value <= high) return value
      issue(name, 'choose')
      return low
    }
    // The bounds of the table meeting_setting.
    const meetingMinutes = number('meetingMinutes', 10, 120)
    const gapMinutes = number('gapMinutes', 0, 60)
    const noticeHours = number('noticeHours', 0, 336)
    const way = typed.way === 'whatsapp' || typed.way === 'room' ? typed.way : null
    if (!way) issue('way', 'choose')
    const seats = typed.representatives === '1' ? 1 : typed.representatives === '2' ? 2 : null
    if (!seats) issue('representatives', 'choose')
    const names = typed.names.slice(0, seats ?? 1).map((name) => typedLine(name).trim())
    for (const [at, name] of names.entries()) {
      if (name.length > LONGEST_NAME) issue(`name${at + 1}`, 'too-long')
    }
    return {
      weekly: typed.days.flatMap((lines, at) => readDay(at + 1, lines, meetingMinutes, issue)),
      meetingMinutes,
      gapMinutes,
      noticeHours,
      way: way ?? 'whatsapp',
      representatives: names.map((name) => name || null),
      isInstant: typed.isInstant,
      keepsPrayerTimes: typed.keepsPrayerTimes,
      keepsPublicHolidays: typed.keepsPublicHolidays,
    }
  })

function readDay(
  weekday: number,
  lines: readonly TypedTime[],
  meetingMinutes: number,
  issue: (path: string, code: OpenTimesProblem) => void,
): WeeklyTime[] {
  const read: WeeklyTime[] = []
  for (const [at, { from, to }] of lines.entries()) {
    if (!from && !to) continue
    const range = readRange(from, to)
    const isShort = typeof range !== 'string' && range.toMinute - range.fromMinute < meetingMinutes
    if (typeof range === 'string') issue(`d${weekday}-${at}`, range)
    else if (isShort) issue(`d${weekday}-${at}`, 'too-short')
    else if (read.some((other) => other.fromMinute < range.toMinute && range.fromMinute < other.toMinute)) {
      issue(`d${weekday}-${at}`, 'overlap')
    } else read.push({ weekday, ...range })
  }
  return read.sort((a, b) => a.fromMinute - b.fromMinute)
}

/** '22:00' to '00:00' ends with the day. */
function readRange(from: string, to: string): { fromMinute: number; toMinute: number } | OpenTimesProblem {
  if (!from || !to) return 'half'
  const fromMinute = parseClock(from)
  const end = parseClock(to)
  if (fromMinute === null || end === null) return 'not-a-time'
  const toMinute = end === 0 ? 1440 : end
  return fromMinute < toMinute ? { fromMinute, toMinute } : 'order'
}

/** A whole day closed, a part of one closed, or times opened on one. */
export const EXCEPTION_CHOICES = ['closed-day', 'closed-part', 'open'] as const
export type ExceptionChoice = (typeof EXCEPTION_CHOICES)[number]

export interface TypedException {
  choice: string
  day: string
  from: string
  to: string
}

export function readTypedException(form: Pick<FormData, 'get'>): TypedException {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 40)
  return { choice: text('choice'), day: text('day'), from: text('from'), to: text('to') }
}

/** A day that differs. Issues as in `openTimesSchema`; a wrong time is said at 'from'. */
export const exceptionSchema = z
  .object({ choice: z.string(), day: z.string(), from: z.string(), to: z.string() })
  .transform((typed, context): DayException => {
    const issue = (path: keyof TypedException, code: OpenTimesProblem) =>
      context.addIssue({ code: 'custom', path: [path], message: code })
    const choice = EXCEPTION_CHOICES.find((known) => known === typed.choice)
    if (!choice) issue('choice', 'kind-missing')
    if (!z.iso.date().safeParse(typed.day).success) issue('day', 'day-missing')
    const kind = choice === 'open' ? ('open' as const) : ('closed' as const)
    if (choice === 'closed-day') return { day: typed.day, kind, fromMinute: null, toMinute: null }
    const range = choice ? readRange(typed.from, typed.to) : { fromMinute: 0, toMinute: 0 }
    if (typeof range !== 'string') return { day: typed.day, kind, ...range }
    issue('from', range)
    return z.NEVER
  })

/** The first problem of each field. */
export function openTimesProblems(error: z.ZodError): OpenTimesProblems {
  const found: OpenTimesProblems = {}
  for (const issue of error.issues) {
    const code = OPEN_TIMES_PROBLEMS.find((known) => known === issue.message)
    if (code) found[String(issue.path[0] ?? '')] ??= code
  }
  return found
}
