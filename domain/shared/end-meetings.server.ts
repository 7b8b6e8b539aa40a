import { and, asc, eq, exists, gt, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import type { Transaction } from '~/db/transaction.server'
import { nextMeeting } from '~/domain/meeting/meeting-state'
import { appendMeetingEvent } from './append-meeting-event.server'
import type { Context } from './context'

const mine = alias(meetingParticipant, 'mine')

/** In SQL, of `meeting`: requests and meetings of an organisation that are not over yet. */
function stillOpen(tx: Pick<Transaction, 'select'>, organisationIds: readonly string[], now: Date) {
  return and(
    inArray(meeting.state, ['requested', 'booked']),
    gt(meeting.endsAt, now),
    exists(
      tx
        .select()
        .from(mine)
        .where(and(eq(mine.meetingId, meeting.id), inArray(mine.organisationId, [...organisationIds]))),
    ),
  )
}

/** Everybody who has something open with one of these, and they themselves: whose seats have to be locked first. */
export async function partiesOfOpenMeetings(
  db: Pick<Transaction, 'select' | 'selectDistinct'>,
  organisationIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectDistinct({ id: meetingParticipant.organisationId })
    .from(meetingParticipant)
    .innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
    .where(stillOpen(db, organisationIds, now))
  return [...new Set([...organisationIds, ...rows.map(({ id }) => id)])].sort()
}

/**
 * Calls off everything that an organisation has before it: booked meetings are cancelled, its own requests
 * withdrawn, others' declined, each with its event and outbox row, so that the other side is told. The seats
 * of all parties are locked by this transaction.
 * @returns how many.
 */
export async function endOpenMeetings(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { organisationId, personId, reason }: { organisationId: string; personId: string; reason: string },
): Promise<number> {
  const { now } = context
  const rows = await tx
    .select()
    .from(meeting)
    .where(stillOpen(tx, [organisationId], now))
    .orderBy(asc(meeting.id))
    .for('update')
  const sides = new Map(
    rows.length === 0
      ? []
      : (
          await tx
            .select({ meetingId: meetingParticipant.meetingId, side: meetingParticipant.side })
            .from(meetingParticipant)
            .where(
              and(
                eq(meetingParticipant.organisationId, organisationId),
                inArray(
                  meetingParticipant.meetingId,
                  rows.map(({ id }) => id),
                ),
              ),
            )
        ).map(({ meetingId, side }) => [meetingId, side]),
  )
  let ended = 0
  for (const row of rows) {
    const side = sides.get(row.id)
    const kind = row.state === 'booked' ? 'cancel' : side === 'guest' ? 'withdraw' : 'decline'
    // What was proposed ends with it, whoever proposed it.
    const step = side && nextMeeting({ ...row, proposal: null }, { kind }, side, now)
    // A request that has run out: the worker writes that down.
    if (!step) continue
    await tx
      .update(meeting)
      .set({
        state: step.facts.state,
        occupies: false,
        proposedStartsAt: null,
        proposedEndsAt: null,
        proposedBy: null,
        endReason: reason,
        endedBy: organisationId,
        calendarSequence: row.calendarSequence + (step.calendarChanges ? 1 : 0),
        version: row.version + 1,
        updatedAt: now,
      })
      .where(eq(meeting.id, row.id))
    await tx.update(meetingParticipant).set({ seat: null }).where(eq(meetingParticipant.meetingId, row.id))
    await appendMeetingEvent(tx, context, {
      meetingId: row.id,
      kind: step.event,
      fromState: row.state,
      toState: step.facts.state,
      personId,
      organisationId,
      reason,
      startsAt: row.startsAt,
    })
    ended += 1
  }
  return ended
}
