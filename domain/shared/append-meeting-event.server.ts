import { appendOutbox } from '~/db/outbox.server'
import { meetingEvent } from '~/db/schema/meeting'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from './context'

/** One line of the audit trail with its outbox row, in the transaction of the change. */
export async function appendMeetingEvent(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  event: Omit<typeof meetingEvent.$inferInsert, 'createdAt'>,
): Promise<void> {
  const [row] = await tx
    .insert(meetingEvent)
    .values({ ...event, createdAt: context.now })
    .returning({ id: meetingEvent.id })
  if (!row) throw new Error('the event was not written')
  await appendOutbox(tx, context, {
    topic: 'meeting.changed',
    payload: { meetingId: event.meetingId, eventId: row.id },
    dedupeKey: `meeting.changed:${row.id}`,
  })
}
