import { describe, expect, it } from 'vitest'
import { freeSlots, type SlotQuery } from './free-slots'
import type { Availability, Schedule } from './slots'
import { whyNoTimes } from './why-no-times'

// Monday 30 November 2026, 9 to 10 in Jakarta: two times of 20 minutes with 5 between them.
const SCHEDULE: Schedule = {
  timeZone: 'Asia/Jakarta',
  meetingMinutes: 20,
  gapMinutes: 5,
  noticeHours: 24,
  horizonDays: 42,
  keepsPrayerTimes: true,
  keepsPublicHolidays: true,
  coordinates: { latitude: -6.9, longitude: 107.6 },
  weekly: [{ weekday: 1, fromMinute: 540, toMinute: 600 }],
  exceptions: [],
}
const ALL_DAY = { startsAt: new Date('2026-11-29T17:00:00Z'), endsAt: new Date('2026-11-30T17:00:00Z') }
const query: SlotQuery = {
  now: new Date('2026-11-27T03:00:00Z'),
  until: new Date('2026-12-02T00:00:00Z'),
  holidays: new Set(),
}
const side = (change: Partial<Availability> = {}): Availability => ({
  organisationId: 'one',
  schedule: null,
  isInstant: true,
  seats: [1],
  occupied: [],
  ...change,
})
const host = (schedule: Partial<Schedule> | null = {}, occupied: Availability['occupied'] = []) =>
  side({ schedule: schedule && { ...SCHEDULE, ...schedule }, occupied })

const CASES: [string, Availability, Availability, Partial<SlotQuery>][] = [
  ['unpublished', host(null), side(), {}],
  ['closed', host({ weekly: [{ weekday: 4, fromMinute: 540, toMinute: 600 }] }), side(), {}],
  [
    'closed',
    host({ exceptions: [{ day: '2026-11-30', kind: 'closed', fromMinute: null, toMinute: null }] }),
    side(),
    {},
  ],
  ['holiday', host(), side(), { holidays: new Set(['2026-11-30']) }],
  // Zuhur in Bandung is at 11.40 or so.
  ['prayer', host({ weekly: [{ weekday: 1, fromMinute: 695, toMinute: 720 }] }), side(), {}],
  ['notice', host({ noticeHours: 96 }), side(), {}],
  ['host-busy', host({}, [{ seat: 1, ...ALL_DAY }]), side(), {}],
  ['guest-busy', host(), side({ occupied: [{ seat: 1, ...ALL_DAY }] }), {}],
  [
    'guest-closed',
    host(),
    side({ schedule: { ...SCHEDULE, weekly: [{ weekday: 2, fromMinute: 0, toMinute: 600 }] } }),
    {},
  ],
]

describe('whyNoTimes', () => {
  it.each(CASES)('%s', (bar, theHost, theGuest, change) => {
    const asked = { ...query, ...change }
    expect(freeSlots(theHost, theGuest, asked)).toEqual([])
    expect(whyNoTimes(theHost, theGuest, asked)).toBe(bar)
  })

  it('names what forbids most of the times', () => {
    const half = {
      seat: 1,
      startsAt: new Date('2026-11-30T02:00:00Z'),
      endsAt: new Date('2026-11-30T02:20:00Z'),
    }
    const rest = {
      seat: 1,
      startsAt: new Date('2026-11-30T02:25:00Z'),
      endsAt: new Date('2026-11-30T04:00:00Z'),
    }
    const longer = host({ weekly: [{ weekday: 1, fromMinute: 540, toMinute: 625 }] }, [half])
    const guest = side({ occupied: [rest] })
    expect(freeSlots(longer, guest, query)).toEqual([])
    expect(whyNoTimes(longer, guest, query)).toBe('guest-busy')
  })
})
