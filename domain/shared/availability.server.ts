import { and, asc, between, eq, gt, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { meetingSetting, openTime, openTimeException, seat } from '~/db/schema/availability'
import { meetingParticipant } from '~/db/schema/meeting'
import { organisation } from '~/db/schema/organisation'
import type { Transaction } from '~/db/transaction.server'
import type { Availability, DayException, WeeklyTime } from '~/domain/meeting/slots'
import { regencyCoordinates } from './regency-coordinates'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * When organisations can meet, for `freeSlots`: their open times and exceptions, their seats and what these
 * hold between the two instants (and an hour about them, which no gap exceeds). Two queries, however many
 * they are. One that doesn't exist, was turned away or closed, is missing; one that has stated no seats has seat 1, whose
 * row the one who books it writes. Public holidays aren't in it: see `publicHolidays`.
 */
export async function readAvailability(
  db: Database | Transaction,
  organisationIds: readonly string[],
  { from, until }: { from: Date; until: Date },
): Promise<Map<string, Availability>> {
  if (organisationIds.length === 0) return new Map()
  const ids = [...new Set(organisationIds)]
  // An exception's day is of its own zone: a day more on either side holds every zone's.
  const firstDay = new Date(from.getTime() - DAY_MS).toISOString().slice(0, 10)
  const lastDay = new Date(until.getTime() + DAY_MS).toISOString().slice(0, 10)
  const weekly = db
    .select({
      rows: sql<
        WeeklyTime[]
      >`coalesce(json_agg(json_build_object('weekday', ${openTime.weekday}, 'fromMinute', ${openTime.fromMinute}, 'toMinute', ${openTime.toMinute}) order by ${openTime.weekday}, ${openTime.fromMinute}), '[]')`,
    })
    .from(openTime)
    .where(eq(openTime.organisationId, organisation.id))
  const exceptions = db
    .select({
      rows: sql<
        DayException[]
      >`coalesce(json_agg(json_build_object('day', ${openTimeException.day}, 'kind', ${openTimeException.kind}, 'fromMinute', ${openTimeException.fromMinute}, 'toMinute', ${openTimeException.toMinute}) order by ${openTimeException.day}, ${openTimeException.fromMinute}), '[]')`,
    })
    .from(openTimeException)
    .where(
      and(
        eq(openTimeException.organisationId, organisation.id),
        between(openTimeException.day, firstDay, lastDay),
      ),
    )
  const seats = db
    .select({ numbers: sql<number[]>`coalesce(json_agg(${seat.number} order by ${seat.number}), '[]')` })
    .from(seat)
    .where(and(eq(seat.organisationId, organisation.id), isNull(seat.retiredAt)))

  const [rows, held] = await Promise.all([
    db
      .select({
        organisationId: organisation.id,
        regencyCode: organisation.regencyCode,
        setting: meetingSetting,
        weekly: sql<WeeklyTime[]>`${weekly}`,
        exceptions: sql<DayException[]>`${exceptions}`,
        seats: sql<number[]>`${seats}`,
      })
      .from(organisation)
      .leftJoin(meetingSetting, eq(meetingSetting.organisationId, organisation.id))
      .where(
        and(inArray(organisation.id, ids), notInArray(organisation.verification, ['closed', 'rejected'])),
      ),
    db
      .select({
        organisationId: meetingParticipant.organisationId,
        seat: meetingParticipant.seat,
        startsAt: meetingParticipant.startsAt,
        endsAt: meetingParticipant.endsAt,
      })
      .from(meetingParticipant)
      .where(
        and(
          inArray(meetingParticipant.organisationId, ids),
          eq(meetingParticipant.occupies, true),
          gt(meetingParticipant.endsAt, new Date(from.getTime() - HOUR_MS)),
          lt(meetingParticipant.startsAt, new Date(until.getTime() + HOUR_MS)),
        ),
      )
      .orderBy(asc(meetingParticipant.startsAt)),
  ])

  const found = new Map<string, Availability>()
  for (const row of rows) {
    const published =
      row.setting && (row.weekly.length > 0 || row.exceptions.some(({ kind }) => kind === 'open'))
    found.set(row.organisationId, {
      organisationId: row.organisationId,
      schedule:
        row.setting && published
          ? {
              timeZone: row.setting.timeZone,
              meetingMinutes: row.setting.meetingMinutes,
              gapMinutes: row.setting.gapMinutes,
              noticeHours: row.setting.noticeHours,
              horizonDays: row.setting.horizonDays,
              keepsPrayerTimes: row.setting.keepsPrayerTimes,
              keepsPublicHolidays: row.setting.keepsPublicHolidays,
              coordinates: regencyCoordinates(row.regencyCode),
              weekly: row.weekly,
              exceptions: row.exceptions,
            }
          : null,
      isInstant: row.setting?.instantSince != null,
      seats: row.seats.length > 0 ? row.seats : [1],
      occupied: held.flatMap((range) =>
        range.organisationId === row.organisationId && range.seat !== null
          ? [{ seat: range.seat, startsAt: range.startsAt, endsAt: range.endsAt }]
          : [],
      ),
    })
  }
  return found
}
