import { describe, expect, it } from 'vitest'
import { freeSlots, isOffered, isWithin, offeredSlots } from './free-slots'
import { publicHolidays } from './public-holidays'
import type { Availability, Schedule } from './slots'

const NO_HOLIDAYS: ReadonlySet<string> = new Set()
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const clockOf = (at: Date, timeZone = 'Asia/Jakarta') =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
const at = (clock: string) => Date.parse(`2026-12-08T${clock}:00+07:00`)

const schedule = (part: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'Asia/Jakarta',
  meetingMinutes: 20,
  gapMinutes: 5,
  noticeHours: 24,
  horizonDays: 42,
  keepsPrayerTimes: false,
  keepsPublicHolidays: false,
  coordinates: { latitude: -6.91, longitude: 107.61 },
  // Tuesdays 09:00 to 11:00.
  weekly: [{ weekday: 2, fromMinute: 540, toMinute: 660 }],
  exceptions: [],
  ...part,
})
const side = (part: Partial<Availability> = {}): Availability => ({
  organisationId: 'host',
  schedule: null,
  isInstant: true,
  seats: [1],
  occupied: [],
  ...part,
})
const guest = side({ organisationId: 'guest' })
/** A Monday, 10:00 in Jakarta. */
const now = new Date('2026-12-07T03:00:00Z')
const day = {
  now: new Date('2026-12-01T00:00:00Z'),
  from: new Date(at('00:00')),
  until: new Date(at('23:59')),
  holidays: NO_HOLIDAYS,
}
const clocks = (part: Partial<Schedule>, query: Partial<typeof day> = {}) =>
  offeredSlots(schedule(part), { ...day, ...query }).map(({ startsAt }) => clockOf(startsAt))

describe('the times of a day', () => {
  it('begin every meeting and gap from the opening', () => {
    expect(clocks({})).toEqual(['09:00', '09:25', '09:50', '10:15', '10:40'])
  })

  it('stay where they were when a part of the day is closed', () => {
    const exceptions = [{ day: '2026-12-08', kind: 'closed' as const, fromMinute: 570, toMinute: 590 }]
    expect(clocks({ exceptions })).toEqual(['09:00', '09:50', '10:15', '10:40'])
  })

  it('are none when it is closed', () => {
    const exceptions = [{ day: '2026-12-08', kind: 'closed' as const, fromMinute: null, toMinute: null }]
    expect(clocks({ exceptions })).toEqual([])
  })

  it('go on with an opening of that day alone, without moving the weekly ones', () => {
    const exceptions = [{ day: '2026-12-08', kind: 'open' as const, fromMinute: 630, toMinute: 720 }]
    expect(clocks({ exceptions })).toEqual(['09:00', '09:25', '09:50', '10:15', '10:40', '11:00', '11:25'])
  })

  it('are none on a public holiday, but those opened for it', () => {
    const holidays = new Set(['2026-12-08'])
    const exceptions = [{ day: '2026-12-08', kind: 'open' as const, fromMinute: 780, toMinute: 830 }]
    expect(clocks({ keepsPublicHolidays: true }, { holidays })).toEqual([])
    expect(clocks({ keepsPublicHolidays: true, exceptions }, { holidays })).toEqual(['13:00', '13:25'])
    expect(clocks({}, { holidays })).toHaveLength(5)
  })

  it('leave the noon prayer free, longer on Fridays', () => {
    const weekly = [
      { weekday: 2, fromMinute: 660, toMinute: 800 },
      { weekday: 5, fromMinute: 660, toMinute: 800 },
    ]
    const prayed = schedule({ weekly, keepsPrayerTimes: true, meetingMinutes: 10, gapMinutes: 0 })
    const starts = offeredSlots(prayed, { ...day, until: new Date(at('00:00') + 4 * 86_400_000) })
    // Dhuhr of Bandung is at 11:45 that week.
    expect(starts.map(({ startsAt }) => clockOf(startsAt))).toEqual([
      ...['11:00', '11:10', '11:20', '11:30', '12:30', '12:40', '12:50', '13:00', '13:10'],
      ...['11:00', '12:50', '13:00', '13:10'],
    ])
  })

  it('are not before the notice nor beyond the horizon', () => {
    const query = { now, holidays: NO_HOLIDAYS }
    expect(offeredSlots(schedule(), query)[0]?.startsAt.toISOString()).toBe('2026-12-08T03:15:00.000Z')
    const far = offeredSlots(schedule({ horizonDays: 8 }), query)
    expect(far.at(-1)?.startsAt.toISOString()).toBe('2026-12-15T02:50:00.000Z')
  })
})

describe('daylight saving', () => {
  const nightly = {
    weekly: WEEKDAYS.map((weekday) => ({ weekday, fromMinute: 60, toMinute: 240 })),
    meetingMinutes: 30,
    gapMinutes: 0,
    noticeHours: 0,
  }
  const night = (timeZone: string, from: string) =>
    offeredSlots(schedule({ ...nightly, timeZone }), {
      now: new Date(from),
      until: new Date(Date.parse(from) + 6 * 3_600_000),
      holidays: NO_HOLIDAYS,
    })

  it('leaves out what the clock of Milan skips in spring', () => {
    const slots = night('Europe/Rome', '2027-03-28T00:00:00+01:00')
    expect(slots.map(({ startsAt }) => clockOf(startsAt, 'Europe/Rome'))).toEqual([
      '01:00',
      '01:30',
      '03:00',
      '03:30',
    ])
    expect(slots.map(({ startsAt }) => startsAt.getTime() - (slots[0]?.startsAt.getTime() ?? 0))).toEqual(
      [0, 30, 60, 90].map((minutes) => minutes * 60_000),
    )
  })

  it('offers the hour twice that the clock of Milan shows twice in autumn', () => {
    const slots = night('Europe/Rome', '2026-10-25T00:00:00+02:00')
    expect(slots.map(({ startsAt }) => clockOf(startsAt, 'Europe/Rome'))).toEqual([
      '01:00',
      '01:30',
      '02:00',
      '02:30',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
    ])
    expect(new Set(slots.map(({ startsAt }) => startsAt.getTime())).size).toBe(8)
  })

  it('changes nothing in Istanbul, Dubai and Jakarta on the same nights', () => {
    for (const [zone, offset] of [
      ['Europe/Istanbul', '+03:00'],
      ['Asia/Dubai', '+04:00'],
      ['Asia/Jakarta', '+07:00'],
    ]) {
      for (const date of ['2027-03-28', '2026-10-25']) {
        expect(night(zone ?? '', `${date}T00:00:00${offset}`)).toHaveLength(6)
      }
    }
  })

  it('begins the day an hour late where midnight is skipped', () => {
    const early = {
      ...nightly,
      weekly: [{ weekday: 5, fromMinute: 0, toMinute: 120 }],
      timeZone: 'Africa/Cairo',
    }
    const slots = offeredSlots(schedule(early), {
      now: new Date('2026-04-23T12:00:00Z'),
      until: new Date('2026-04-24T12:00:00Z'),
      holidays: NO_HOLIDAYS,
    })
    expect(slots.map(({ startsAt }) => clockOf(startsAt, 'Africa/Cairo'))).toEqual(['01:00', '01:30'])
  })
})

describe('free times', () => {
  const query = { ...day }
  const held = (seat: number, clock: string, minutes = 20) => ({
    seat,
    startsAt: new Date(at(clock)),
    endsAt: new Date(at(clock) + minutes * 60_000),
  })
  const free = (host: Partial<Availability>, other: Availability = guest) =>
    freeSlots(side({ schedule: schedule(), ...host }), other, query).map(({ startsAt }) => clockOf(startsAt))

  it('leave out what the only seat holds, and no more', () => {
    expect(free({ occupied: [held(1, '09:25')] })).toEqual(['09:00', '09:50', '10:15', '10:40'])
  })

  it('keep the gap about a meeting of another grid', () => {
    expect(free({ occupied: [held(1, '09:22', 15)] })).toEqual(['09:50', '10:15', '10:40'])
    expect(free({ occupied: [held(1, '09:25', 22)] })).toEqual(['09:00', '10:15', '10:40'])
  })

  it('go on while one of two seats is free', () => {
    expect(free({ seats: [1, 2], occupied: [held(1, '09:25'), held(2, '10:15')] })).toHaveLength(5)
    expect(free({ seats: [1, 2], occupied: [held(1, '09:25'), held(2, '09:25')] })).toHaveLength(4)
  })

  it('leave out what the guest’s seats hold', () => {
    expect(free({}, side({ occupied: [held(1, '10:00', 60)] }))).toEqual(['09:00', '09:25'])
  })

  it('meet a guest with open times of its own only within them', () => {
    const afternoon = schedule({ weekly: [{ weekday: 2, fromMinute: 590, toMinute: 640 }], gapMinutes: 0 })
    expect(free({}, side({ schedule: afternoon }))).toEqual(['09:50', '10:15'])
  })

  it('are none of a host that has published nothing', () => {
    expect(free({ schedule: null })).toEqual([])
  })

  it('can be a few, or a few of each day', () => {
    const host = side({
      schedule: schedule({ weekly: [2, 3].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 660 })) }),
    })
    const wide = { ...query, until: undefined }
    expect(freeSlots(host, guest, { ...wide, limit: 3 })).toEqual(freeSlots(host, guest, wide).slice(0, 3))
    expect(
      freeSlots(host, guest, { ...wide, limit: 3, perDay: 1 }).map(({ startsAt }) => startsAt.toISOString()),
    ).toEqual(['2026-12-08T02:00:00.000Z', '2026-12-09T02:00:00.000Z', '2026-12-15T02:00:00.000Z'])
  })
})

describe('a wished time', () => {
  const host = side({ schedule: schedule() })

  it('is offered on the grid alone, taken or not', () => {
    const taken = {
      ...host,
      occupied: [{ seat: 1, startsAt: new Date(at('09:25')), endsAt: new Date(at('09:45')) }],
    }
    expect(isOffered(taken, new Date(at('09:25')), day.now, NO_HOLIDAYS)).toBe(true)
    expect(isOffered(host, new Date(at('09:26')), day.now, NO_HOLIDAYS)).toBe(false)
    expect(isOffered(host, new Date(at('09:25')), new Date(at('09:00')), NO_HOLIDAYS)).toBe(false)
    expect(isOffered(side(), new Date(at('09:25')), day.now, NO_HOLIDAYS)).toBe(false)
  })

  it('lies within open times also off the grid', () => {
    const slot = (clock: string, minutes = 20) => ({
      startsAt: new Date(at(clock)),
      endsAt: new Date(at(clock) + minutes * 60_000),
    })
    expect(isWithin(schedule(), slot('09:13'), NO_HOLIDAYS)).toBe(true)
    expect(isWithin(schedule(), slot('10:45'), NO_HOLIDAYS)).toBe(false)
    expect(isWithin(null, slot('03:00'), NO_HOLIDAYS)).toBe(true)
  })
})

describe('public holidays', () => {
  it('are those of every year that the time touches', () => {
    const days = publicHolidays(new Date('2026-12-20T00:00:00Z'), new Date('2027-02-01T00:00:00Z'))
    expect(days.has('2026-08-17')).toBe(true)
    expect(days.has('2026-12-25')).toBe(true)
    expect(days.has('2027-01-01')).toBe(true)
    expect(days.has('2026-12-24')).toBe(false)
    expect(days.has('2028-01-01')).toBe(false)
  })
})
