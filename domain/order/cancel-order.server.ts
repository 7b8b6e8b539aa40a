import { and, eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import { requireOrder } from './order-access.server'
import { factsOf } from './order-row.server'
import { isOverdue } from './order-state'

/**
 * Calls an order off: its buyer until it is packed (or when it wasn't sent within a week), its pesantren and the
 * organiser until it is sent. What was paid goes back whole, and its samples can be given to others. A page where
 * it could be paid by card is closed afterwards; what is paid there meanwhile goes back too.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for everybody else's.
 */
export async function cancelOrder(
  context: Context,
  { orderId, reason }: { orderId: string; reason: string | null },
): Promise<{ kind: 'cancelled'; refundedMinor: number } | { kind: 'refused'; state: OrderState }> {
  const { db, actor, now } = context
  const { row, viewer, personId } = await requireOrder(db, actor, orderId, { write: true })
  return inTransaction(db, async (tx) => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'cancel' },
      by: viewer,
      personId,
      set: { endReason: reason?.trim() || null },
      refundReason: isOverdue(factsOf(row), now) ? 'not-sent' : 'cancelled',
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    if (changed.kind === 'refused') return changed
    await tx
      .update(payment)
      .set({ state: 'cancelled', updatedAt: now })
      .where(and(eq(payment.orderId, orderId), eq(payment.way, 'transfer'), eq(payment.state, 'open')))
    return { kind: 'cancelled', refundedMinor: changed.order.refundedMinor }
  })
}
