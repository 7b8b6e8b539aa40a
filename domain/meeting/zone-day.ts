import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Days kept: some 20 zones for the farthest horizon. */
const MOST_KEPT = 4_000

/** A part of a day during which the zone's clock runs evenly; milliseconds since 1970 and of offset. */
interface EvenStretch {
  from: number
  until: number
  offset: number
}

/** Milliseconds since 1970, half-open. */
export interface Span {
  from: number
  until: number
}

/** A calendar day of a zone, as instants. */
export interface ZoneDay {
  /** ISO date. */
  iso: string
  /** ISO 8601: Monday is 1. */
  weekday: number
  /** When minutes from midnight are on the zone's clock: see `spansOf`. */
  epochDay: number
  stretches: readonly EvenStretch[]
}

const kept = new Map<string, ZoneDay>()

/** The day of the zone's calendar that an instant falls on, in days since 1970-01-01. */
export function epochDayOf(instant: number, timeZone: string): number {
  // No zone is a whole day away from UTC: it is this day, or one beside it, which are mostly known already.
  const about = Math.floor(instant / DAY_MS)
  for (const epochDay of [about, about + 1, about - 1]) {
    const { stretches } = zoneDay(epochDay, timeZone)
    const [first, last] = [stretches[0], stretches.at(-1)]
    if (first && last && first.from <= instant && instant < last.until) return epochDay
  }
  throw new RangeError(`no day of ${timeZone} holds ${instant}`)
}

/** @throws RangeError for a zone that the platform doesn't know. */
export function zoneDay(epochDay: number, timeZone: string): ZoneDay {
  const key = `${timeZone} ${epochDay}`
  const found = kept.get(key)
  if (found) return found
  const iso = new Date(epochDay * DAY_MS).toISOString().slice(0, 10)
  const day = {
    iso,
    // 1970-01-01 was a Thursday.
    weekday: ((((epochDay + 3) % 7) + 7) % 7) + 1,
    epochDay,
    stretches: evenStretches(iso, timeZone),
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, day)
  return day
}

function evenStretches(iso: string, timeZone: string): EvenStretch[] {
  const date = Temporal.PlainDate.from(iso)
  const end = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  const stretches: EvenStretch[] = []
  let from = date.toZonedDateTime(timeZone)
  while (from.epochMilliseconds < end) {
    const change = from.getTimeZoneTransition('next')
    const until = Math.min(change?.epochMilliseconds ?? end, end)
    stretches.push({ from: from.epochMilliseconds, until, offset: from.offsetNanoseconds / 1_000_000 })
    if (!change) break
    from = change
  }
  return stretches
}

/**
 * The instants at which the zone's clock shows a time within the minutes from midnight. On the day that
 * daylight saving begins the minutes that the clock skips are missing; on the day that it ends those that it
 * shows twice are there twice. What follows on without a break is one span.
 */
export function spansOf(day: ZoneDay, fromMinute: number, toMinute: number): Span[] {
  const midnight = day.epochDay * DAY_MS
  const spans: Span[] = []
  for (const { from, until, offset } of day.stretches) {
    const start = Math.max(from, midnight + fromMinute * MINUTE_MS - offset)
    const end = Math.min(until, midnight + toMinute * MINUTE_MS - offset)
    if (start >= end) continue
    const last = spans.at(-1)
    if (last?.until === start) last.until = end
    else spans.push({ from: start, until: end })
  }
  return spans
}
