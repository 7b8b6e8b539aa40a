import { eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { hasEnded } from './order-state'
import { lockRefund } from './own-refund.server'
import { wantRefund } from './want-refund.server'

/**
 * Tries a refund anew that failed, of money that has to go back in any case: of a cancelled order, or a surplus. Of
 * other orders a new refund is started.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody but the organiser of its kind.
 */
export async function retryRefund(
  context: Context,
  { refundId }: { refundId: string },
): Promise<{ kind: 'wanted'; refundId: string } | { kind: 'refused' }> {
  const { db, actor } = context
  return inTransaction(db, async (tx) => {
    const { order, refund } = await lockRefund(tx, actor, refundId)
    // As it is now, under the order's lock: somebody may have tried it anew already.
    const [paid] = await tx.select().from(payment).where(eq(payment.id, refund.paymentId)).for('update')
    const mustGoBack = hasEnded(order) || paid?.state === 'surplus'
    const left = paid ? paid.amountMinor - paid.refundedMinor : 0
    if (!paid || refund.state !== 'failed' || !mustGoBack || refund.amountMinor > left) {
      return { kind: 'refused' }
    }
    const id = await wantRefund(tx, context, {
      payment: paid,
      amountMinor: refund.amountMinor,
      reason: refund.reason,
      note: refund.note,
      personId: actor.kind === 'person' ? actor.personId : null,
    })
    return { kind: 'wanted', refundId: id }
  })
}
