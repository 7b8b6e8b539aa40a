import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import { PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { changeOrder } from './change-order.server'
import { takeTruth } from './take-truth.server'

const BATCH = 200
/** A payment that was begun and never answered holds an order no longer than that. */
const UNANSWERED_MS = 24 * 60 * 60_000

/**
 * Ends orders whose time to pay is over, and gives their samples back. A page where cards are taken is closed first:
 * if it says that it was paid just now, it is paid. One whose service doesn't answer waits for the next time.
 * @returns how many lapsed. @throws AppError 'forbidden' unless the system asks.
 */
export async function lapseOrders(context: Context): Promise<number> {
  const { db, actor, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const due = await db
    .select({ id: sampleOrder.id, way: sampleOrder.way })
    .from(sampleOrder)
    .where(and(eq(sampleOrder.state, 'awaiting'), lte(sampleOrder.expiresAt, now)))
    .orderBy(asc(sampleOrder.expiresAt))
    .limit(BATCH)
  let lapsed = 0
  for (const { id, way } of due) {
    if (way === 'card' && !(await closePages(context, id))) continue
    if (await lapse(context, id)) lapsed++
  }
  return lapsed
}

/** Whether nobody can pay it any more. */
async function closePages(context: Context, orderId: string): Promise<boolean> {
  const { db, cards, now } = context
  const waiting = await db
    .select({ sessionId: payment.sessionId, updatedAt: payment.updatedAt })
    .from(payment)
    .where(and(eq(payment.orderId, orderId), inArray(payment.state, ['starting', 'open'])))
  for (const { sessionId, updatedAt } of waiting) {
    if (now.getTime() - updatedAt.getTime() > UNANSWERED_MS) continue
    // Without a key nobody can be asked; what is paid nevertheless goes back once there is one.
    if (!cards) continue
    if (!sessionId) return false
    try {
      await takeTruth(context, cards, await cards.expire(sessionId))
    } catch (error) {
      if (error instanceof PaymentServiceError) return false
      throw error
    }
  }
  return true
}

function lapse(context: Context, orderId: string): Promise<boolean> {
  const { db, now } = context
  return inTransaction(db, async (tx) => {
    const changed = await changeOrder(tx, context, { orderId, change: { kind: 'lapse' }, by: 'system' })
    if (changed.kind !== 'done') return false
    await tx
      .update(payment)
      .set({ state: 'expired', sessionUrl: null, updatedAt: now })
      .where(and(eq(payment.orderId, orderId), inArray(payment.state, ['starting', 'open'])))
    return true
  })
}
