import { sql } from 'drizzle-orm'
import type { Context } from '~/domain/shared/context'
import { outbox } from './schema/outbox'
import type { Transaction } from './transaction.server'

/** Everything that can leave, with its payload. Raise `version` when a payload's shape changes. */
export interface OutboxEvents {
  'product.changed': { version: 1; payload: { productId: string } }
  'booth.changed': { version: 1; payload: { organisationId: string } }
  /** Somebody sent a photograph, or wants another part of it shown: its files are to be made. */
  'photo.sent': { version: 1; payload: { photoId: string } }
  'paper.sent': { version: 1; payload: { certificateId: string; sentKey: string } }
  'inquiry.received': { version: 1; payload: { inquiryId: string } }
  'meeting.changed': { version: 1; payload: { meetingId: string; eventId: number } }
  /** Somebody wrote or tapped in WhatsApp: the id of its row in whatsapp_received. */
  'whatsapp.received': { version: 1; payload: { id: string } }
  'order.changed': { version: 1; payload: { orderId: string; eventId: number } }
  /** Money of a card goes back: the service is to be asked. */
  'refund.wanted': { version: 1; payload: { refundId: string } }
  /** Stripe told something: the id of its row in stripe_event. */
  'stripe.told': { version: 1; payload: { id: string } }
  /** Our payments are to be compared with Stripe's. */
  'payments.compare': { version: 1; payload: { upTo: string } }
}
export type OutboxTopic = keyof OutboxEvents

export const OUTBOX_VERSIONS: { [T in OutboxTopic]: OutboxEvents[T]['version'] } = {
  'product.changed': 1,
  'booth.changed': 1,
  'photo.sent': 1,
  'paper.sent': 1,
  'inquiry.received': 1,
  'meeting.changed': 1,
  'whatsapp.received': 1,
  'order.changed': 1,
  'refund.wanted': 1,
  'stripe.told': 1,
  'payments.compare': 1,
}

/**
 * Notes that something has to leave, inside the transaction of the write that causes it, and queues
 * its delivery there too: a rolled-back transaction leaves neither.
 * A second event with the same `dedupeKey` is dropped.
 */
export async function appendOutbox<T extends OutboxTopic>(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  event: { topic: T; payload: OutboxEvents[T]['payload']; dedupeKey?: string },
): Promise<void> {
  const rows = await tx
    .insert(outbox)
    .values({
      id: context.newId(),
      topic: event.topic,
      payloadVersion: OUTBOX_VERSIONS[event.topic],
      payload: event.payload,
      dedupeKey: event.dedupeKey ?? null,
      createdAt: context.now,
    })
    .onConflictDoNothing({ target: outbox.dedupeKey })
    .returning({ id: outbox.id })
  const row = rows[0]
  if (row) await queueDelivery(tx, { id: row.id, topic: event.topic })
}

/** Where photographs wait: they are made one at a time, however many workers there are, so that none runs short. */
export const PHOTO_QUEUE = 'photos'
/** A task of its own: who takes many jobs at once doesn't keep a queue's order. */
export const DELIVER_PHOTO = 'deliver-photo'
const QUEUES: Partial<Record<string, string>> = { 'photo.sent': PHOTO_QUEUE, 'paper.sent': PHOTO_QUEUE }

/** How often a delivery is tried before it is given up: with graphile's back-off about three days. */
export const MAX_DELIVERY_ATTEMPTS = 25

/** The key of an outbox row's one job. */
export const deliveryKey = (outboxId: string) => `outbox:${outboxId}`

/** Queues the delivery of an outbox row. A row that already has its job keeps that one. */
export async function queueDelivery(
  db: Pick<Transaction, 'execute'>,
  { id, topic }: { id: string; topic: string },
  maxAttempts: number = MAX_DELIVERY_ATTEMPTS,
): Promise<void> {
  // The parameter is a JSON string: an object through a client wrapped by drizzle throws.
  await db.execute(
    sql`select graphile_worker.add_job(${QUEUES[topic] ? DELIVER_PHOTO : 'deliver'}, ${JSON.stringify({ outboxId: id })}::json,
      queue_name => ${QUEUES[topic] ?? null}::text, max_attempts => ${maxAttempts}::int, job_key => ${deliveryKey(id)}, job_key_mode => 'unsafe_dedupe')`,
  )
}
