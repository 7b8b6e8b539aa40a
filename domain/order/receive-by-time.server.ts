import { and, asc, eq, lte } from 'drizzle-orm'
import { sampleOrder } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { changeOrder } from './change-order.server'
import { RECEIVED_AFTER_MS } from './order-state'

const BATCH = 200

/**
 * Takes what was sent a month ago as received: nobody has said anything else.
 * @returns how many. @throws AppError 'forbidden' unless the system asks.
 */
export async function receiveByTime(context: Context): Promise<number> {
  const { db, actor, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const due = await db
    .select({ id: sampleOrder.id })
    .from(sampleOrder)
    .where(
      and(
        eq(sampleOrder.state, 'sent'),
        lte(sampleOrder.sentAt, new Date(now.getTime() - RECEIVED_AFTER_MS)),
      ),
    )
    .orderBy(asc(sampleOrder.sentAt))
    .limit(BATCH)
  let received = 0
  for (const { id: orderId } of due) {
    const changed = await inTransaction(db, (tx) =>
      changeOrder(tx, context, { orderId, change: { kind: 'receive' }, by: 'system' }),
    )
    if (changed.kind === 'done') received++
  }
  return received
}
