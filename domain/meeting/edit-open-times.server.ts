import { and, eq, gt, sql } from 'drizzle-orm'
import { meetingSetting, openTime, seat } from '~/db/schema/availability'
import { meetingParticipant } from '~/db/schema/meeting'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { lockSeats } from '../shared/lock-seats.server'
import type { OpenTimesFields } from './typed-open-times'

export interface EditOpenTimesInput {
  /** Of the open times that the form showed; 0: there were none. */
  version: number
  fields: OpenTimesFields
}

export type EditOpenTimesOutcome =
  | { kind: 'saved'; version: number }
  /** Somebody else has saved meanwhile; `version` is theirs. */
  | { kind: 'changed'; version: number }
  /** A representative who is to go still has meetings, the last one until then. Nothing was saved. */
  | { kind: 'seat-in-use'; meetings: number; until: Date }

/**
 * Writes when and how the actor's pesantren meets. Meetings that were agreed stay as they are, whatever the
 * new times. The consent to instant booking is kept with when and by whom it was given, until it is taken back.
 * @throws AppError 'forbidden' for all but the pesantren's owner and editors.
 */
export async function editOpenTimes(
  context: Context,
  { version, fields }: EditOpenTimesInput,
): Promise<EditOpenTimesOutcome> {
  const { organisationId, personId } = requirePesantrenWriter(context.actor)
  const { db, now, newId } = context
  return inTransaction(db, async (tx) => {
    // Before anything else, as whoever books does: see `lockSeats`.
    await lockSeats(tx, [organisationId])
    const [saved] = await tx
      .select({ version: meetingSetting.version, instantSince: meetingSetting.instantSince })
      .from(meetingSetting)
      .where(eq(meetingSetting.organisationId, organisationId))
      .for('update')
    if ((saved?.version ?? 0) !== version) return { kind: 'changed', version: saved?.version ?? 0 }
    const busy = await meetingsOfSeatsAbove(tx, organisationId, fields.representatives.length, now)
    if (busy) return { kind: 'seat-in-use', ...busy }

    const { meetingMinutes, gapMinutes, noticeHours, way, keepsPrayerTimes, keepsPublicHolidays } = fields
    const consent = !fields.isInstant
      ? { instantSince: null, instantBy: null }
      : saved?.instantSince
        ? {}
        : { instantSince: now, instantBy: personId }
    const values = {
      ...{ meetingMinutes, gapMinutes, noticeHours, way, keepsPrayerTimes, keepsPublicHolidays },
      ...consent,
      version: version + 1,
      updatedAt: now,
    }
    if (saved) {
      await tx.update(meetingSetting).set(values).where(eq(meetingSetting.organisationId, organisationId))
    } else {
      const written = await tx
        .insert(meetingSetting)
        .values({ organisationId, createdAt: now, ...values })
        .onConflictDoNothing()
        .returning({ version: meetingSetting.version })
      // Two first forms at once: the other one was quicker, and has version 1.
      if (written.length === 0) return { kind: 'changed', version: 1 }
    }
    await writeSeats(tx, organisationId, fields.representatives, now)
    await tx.delete(openTime).where(eq(openTime.organisationId, organisationId))
    if (fields.weekly.length > 0) {
      await tx
        .insert(openTime)
        .values(fields.weekly.map((time) => ({ id: newId(), organisationId, createdAt: now, ...time })))
    }
    return { kind: 'saved', version: version + 1 }
  })
}

async function meetingsOfSeatsAbove(
  tx: Transaction,
  organisationId: string,
  highest: number,
  now: Date,
): Promise<{ meetings: number; until: Date } | null> {
  const [row] = await tx
    .select({
      meetings: sql<number>`count(*)::int`,
      until: sql<string | null>`max(${meetingParticipant.endsAt})`,
    })
    .from(meetingParticipant)
    .where(
      and(
        eq(meetingParticipant.organisationId, organisationId),
        eq(meetingParticipant.occupies, true),
        gt(meetingParticipant.seat, highest),
        gt(meetingParticipant.endsAt, now),
      ),
    )
  return row?.until ? { meetings: row.meetings, until: new Date(row.until) } : null
}

/** The seats of the named stay or come back; the others are retired, because past meetings name them. */
async function writeSeats(
  tx: Transaction,
  organisationId: string,
  names: readonly (string | null)[],
  now: Date,
): Promise<void> {
  await tx
    .insert(seat)
    .values(names.map((name, at) => ({ organisationId, number: at + 1, name, createdAt: now })))
    .onConflictDoUpdate({
      target: [seat.organisationId, seat.number],
      set: { name: sql`excluded.name`, retiredAt: null },
    })
  await tx
    .update(seat)
    .set({ retiredAt: sql`coalesce(${seat.retiredAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(seat.organisationId, organisationId), gt(seat.number, names.length)))
}
