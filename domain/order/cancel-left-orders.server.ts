import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { changeOrder } from './change-order.server'
import { PESANTREN_LEFT } from './end-reason'

const BATCH = 200

/**
 * Calls off what a pesantren that has closed can't send any more: nobody is left to pack it, so its buyers get all
 * their money back and are told, instead of waiting a week for the right to cancel. Who closes is told how many
 * before (see domain/account/read-deletion.server.ts). It isn't refused until all is sent: whoever wants to be
 * deleted is deleted, and a parcel that somebody sends against their will helps no buyer. An order that the bank
 * disputes waits for its word. Looked for each minute, so that an order placed in the very moment of closing, and
 * one whose dispute ends later, are found too; those of a pesantren that was merged are the other's.
 * @returns how many. @throws AppError 'forbidden' unless the system asks.
 */
export async function cancelLeftOrders(context: Context): Promise<number> {
  const { db, actor, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const left = await db
    .select({ id: sampleOrder.id })
    .from(sampleOrder)
    .innerJoin(organisation, eq(organisation.id, sampleOrder.organisationId))
    .where(
      and(
        inArray(sampleOrder.state, ['awaiting', 'paid', 'packed']),
        or(isNull(sampleOrder.dispute), ne(sampleOrder.dispute, 'open')),
        eq(organisation.verification, 'closed'),
        isNull(organisation.mergedInto),
      ),
    )
    .orderBy(asc(sampleOrder.createdAt), asc(sampleOrder.id))
    .limit(BATCH)
  let cancelled = 0
  for (const { id: orderId } of left) {
    const isDone = await inTransaction(db, async (tx) => {
      const changed = await changeOrder(tx, context, {
        orderId,
        change: { kind: 'cancel' },
        by: 'pesantren',
        set: { endReason: PESANTREN_LEFT },
        refundReason: 'not-sent',
      })
      if (changed.kind !== 'done') return false
      await tx
        .update(payment)
        .set({ state: 'cancelled', updatedAt: now })
        .where(and(eq(payment.orderId, orderId), eq(payment.way, 'transfer'), eq(payment.state, 'open')))
      return true
    })
    if (isDone) cancelled++
  }
  return cancelled
}
