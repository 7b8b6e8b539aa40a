import { Temporal } from 'temporal-polyfill'

/** An instant, or what is wrong with what was typed. `instead` is the clock time that comes in its place. */
export type WallTime =
  | { instant: Date }
  | { problem: 'date' }
  | { problem: 'time' }
  | { problem: 'skipped'; instead: string }

/**
 * The instant of a day and a clock time as typed ('2026-12-08', '10:30' or '10.30') in a zone. Where clocks
 * go back and a time comes twice it is the first; one that is skipped where they go forward is a problem.
 */
export function wallTime(date: string, time: string, zone: string): WallTime {
  const day = plain(() => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? Temporal.PlainDate.from(date) : null))
  if (!day) return { problem: 'date' }
  const clock = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(time)
  const at = plain(() =>
    clock
      ? Temporal.PlainTime.from({ hour: Number(clock[1]), minute: Number(clock[2]) }, { overflow: 'reject' })
      : null,
  )
  if (!at) return { problem: 'time' }
  const typed = day.toPlainDateTime(at)
  const zoned = typed.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (!zoned.toPlainDateTime().equals(typed)) {
    return { problem: 'skipped', instead: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) }
  }
  return { instant: new Date(zoned.epochMilliseconds) }
}

/** Temporal throws for a day or an hour that the calendar doesn't have. */
function plain<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
