import { and, eq, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import { MAX_DELIVERY_ATTEMPTS } from '~/db/outbox.server'
import { outbox } from '~/db/schema/outbox'
import type { Context } from '~/domain/shared/context'
import { type Deliveries, type Delivery, Undeliverable } from './delivery'

/** Signs that a delivery failed and is worth another try: graphile then waits longer each time. */
export class DeliveryFailed extends Error {}

function find(deliveries: Deliveries, topic: string, version: number): Delivery {
  const versions = Object.entries(deliveries).find(([known]) => known === topic)?.[1]
  if (!versions) throw new Undeliverable(`no delivery for the topic '${topic}'`)
  const found = versions[version]
  if (!found) throw new Undeliverable(`no delivery for version ${version} of '${topic}'`)
  return found
}

/**
 * Delivers one outbox row and settles it. A row that is gone or settled is left alone, so a replay is
 * harmless. A delivery that can never succeed, or failed for the last time, makes the row dead.
 * @throws DeliveryFailed when it is to be tried again.
 */
export async function deliverOutbox(
  context: Context,
  { deliveries, log, maxAttempts = MAX_DELIVERY_ATTEMPTS }: DeliverOptions,
  outboxId: string,
): Promise<void> {
  const { db } = context
  const pending = and(eq(outbox.id, outboxId), eq(outbox.state, 'pending'))
  // Counted before the try: one that kills the process counts too.
  const rows = await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1` })
    .where(pending)
    .returning()
  const row = rows[0]
  if (!row) return

  const about = { outboxId, topic: row.topic, attempt: row.attempts }
  try {
    await find(deliveries, row.topic, row.payloadVersion)(context, row.payload)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isDead = error instanceof Undeliverable || row.attempts >= maxAttempts
    await db
      .update(outbox)
      .set({
        lastError: reason.slice(0, 1_000),
        ...(isDead ? { state: 'dead' as const, settledAt: sql`now()` } : {}),
      })
      .where(pending)
    // The reason stays in the table: it may quote what somebody wrote.
    const kind = error instanceof Error ? error.name : 'unknown'
    if (isDead) {
      log.error({ ...about, kind }, 'a delivery was given up')
      return
    }
    log.warn({ ...about, kind }, 'a delivery failed and will be tried again')
    throw new DeliveryFailed(row.topic)
  }
  await db.update(outbox).set({ state: 'delivered', lastError: null, settledAt: sql`now()` }).where(pending)
  log.info({ ...about, waitedMs: Math.max(0, Date.now() - row.createdAt.getTime()) }, 'delivered')
}

export interface DeliverOptions {
  deliveries: Deliveries
  log: Logger
  /** Tries before a row is dead. */
  maxAttempts?: number
}
