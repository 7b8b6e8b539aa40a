import { and, eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import { requireOrder } from './order-access.server'
import { AFTER_REJECTION_MS } from './order-state'

/**
 * The organiser can't find the money of a proof, and says why; the buyer has two more days.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody but the organiser of its kind.
 */
export async function rejectProof(
  context: Context,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<{ kind: 'rejected' } | { kind: 'refused'; state: OrderState }> {
  const { db, actor, now } = context
  const { viewer, personId } = await requireOrder(db, actor, orderId)
  if (viewer !== 'organiser') throw new AppError('not-found')
  const expiresAt = new Date(now.getTime() + AFTER_REJECTION_MS)
  return inTransaction(db, async (tx) => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'reject-proof', expiresAt },
      by: 'organiser',
      personId,
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    if (changed.kind === 'refused') return changed
    await tx
      .update(payment)
      .set({ rejectedReason: reason.trim(), expiresAt, updatedAt: now })
      .where(and(eq(payment.orderId, orderId), eq(payment.way, 'transfer'), eq(payment.state, 'open')))
    return { kind: 'rejected' }
  })
}
