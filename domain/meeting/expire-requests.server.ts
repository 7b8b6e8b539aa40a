import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { meeting } from '~/db/schema/meeting'
import { inTransaction } from '~/db/transaction.server'
import { appendMeetingEvent } from '../shared/append-meeting-event.server'
import type { Context } from '../shared/context'

const BATCH = 200

/**
 * Writes down which requests have run out, each with its event; readers see them as expired before that. One
 * that somebody answers just now is left to them. Run by the worker.
 * @returns how many.
 */
export async function expireRequests(context: Pick<Context, 'db' | 'now' | 'newId'>): Promise<number> {
  const { db, now } = context
  let expired = 0
  for (;;) {
    const batch = await inTransaction(db, async (tx) => {
      const rows = await tx
        .select({ id: meeting.id, startsAt: meeting.startsAt })
        .from(meeting)
        .where(and(eq(meeting.state, 'requested'), lte(meeting.expiresAt, now)))
        .orderBy(asc(meeting.expiresAt))
        .limit(BATCH)
        .for('update', { skipLocked: true })
      if (rows.length === 0) return 0
      await tx
        .update(meeting)
        .set({
          state: 'expired',
          proposedStartsAt: null,
          proposedEndsAt: null,
          proposedBy: null,
          calendarSequence: sql`${meeting.calendarSequence} + 1`,
          version: sql`${meeting.version} + 1`,
          updatedAt: now,
        })
        .where(
          inArray(
            meeting.id,
            rows.map(({ id }) => id),
          ),
        )
      for (const { id, startsAt } of rows) {
        await appendMeetingEvent(tx, context, {
          meetingId: id,
          kind: 'expired',
          fromState: 'requested',
          toState: 'expired',
          startsAt,
        })
      }
      return rows.length
    })
    expired += batch
    if (batch < BATCH) return expired
  }
}
