import { Temporal } from 'temporal-polyfill'
import { HALL_ZONE } from '../shared/hall-zone'
import type { MessageTemplate } from '../shared/message-enums'

/** Nobody is written to from 21:00 until 06:00 of their own clock. */
export const QUIET_FROM_HOUR = 21
export const QUIET_UNTIL_HOUR = 6

/** What comes later than this before its moment is of no use any more. */
const SHORTEST_NOTICE_MS = 3_600_000

/**
 * Goes at any hour: its receiver waits for it (a code, the answer to a tap), asked to be reminded then, or has
 * to know at once that an address was changed. An invitation isn't among them: nobody waits for it.
 */
const ANY_HOUR: readonly MessageTemplate[] = [
  'sign-in-code',
  'reply-recorded',
  'meeting-reminder-hour',
  'address-changed',
  'address-added',
  'address-removed',
]

/** Whether it is night on the clocks of a zone. */
export function isQuiet(at: Date, timeZone: string | null): boolean {
  const { hour } = zoned(at, timeZone)
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR
}

/**
 * The earliest moment from `at` on at which a message may go to somebody in a zone (null: the hall's).
 * @param until the moment that it is about (a meeting's time, a request's end): where the night would leave less
 *   than an hour before it, the message goes at once: news that comes too late helps nobody.
 */
export function notBefore(
  template: MessageTemplate,
  { at, timeZone, until }: { at: Date; timeZone: string | null; until?: Date | null },
): Date {
  if (ANY_HOUR.includes(template) || !isQuiet(at, timeZone)) return at
  const local = zoned(at, timeZone)
  const day = local.hour >= QUIET_FROM_HOUR ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  const morning = day.toZonedDateTime({
    timeZone: local.timeZoneId,
    plainTime: Temporal.PlainTime.from({ hour: QUIET_UNTIL_HOUR }),
  })
  const wakes = new Date(morning.epochMilliseconds)
  const isTooLate = until && until > at && until.getTime() - wakes.getTime() < SHORTEST_NOTICE_MS
  return isTooLate ? at : wakes
}

/**
 * The moment that a waiting message is about, as `until` of `notBefore`: the end of its use or, where that is
 * sooner, a time that it tells of and that isn't past (the time that a meeting had and has no more, the start of
 * one that is cancelled).
 */
export function momentOf(
  {
    template,
    variables,
    expiresAt,
  }: { template: MessageTemplate; variables: Readonly<Record<string, unknown>>; expiresAt: Date | null },
  now: Date,
): Date | null {
  // It asks about what is over.
  if (template === 'outcome-asked') return null
  const told = [variables.startsAt, variables.from].flatMap((time) =>
    typeof time === 'string' ? [Date.parse(time)] : [],
  )
  const times = [...told, ...(expiresAt ? [expiresAt.getTime()] : [])].filter((time) => time > now.getTime())
  return times.length > 0 ? new Date(Math.min(...times)) : null
}

/** A zone that no clock knows is the hall's: a message never fails for it. */
function zoned(at: Date, timeZone: string | null): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  try {
    return instant.toZonedDateTimeISO(timeZone ?? HALL_ZONE)
  } catch {
    return instant.toZonedDateTimeISO(HALL_ZONE)
  }
}
