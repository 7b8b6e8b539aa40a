import { sampleFeedback } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { appendOrderEvent } from './append-order-event.server'
import { lockOrder } from './change-order.server'
import { requireOrder } from './order-access.server'
import type { Feedback } from './order-view'

/**
 * What the buyer says of a sample that came; once.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for everybody but its buyers.
 */
export async function giveFeedback(
  context: Context,
  { orderId, feedback }: { orderId: string; feedback: Feedback },
): Promise<{ kind: 'given' | 'already' | 'not-received' }> {
  const { db, actor, now } = context
  const { viewer, personId } = await requireOrder(db, actor, orderId, { write: true })
  if (viewer !== 'buyer') throw new AppError('not-found')
  return inTransaction(db, async (tx) => {
    const row = await lockOrder(tx, orderId)
    if (row?.state !== 'received') return { kind: 'not-received' }
    const { quality, asDescribed, next, note, isShared } = feedback
    const given = await tx
      .insert(sampleFeedback)
      .values({ orderId, quality, asDescribed, next, note: note?.trim() || null, isShared, createdAt: now })
      .onConflictDoNothing()
      .returning({ orderId: sampleFeedback.orderId })
    if (given.length === 0) return { kind: 'already' }
    await appendOrderEvent(tx, context, {
      orderId,
      kind: 'feedback',
      by: 'buyer',
      personId,
      detail: { quality, asDescribed, next },
    })
    return { kind: 'given' }
  })
}
