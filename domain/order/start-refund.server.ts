import { and, eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState, RefundReason } from '../shared/order-enums'
import { changeOrder, lockOrder } from './change-order.server'
import { requireOrder } from './order-access.server'
import { wantRefund } from './want-refund.server'

export type RefundStarted =
  | { kind: 'wanted'; refundId: string }
  /** More than what is left of it, or no whole rupiah. */
  | { kind: 'bad-amount'; leftMinor: number }
  /** Nothing is paid, or its bank is looking at it. */
  | { kind: 'refused'; state: OrderState }

/**
 * The organiser gives money of an order back, all that is left of it (`amountMinor` null) or a part. Of cards the
 * service is asked; a transfer is made by hand and told with `settleTransferRefund`.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody but the organiser of its kind.
 */
export async function startRefund(
  context: Context,
  asked: { orderId: string; amountMinor: number | null; reason: RefundReason; note: string | null },
): Promise<RefundStarted> {
  const { db, actor } = context
  const { orderId, reason } = asked
  const { viewer, personId } = await requireOrder(db, actor, orderId)
  if (viewer !== 'organiser') throw new AppError('not-found')
  return inTransaction(db, async (tx): Promise<RefundStarted> => {
    const row = await lockOrder(tx, orderId)
    if (!row) throw new AppError('not-found')
    const leftMinor = row.paidMinor - row.refundedMinor
    const amountMinor = asked.amountMinor ?? leftMinor
    const isWhole = Number.isSafeInteger(amountMinor) && amountMinor % 100 === 0
    if (row.paidMinor > 0 && (!isWhole || amountMinor <= 0 || amountMinor > leftMinor)) {
      return { kind: 'bad-amount', leftMinor }
    }
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'refund', amountMinor },
      by: 'organiser',
      personId,
      detail: { reason },
    })
    const [paid] = await tx
      .select({ id: payment.id, orderId: payment.orderId, way: payment.way })
      .from(payment)
      .where(and(eq(payment.orderId, orderId), eq(payment.state, 'paid')))
    if (changed.kind !== 'done' || !paid) return { kind: 'refused', state: row.state }
    const refundId = await wantRefund(tx, context, {
      payment: paid,
      amountMinor,
      reason,
      note: asked.note?.trim() || null,
      personId,
    })
    return { kind: 'wanted', refundId }
  })
}
