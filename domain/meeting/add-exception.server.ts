import { and, eq, gte, sql } from 'drizzle-orm'
import { meetingSetting, openTimeException } from '~/db/schema/availability'
import { meetingParticipant } from '~/db/schema/meeting'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { ensureSeats, lockSeats } from '../shared/lock-seats.server'
import type { SavedException } from './open-times-view'
import type { DayException } from './slots'
import { epochDayOf, spansOf, zoneDay } from './zone-day'

const DAY_MS = 86_400_000
const WHOLE_DAY = 1440
/** How far ahead a day can be told: longer than any horizon. */
const FARTHEST_DAYS = 400
/** Upcoming ones: more than a year of single days, and an end to what a page can hold. */
const MOST = 500

export type AddExceptionOutcome =
  /** `meetings`: how many agreed ones lie in what was closed; they stay. */
  | { kind: 'added'; exception: SavedException; meetings: number }
  | { kind: 'refused'; why: 'past' | 'far' | 'there-already' | 'too-many' }

/**
 * Closes a day, or a part of it, or opens times on one, for the actor's pesantren. An opened time counts on
 * a public holiday too.
 * @throws AppError 'forbidden' for all but the pesantren's owner and editors.
 */
export async function addException(context: Context, exception: DayException): Promise<AddExceptionOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  await ensureSeats(context, [organisationId])
  try {
    return await inTransaction(context.db, (tx) => add(tx, context, organisationId, exception))
  } catch (error) {
    if (!isOverlap(error)) throw error
    return { kind: 'refused', why: 'there-already' }
  }
}

async function add(
  tx: Transaction,
  { now, newId }: Context,
  organisationId: string,
  exception: DayException,
): Promise<AddExceptionOutcome> {
  // Before anything else, as whoever books does: who books now sees the day as it is, or is counted below.
  await lockSeats(tx, [organisationId])
  const [setting] = await tx
    .select({ timeZone: meetingSetting.timeZone })
    .from(meetingSetting)
    .where(eq(meetingSetting.organisationId, organisationId))
  const timeZone = setting?.timeZone ?? HALL_ZONE
  const day = Date.parse(`${exception.day}T00:00:00Z`) / DAY_MS
  const today = epochDayOf(now.getTime(), timeZone)
  if (!(day >= today)) return { kind: 'refused', why: 'past' }
  if (day > today + FARTHEST_DAYS) return { kind: 'refused', why: 'far' }
  const upcoming = await tx.$count(
    openTimeException,
    and(
      eq(openTimeException.organisationId, organisationId),
      gte(openTimeException.day, new Date(today * DAY_MS).toISOString().slice(0, 10)),
    ),
  )
  if (upcoming >= MOST) return { kind: 'refused', why: 'too-many' }

  const id = newId()
  await tx.insert(openTimeException).values({ id, organisationId, createdAt: now, ...exception })
  const saved = { id, ...exception }
  if (exception.kind === 'open') return { kind: 'added', exception: saved, meetings: 0 }
  const closed = spansOf(
    zoneDay(day, timeZone),
    exception.fromMinute ?? 0,
    exception.toMinute ?? WHOLE_DAY,
  ).map(
    ({ from, until }) =>
      sql`(${meetingParticipant.startsAt} < ${new Date(until).toISOString()}::timestamptz and ${meetingParticipant.endsAt} > ${new Date(from).toISOString()}::timestamptz)`,
  )
  const meetings = await tx.$count(
    meetingParticipant,
    and(
      eq(meetingParticipant.organisationId, organisationId),
      eq(meetingParticipant.occupies, true),
      closed.length > 0 ? sql`(${sql.join(closed, sql` or `)})` : sql`false`,
    ),
  )
  return { kind: 'added', exception: saved, meetings }
}

/** The database knows an exception with some of these minutes on that day. */
function isOverlap(error: unknown): boolean {
  const found = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (
    found instanceof Error &&
    'code' in found &&
    found.code === '23P01' &&
    'constraint_name' in found &&
    found.constraint_name === 'open_time_exception_no_overlap'
  )
}
