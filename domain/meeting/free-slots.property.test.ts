import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSlots, isOffered, isWithin, offeredSlots } from './free-slots'
import { FRIDAY_MINUTES, MINUTES_KEPT_FREE, type Prayer, prayerTimes } from './prayer-times'
import type { Availability, DayException, Occupied, Schedule, WeeklyTime } from './slots'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Zones with the days about which their clocks change, or would if they still did. */
const PLACES = [
  { timeZone: 'Asia/Jakarta', latitude: -6.91, longitude: 107.61 },
  { timeZone: 'Asia/Dubai', latitude: 25.2, longitude: 55.27 },
  { timeZone: 'Europe/Istanbul', latitude: 41.01, longitude: 28.98 },
  { timeZone: 'Europe/Rome', latitude: 45.46, longitude: 9.19 },
  { timeZone: 'Africa/Cairo', latitude: 30.04, longitude: 31.24 },
] as const
/** Milan's changes, Cairo's, and a day on which nothing changes. */
const DAYS = ['2027-03-28', '2026-10-25', '2027-04-30', '2026-10-29', '2026-12-25'] as const

/** What the zone's clock shows, by another way than the product's own reckoning. */
const formats = new Map<string, Intl.DateTimeFormat>()
function clock(instant: number, timeZone: string): { day: string; weekday: number; minute: number } {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const [day = '', time = ''] = format.format(instant).split(', ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7, minute: hours * 60 + minutes }
}

/** Ranges of minutes that are apart, in steps of a quarter of an hour. */
const apart = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: most * 2 }).map((found) => {
    const sorted = found.sort((a, b) => a - b)
    return sorted.flatMap((from, at) => {
      const to = sorted[at + 1]
      return at % 2 === 0 && to !== undefined ? [{ fromMinute: from * 15, toMinute: to * 15 }] : []
    })
  })

const weekly = fc
  .tuple(...Array.from({ length: 7 }, () => apart(3)))
  .map((days) =>
    days.flatMap((times, at): WeeklyTime[] => times.map((time) => ({ weekday: at + 1, ...time }))),
  )

const exceptionsAbout = (middle: number) =>
  fc
    .tuple(...Array.from({ length: 5 }, () => fc.tuple(apart(2), fc.infiniteStream(fc.boolean()), fc.nat(9))))
    .map((days) =>
      days.flatMap(([times, kinds, whole], at): DayException[] => {
        const day = new Date(middle + (at - 2) * DAY_MS).toISOString().slice(0, 10)
        if (whole === 0) return [{ day, kind: 'closed', fromMinute: null, toMinute: null }]
        return times.map((time) => ({ day, kind: kinds.next().value ? 'open' : 'closed', ...time }))
      }),
    )

const setting = fc.record({
  meetingMinutes: fc.integer({ min: 10, max: 120 }),
  gapMinutes: fc.integer({ min: 0, max: 60 }),
  noticeHours: fc.integer({ min: 0, max: 48 }),
  horizonDays: fc.integer({ min: 1, max: 9 }),
  keepsPrayerTimes: fc.boolean(),
  keepsPublicHolidays: fc.boolean(),
})

const situation = fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...DAYS)).chain(([place, middle]) => {
  const { timeZone, latitude, longitude } = place
  const about = Date.parse(`${middle}T00:00:00Z`)
  return fc.record({
    schedule: fc.record({ setting, weekly, exceptions: exceptionsAbout(about) }).map(
      (made): Schedule => ({
        ...made.setting,
        timeZone,
        coordinates: { latitude, longitude },
        weekly: made.weekly,
        exceptions: made.exceptions,
      }),
    ),
    now: fc
      .integer({ min: -4 * 24 * 60, max: 24 * 60 })
      .map((minutes) => new Date(about + minutes * MINUTE_MS)),
    holidays: fc
      .uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 2 })
      .map((days) => new Set(days.map((day) => new Date(about + day * DAY_MS).toISOString().slice(0, 10)))),
    occupied: fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 2 }),
          fc.integer({ min: -2880, max: 4320 }),
          fc.integer({ min: 5, max: 240 }),
        )
        .map(
          ([seat, minutes, length]): Occupied => ({
            seat,
            startsAt: new Date(about + minutes * MINUTE_MS),
            endsAt: new Date(about + (minutes + length) * MINUTE_MS),
          }),
        ),
      { maxLength: 12 },
    ),
  })
})

const host = (schedule: Schedule, occupied: readonly Occupied[] = [], seats: readonly number[] = [1, 2]) =>
  ({ organisationId: 'host', schedule, isInstant: true, seats, occupied }) satisfies Availability
const guest: Availability = {
  organisationId: 'guest',
  schedule: null,
  isInstant: false,
  seats: [1],
  occupied: [],
}

/** Whether the rules let the schedule be open at an instant, said once more in the plainest way. */
function isOpenAt(schedule: Schedule, holidays: ReadonlySet<string>, instant: number): boolean {
  const { day, weekday, minute } = clock(instant, schedule.timeZone)
  const holds = (time: { fromMinute: number | null; toMinute: number | null }) =>
    (time.fromMinute ?? 0) <= minute && minute < (time.toMinute ?? 1440)
  const today = schedule.exceptions.filter((exception) => exception.day === day && holds(exception))
  if (today.some(({ kind }) => kind === 'closed')) return false
  if (today.some(({ kind }) => kind === 'open')) return true
  if (schedule.keepsPublicHolidays && holidays.has(day)) return false
  return schedule.weekly.some((time) => time.weekday === weekday && holds(time))
}

function isPrayer({ coordinates }: Schedule, from: number, until: number): boolean {
  const first = Math.floor(from / DAY_MS) - 1
  return [first, first + 1, first + 2].some((day) => {
    const times = prayerTimes(day, coordinates)
    const isFriday = new Date(day * DAY_MS).getUTCDay() === 5
    return (Object.keys(MINUTES_KEPT_FREE) as Prayer[]).some((prayer) => {
      const call = times[prayer].getTime()
      const before = isFriday && prayer === 'dhuhr' ? FRIDAY_MINUTES.before : 0
      const after = isFriday && prayer === 'dhuhr' ? FRIDAY_MINUTES.after : MINUTES_KEPT_FREE[prayer]
      return from < call + after * MINUTE_MS && call - before * MINUTE_MS < until
    })
  })
}

describe('offered times, whatever the zone and the night', () => {
  it('last exactly a meeting, follow each other, and lie between notice and horizon', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays }) => {
        const slots = offeredSlots(schedule, { now, holidays })
        for (const [at, { startsAt, endsAt }] of slots.entries()) {
          expect(endsAt.getTime() - startsAt.getTime()).toBe(schedule.meetingMinutes * MINUTE_MS)
          expect(startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() + schedule.noticeHours * HOUR_MS)
          expect(startsAt.getTime()).toBeLessThanOrEqual(now.getTime() + schedule.horizonDays * DAY_MS)
          const before = slots[at - 1]
          if (before) expect(before.endsAt.getTime()).toBeLessThanOrEqual(startsAt.getTime())
        }
      }),
      { numRuns: 200 },
    )
  })

  it('lie within what is open on the zone’s clock, and touch neither a closed part, nor a holiday, nor a prayer', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays }) => {
        for (const { startsAt, endsAt } of offeredSlots(schedule, { now, holidays })) {
          const [from, until] = [startsAt.getTime(), endsAt.getTime()]
          // All ranges are in quarters of an hour: looking every five minutes misses none.
          for (let at = from; at < until; at += 5 * MINUTE_MS) {
            expect(isOpenAt(schedule, holidays, at), new Date(at).toISOString()).toBe(true)
          }
          expect(isOpenAt(schedule, holidays, until - 1)).toBe(true)
          if (schedule.keepsPrayerTimes) expect(isPrayer(schedule, from, until)).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('leave out nothing: quarters of an hour without gaps fill all that is open', () => {
    fc.assert(
      fc.property(situation, ({ schedule: made, now: about, holidays }) => {
        const schedule: Schedule = {
          ...made,
          meetingMinutes: 15,
          gapMinutes: 0,
          noticeHours: 0,
          horizonDays: 3,
          keepsPrayerTimes: false,
        }
        const now = new Date(Math.ceil(about.getTime() / (15 * MINUTE_MS)) * 15 * MINUTE_MS)
        const open: number[] = []
        for (let at = now.getTime(); at <= now.getTime() + 3 * DAY_MS; at += 15 * MINUTE_MS) {
          if (isOpenAt(schedule, holidays, at)) open.push(at)
        }
        expect(offeredSlots(schedule, { now, holidays }).map(({ startsAt }) => startsAt.getTime())).toEqual(
          open,
        )
      }),
      { numRuns: 100 },
    )
  })

  it('don’t depend on the order of what is published', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays }) => {
        const turned = {
          ...schedule,
          weekly: [...schedule.weekly].reverse(),
          exceptions: [...schedule.exceptions].reverse(),
        }
        expect(offeredSlots(turned, { now, holidays })).toEqual(offeredSlots(schedule, { now, holidays }))
      }),
      { numRuns: 100 },
    )
  })

  it('only lose by a closing, and only gain by an opening', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays }) => {
        const keys = (exceptions: readonly DayException[]) =>
          new Set(
            offeredSlots({ ...schedule, exceptions }, { now, holidays }).map(({ startsAt }) =>
              startsAt.getTime(),
            ),
          )
        const all = keys(schedule.exceptions)
        const withoutClosing = keys(schedule.exceptions.filter(({ kind }) => kind === 'open'))
        const withoutOpening = keys(schedule.exceptions.filter(({ kind }) => kind === 'closed'))
        expect([...all].every((at) => withoutClosing.has(at))).toBe(true)
        expect([...withoutOpening].every((at) => all.has(at))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('free times, whoever is busy', () => {
  const starts = (slots: readonly { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.getTime())

  it('are some of the offered ones, and every offered one is one that can be booked at once', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays, occupied }) => {
        const offered = new Set(starts(offeredSlots(schedule, { now, holidays })))
        for (const slot of freeSlots(host(schedule, occupied), guest, { now, holidays })) {
          expect(offered.has(slot.startsAt.getTime())).toBe(true)
          expect(isWithin(schedule, slot, holidays)).toBe(true)
        }
        for (const at of [...offered].slice(0, 5)) {
          expect(isOffered(host(schedule), new Date(at), now, holidays)).toBe(true)
          const beside = at + MINUTE_MS
          expect(isOffered(host(schedule), new Date(beside), now, holidays)).toBe(offered.has(beside))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('never become more when a seat is held, of the host or of the guest', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays, occupied }) => {
        let before = new Set(starts(freeSlots(host(schedule), guest, { now, holidays })))
        for (let count = 1; count <= occupied.length; count++) {
          const held = occupied.slice(0, count)
          const after = starts(freeSlots(host(schedule, held), guest, { now, holidays }))
          expect(after.every((at) => before.has(at))).toBe(true)
          before = new Set(after)
        }
        const busy = { ...guest, occupied: occupied.map((range) => ({ ...range, seat: 1 })) }
        const met = starts(freeSlots(host(schedule, occupied), busy, { now, holidays }))
        expect(met.every((at) => before.has(at))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('keep the gap on at least one seat, and don’t depend on the order of seats or meetings', () => {
    fc.assert(
      fc.property(situation, ({ schedule, now, holidays, occupied }) => {
        const slots = freeSlots(host(schedule, occupied), guest, { now, holidays })
        const gap = schedule.gapMinutes * MINUTE_MS
        for (const { startsAt, endsAt } of slots) {
          const isFree = (seat: number) =>
            occupied
              .filter((range) => range.seat === seat)
              .every(
                (range) =>
                  range.endsAt.getTime() + gap <= startsAt.getTime() ||
                  endsAt.getTime() + gap <= range.startsAt.getTime(),
              )
          expect(isFree(1) || isFree(2)).toBe(true)
        }
        const turned = host(schedule, [...occupied].reverse(), [2, 1])
        expect(freeSlots(turned, guest, { now, holidays })).toEqual(slots)
      }),
      { numRuns: 100 },
    )
  })
})
