import { keptForPrayer } from './prayer-times'
import type { Availability, Schedule, Slot } from './slots'
import { epochDayOf, type Span, spansOf, type ZoneDay, zoneDay } from './zone-day'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const WHOLE_DAY = 1440

export interface SlotQuery {
  now: Date
  /** Slots that begin before are left out. */
  from?: Date | undefined
  /** Slots that begin then or later are left out. */
  until?: Date | undefined
  limit?: number | undefined
  /** At most so many of one day of the host's calendar: for a few times on different days. */
  perDay?: number | undefined
  /** ISO dates: see `publicHolidays`. */
  holidays: ReadonlySet<string>
}

/**
 * The times at which a schedule can be met, in order, whoever is busy. Each weekly time and each 'open'
 * exception (its part outside the weekly times) is cut on a fixed grid of a meeting and its gap from its
 * beginning; what touches a closed part, a prayer or a kept holiday is left out, so that the others stay
 * where they were. None begins within the notice or beyond the horizon.
 */
export function offeredSlots(schedule: Schedule, query: SlotQuery): Slot[] {
  return take(offered(schedule, query), query, () => true)
}

/**
 * The offered times at which a seat of the host is free, with its gap before and after, and one of the
 * guest's. A guest that publishes open times itself is met only within them; one that doesn't, at any time.
 * Empty for a host that has published nothing.
 */
export function freeSlots(host: Availability, guest: Availability, query: SlotQuery): Slot[] {
  const { schedule } = host
  if (!schedule) return []
  const hostIsFree = freeSeatFinder(host)
  const guestIsFree = freeSeatFinder(guest)
  return take(
    offered(schedule, query),
    query,
    (span) => hostIsFree(span) && guestIsFree(span) && isWithinSpan(guest.schedule, span, query.holidays),
  )
}

/** `startsAt` is exactly one of the times that the host offers now, be it taken or not: booking can be instant. */
export function isOffered(
  host: Availability,
  startsAt: Date,
  now: Date,
  holidays: ReadonlySet<string>,
): boolean {
  if (!host.schedule) return false
  const until = new Date(startsAt.getTime() + 1)
  return !offered(host.schedule, { now, from: startsAt, until, holidays }).next().done
}

/** The time lies within open times, whatever the grid: for what was agreed before they changed. */
export function isWithin(schedule: Schedule | null, slot: Slot, holidays: ReadonlySet<string>): boolean {
  return isWithinSpan(schedule, { from: slot.startsAt.getTime(), until: slot.endsAt.getTime() }, holidays)
}

function isWithinSpan(schedule: Schedule | null, wanted: Span, holidays: ReadonlySet<string>): boolean {
  if (!schedule) return true
  const day = zoneDay(epochDayOf(wanted.from, schedule.timeZone), schedule.timeZone)
  return (
    openSpans(schedule, day, holidays).some(
      ({ from, until }) => from <= wanted.from && wanted.until <= until,
    ) && !blockedSpans(schedule, day).some((blocked) => touch(blocked, wanted))
  )
}

/** A time of a day of the schedule's zone. */
interface OfferedSpan extends Span {
  epochDay: number
}

function* offered(
  schedule: Schedule,
  { now, from, until, holidays }: SlotQuery,
): Generator<OfferedSpan, undefined> {
  const { timeZone } = schedule
  const length = schedule.meetingMinutes * MINUTE_MS
  const step = length + schedule.gapMinutes * MINUTE_MS
  const earliest = Math.max(now.getTime() + schedule.noticeHours * HOUR_MS, from?.getTime() ?? -Infinity)
  const last = now.getTime() + schedule.horizonDays * DAY_MS
  const end = Math.min(last + 1, until?.getTime() ?? Infinity)
  if (earliest >= end) return
  const lastDay = epochDayOf(end - 1, timeZone)
  for (let at = epochDayOf(earliest, timeZone); at <= lastDay; at++) {
    const day = zoneDay(at, timeZone)
    const open = openSpans(schedule, day, holidays)
    if (open.length === 0) continue
    const blocked = blockedSpans(schedule, day)
    for (const span of open) {
      for (let start = span.from; start + length <= span.until && start < end; start += step) {
        if (start < earliest) continue
        const slot = { from: start, until: start + length, epochDay: at }
        if (!blocked.some((other) => touch(other, slot))) yield slot
      }
    }
  }
}

/** In order and apart from each other: each has a grid of its own. */
function openSpans(schedule: Schedule, day: ZoneDay, holidays: ReadonlySet<string>): Span[] {
  const isHoliday = schedule.keepsPublicHolidays && holidays.has(day.iso)
  const weekly = isHoliday
    ? []
    : schedule.weekly
        .filter(({ weekday }) => weekday === day.weekday)
        .flatMap(({ fromMinute, toMinute }) => spansOf(day, fromMinute, toMinute))
  const added = schedule.exceptions
    .filter((exception) => exception.kind === 'open' && exception.day === day.iso)
    .flatMap(({ fromMinute, toMinute }) => spansOf(day, fromMinute ?? 0, toMinute ?? WHOLE_DAY))
    .flatMap((span) => without(span, weekly))
  return [...weekly, ...added].sort((a, b) => a.from - b.from)
}

/** What is closed on a day, and what prayer keeps free about it. */
function blockedSpans(schedule: Schedule, day: ZoneDay): Span[] {
  const blocked = schedule.exceptions
    .filter((exception) => exception.kind === 'closed' && exception.day === day.iso)
    .flatMap(({ fromMinute, toMinute }) => spansOf(day, fromMinute ?? 0, toMinute ?? WHOLE_DAY))
  if (schedule.keepsPrayerTimes) {
    // The place's day can begin and end at other instants than the zone's.
    for (const at of [day.epochDay - 1, day.epochDay, day.epochDay + 1]) {
      blocked.push(...keptForPrayer(at, schedule.coordinates))
    }
  }
  return blocked
}

function without(span: Span, taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (parts, other) =>
      parts.flatMap((part) =>
        touch(part, other)
          ? [
              { from: part.from, until: Math.min(part.until, other.from) },
              { from: Math.max(part.from, other.until), until: part.until },
            ].filter(({ from, until }) => from < until)
          : [part],
      ),
    [span],
  )
}

/** Half-open: what ends as the other begins doesn't touch it. */
function touch(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until
}

/** Tells whether a seat's meetings, with the organisation's gap about them, leave a time free. */
export function freeSeatFinder({ schedule, seats, occupied }: Availability): (wanted: Span) => boolean {
  const gap = (schedule?.gapMinutes ?? 0) * MINUTE_MS
  const held = seats.map((seat) =>
    occupied
      .filter((range) => range.seat === seat)
      .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime() - gap, until: endsAt.getTime() + gap })),
  )
  return (wanted) => held.some((ranges) => !ranges.some((range) => touch(range, wanted)))
}

function take(
  spans: Iterable<OfferedSpan>,
  { limit = Infinity, perDay = Infinity }: SlotQuery,
  isFree: (span: Span) => boolean,
): Slot[] {
  const taken: Slot[] = []
  if (limit <= 0) return taken
  let ofDay = 0
  let day: number | undefined
  for (const span of spans) {
    if (span.epochDay !== day) {
      day = span.epochDay
      ofDay = 0
    }
    if (ofDay >= perDay || !isFree(span)) continue
    ofDay++
    taken.push({ startsAt: new Date(span.from), endsAt: new Date(span.until) })
    if (taken.length >= limit) break
  }
  return taken
}
