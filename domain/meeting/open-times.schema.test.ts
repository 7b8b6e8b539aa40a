import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, parseClock } from './clock-minute'
import { exceptionSchema, openTimesProblems, openTimesSchema, readTypedException } from './open-times.schema'
import { addLine, copyMonday, type OpenTimesFields, readTyped, typedFrom } from './typed-open-times'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  const whole = {
    meetingMinutes: '20',
    gapMinutes: '5',
    noticeHours: '24',
    way: 'room',
    representatives: '2',
  }
  for (const [name, value] of Object.entries({ ...whole, ...fields })) data.set(name, value)
  return readTyped(data)
}
const problems = (fields: Record<string, string>) => {
  const parsed = openTimesSchema.safeParse(form(fields))
  return parsed.success ? {} : openTimesProblems(parsed.error)
}

describe('a typed time', () => {
  it.each([
    ['09:30', 570],
    ['9.30', 570],
    ['00:00', 0],
    ['24:00', 1440],
    ['09:30:00', 570],
    ['24:01', null],
    ['9', null],
    ['25:00', null],
    ['10:60', null],
    ['', null],
  ])('%s is minute %s', (typed, minute) => {
    expect(parseClock(typed)).toBe(minute)
  })

  it('comes back as it was written', () => {
    for (let minute = 0; minute < 1440; minute++) expect(parseClock(clockText(minute))).toBe(minute)
    expect(clockText(1440)).toBe('00:00')
  })
})

describe('the form of open times', () => {
  it('is read into rows, in order, without its empty lines', () => {
    const parsed = openTimesSchema.parse(
      form({
        ...{ 'd1-0-from': '13:00', 'd1-0-to': '15:00', 'd1-1-from': '', 'd1-1-to': '' },
        ...{ 'd1-2-from': '09:00', 'd1-2-to': '11:00', 'd7-0-from': '22:00', 'd7-0-to': '00:00' },
        ...{ name1: ' Ust. Ahmad ', name2: '', isInstant: 'yes' },
      }),
    )
    expect(parsed).toEqual({
      weekly: [
        { weekday: 1, fromMinute: 540, toMinute: 660 },
        { weekday: 1, fromMinute: 780, toMinute: 900 },
        { weekday: 7, fromMinute: 1320, toMinute: 1440 },
      ],
      meetingMinutes: 20,
      gapMinutes: 5,
      noticeHours: 24,
      way: 'room',
      representatives: ['Ust. Ahmad', null],
      isInstant: true,
      keepsPrayerTimes: false,
      keepsPublicHolidays: false,
    } satisfies OpenTimesFields)
  })

  it('says at the line what is wrong with it, all at once', () => {
    expect(
      problems({
        ...{ 'd1-0-from': '09:00', 'd1-0-to': '' },
        ...{ 'd2-0-from': '11:00', 'd2-0-to': '09:00' },
        ...{ 'd3-0-from': '09:00', 'd3-0-to': '11:00', 'd3-1-from': '10:30', 'd3-1-to': '12:00' },
        ...{ 'd4-0-from': '09:00', 'd4-0-to': '09:15' },
        ...{ 'd5-0-from': 'pagi', 'd5-0-to': '11:00' },
        ...{ meetingMinutes: '20', way: 'table', representatives: '3', name1: 'x'.repeat(81) },
      }),
    ).toEqual({
      'd1-0': 'half',
      'd2-0': 'order',
      'd3-1': 'overlap',
      'd4-0': 'too-short',
      'd5-0': 'not-a-time',
      way: 'choose',
      representatives: 'choose',
      name1: 'too-long',
    })
  })

  it('lets times touch', () => {
    expect(
      problems({ 'd1-0-from': '09:00', 'd1-0-to': '10:00', 'd1-1-from': '10:00', 'd1-1-to': '11:00' }),
    ).toEqual({})
  })

  it.each<Record<string, string>>([
    { meetingMinutes: '5' },
    { meetingMinutes: '121' },
    { gapMinutes: '-1' },
    { gapMinutes: '' },
    { noticeHours: '400' },
  ])('refuses what the table would refuse: %o', (fields) => {
    expect(Object.values(problems(fields))).toEqual(['choose'])
  })

  it('is filled with what is saved so that saving it again changes nothing', () => {
    const range = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), range), { maxLength: 7 }),
        fc.boolean(),
        (times, isInstant) => {
          const weekdays = new Set<number>()
          const weekly = times
            .flatMap(([weekday, [a = 0, b = 0]]) => {
              if (weekdays.has(weekday) || Math.abs(a - b) < 2) return []
              weekdays.add(weekday)
              return [{ weekday, fromMinute: Math.min(a, b) * 15, toMinute: Math.max(a, b) * 15 }]
            })
            .sort((a, b) => a.weekday - b.weekday)
          const fields: OpenTimesFields = {
            weekly,
            meetingMinutes: 30,
            gapMinutes: 10,
            noticeHours: 48,
            way: 'whatsapp',
            representatives: ['Ustazah Siti', null],
            isInstant,
            keepsPrayerTimes: true,
            keepsPublicHolidays: !isInstant,
          }
          expect(openTimesSchema.parse(typedFrom(fields))).toEqual(fields)
        },
      ),
    )
  })

  it('copies Monday to the other working days and leaves the weekend', () => {
    const typed = form({
      ...{ 'd1-0-from': '09:00', 'd1-0-to': '11:00', 'd2-0-from': '16:00', 'd2-0-to': '17:00' },
      ...{ 'd6-0-from': '08:00', 'd6-0-to': '09:00' },
    })
    const { weekly } = openTimesSchema.parse(copyMonday(typed))
    expect(weekly).toEqual([
      ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 660 })),
      { weekday: 6, fromMinute: 480, toMinute: 540 },
    ])
  })

  it('has one empty line on each day, and as many more as are asked for up to six', () => {
    const typed = form({ 'd1-0-from': '09:00', 'd1-0-to': '11:00' })
    expect(typed.days.map((lines) => lines.length)).toEqual([2, 1, 1, 1, 1, 1, 1])
    let more = typed
    for (let times = 0; times < 9; times++) more = addLine(more, 1)
    expect(more.days[0]).toHaveLength(6)
    expect(more.days[1]).toHaveLength(1)
  })
})

describe('the form of a day that differs', () => {
  const parse = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    const parsed = exceptionSchema.safeParse(readTypedException(data))
    return parsed.success ? parsed.data : openTimesProblems(parsed.error)
  }

  it('is a closed day whatever times stand there, or a closed part, or an opening', () => {
    const times = { from: '09:00', to: '10:00' }
    const day = '2026-12-24'
    const minutes = { fromMinute: 540, toMinute: 600 }
    expect(parse({ choice: 'closed-day', day, ...times })).toEqual({
      day,
      kind: 'closed',
      fromMinute: null,
      toMinute: null,
    })
    expect(parse({ choice: 'closed-part', day, ...times })).toEqual({ day, kind: 'closed', ...minutes })
    expect(parse({ choice: 'open', day, ...times })).toEqual({ day, kind: 'open', ...minutes })
  })

  it('says what is missing', () => {
    expect(parse({})).toEqual({ choice: 'kind-missing', day: 'day-missing' })
    expect(parse({ choice: 'open', day: '2026-02-30' })).toEqual({ day: 'day-missing', from: 'half' })
    expect(parse({ choice: 'closed-part', day: '2026-12-24', from: '11:00', to: '10:00' })).toEqual({
      from: 'order',
    })
  })
})
