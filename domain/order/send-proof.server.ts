import { and, eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import type { PhotoProblem } from '../photo/photo-problems'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import { keepPicture } from './keep-picture.server'
import { requireOrder } from './order-access.server'
import { factsOf } from './order-row.server'
import { nextOrder } from './order-state'

export type ProofSent =
  | { kind: 'sent' }
  | { kind: 'refused'; state: OrderState }
  /** The file isn't a picture that can be opened. */
  | { kind: 'bad-picture'; problem: PhotoProblem }

/**
 * The buyer shows that the transfer was made. While the organiser looks at it, the order doesn't lapse; another
 * picture takes the place of the first.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for everybody but its buyers.
 */
export async function sendProof(
  context: Context,
  { orderId, bytes }: { orderId: string; bytes: Buffer },
): Promise<ProofSent> {
  const { db, actor, now } = context
  const { row, viewer, personId } = await requireOrder(db, actor, orderId, { write: true })
  if (viewer !== 'buyer') throw new AppError('not-found')
  // Before a picture is made for nothing.
  if (!nextOrder(factsOf(row), { kind: 'send-proof' }, 'buyer', now)) {
    return { kind: 'refused', state: row.state }
  }
  const kept = await keepPicture(context, { prefix: 'proofs/', bytes })
  if (kept.kind === 'refused') return { kind: 'bad-picture', problem: kept.problem }
  return inTransaction(db, async (tx): Promise<ProofSent> => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'send-proof' },
      by: 'buyer',
      personId,
      set: { proofSentAt: now },
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    if (changed.kind === 'refused') return changed
    await tx
      .update(payment)
      .set({
        proofKey: kept.key,
        proofSentAt: now,
        rejectedReason: null,
        expiresAt: null,
        updatedAt: now,
      })
      .where(and(eq(payment.orderId, orderId), eq(payment.way, 'transfer'), eq(payment.state, 'open')))
    return { kind: 'sent' }
  })
}
