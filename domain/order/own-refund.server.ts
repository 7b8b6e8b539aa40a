import { eq } from 'drizzle-orm'
import { payment, refund } from '~/db/schema/payment'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Actor } from '../shared/context'
import { isId } from '../shared/ids'
import type { RefundAround } from './apply-refund.server'
import { lockOrder } from './change-order.server'
import { viewerOf } from './order-access.server'
import type { OrderRowData } from './order-row.server'

/**
 * A refund with its payment and its order, whose row is locked; for the organiser of its kind and the system.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else.
 */
export async function lockRefund(
  tx: Transaction,
  actor: Actor,
  refundId: string,
): Promise<RefundAround & { order: OrderRowData }> {
  if (actor.kind === 'visitor') throw new AppError('forbidden')
  const [of] = isId(refundId)
    ? await tx.select({ orderId: refund.orderId }).from(refund).where(eq(refund.id, refundId))
    : []
  const order = of ? await lockOrder(tx, of.orderId) : null
  const [found] = await tx
    .select({ refund, payment })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.id, of ? refundId : NOBODY))
  const maySee = order !== null && (actor.kind === 'system' || viewerOf(actor, order) === 'organiser')
  if (!found || !maySee) throw new AppError('not-found')
  return { ...found, order }
}

const NOBODY = '00000000-0000-7000-8000-000000000000'
