import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { RefundState } from '../shared/order-enums'
import { applyRefund } from './apply-refund.server'
import { lockRefund } from './own-refund.server'

/**
 * The organiser has made a transfer back, with the bank's reference; or the bank sent it back (`failed`).
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody but the organiser of its kind.
 */
export async function settleTransferRefund(
  context: Context,
  {
    refundId,
    outcome,
    reference,
  }: { refundId: string; outcome: 'done' | 'failed'; reference: string | null },
): Promise<{ kind: 'settled' } | { kind: 'refused'; state: RefundState }> {
  const { db, actor, now } = context
  return inTransaction(db, async (tx) => {
    const around = await lockRefund(tx, actor, refundId)
    // Of cards the service tells.
    if (around.payment.way !== 'transfer') return { kind: 'refused', state: around.refund.state }
    const isNew = await applyRefund(
      tx,
      context,
      around,
      {
        state: outcome,
        reference: reference?.trim() || null,
        failure: outcome === 'failed' ? 'returned' : null,
        at: now,
      },
      { by: 'organiser', personId: actor.kind === 'person' ? actor.personId : null },
    )
    return isNew ? { kind: 'settled' } : { kind: 'refused', state: around.refund.state }
  })
}
