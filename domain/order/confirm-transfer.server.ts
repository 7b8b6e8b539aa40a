import { and, eq, inArray } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { accountsOf } from './apply-refund.server'
import { changeOrder, lockOrder } from './change-order.server'
import { requireOrder } from './order-access.server'
import { postEntry } from './post-entry.server'
import { wantRefund } from './want-refund.server'

export type TransferConfirmed =
  | { kind: 'paid' }
  /** It came after the order was over, and others have its samples: it has to go back whole. */
  | { kind: 'surplus' }
  | { kind: 'refused'; state: OrderState }

/**
 * The organiser has seen the money at the bank, with a proof or without one, in time or late.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody but the organiser of its kind.
 */
export async function confirmTransfer(
  context: Context,
  { orderId }: { orderId: string },
): Promise<TransferConfirmed> {
  const { db, actor, now } = context
  const { viewer, personId } = await requireOrder(db, actor, orderId)
  if (viewer !== 'organiser') throw new AppError('not-found')
  return inTransaction(db, async (tx): Promise<TransferConfirmed> => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new AppError('not-found')
    const [waits] = await tx
      .select()
      .from(payment)
      .where(
        and(
          eq(payment.orderId, orderId),
          eq(payment.way, 'transfer'),
          inArray(payment.state, ['open', 'expired', 'cancelled']),
        ),
      )
    if (!waits) return { kind: 'refused', state: order.state }
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'pay', amountMinor: waits.amountMinor },
      by: 'organiser',
      personId,
      detail: { paymentId: waits.id },
    })
    if (changed.kind !== 'done') return { kind: 'refused', state: order.state }
    const state = changed.surplusMinor > 0 ? ('surplus' as const) : ('paid' as const)
    await tx
      .update(payment)
      .set({ state, paidAt: now, confirmedBy: personId, expiresAt: null, updatedAt: now })
      .where(eq(payment.id, waits.id))
    const { asset, whose } = accountsOf(order, { way: 'transfer', state })
    await postEntry(tx, context, {
      key: `charge:${waits.id}`,
      kind: 'charge',
      orderId,
      paymentId: waits.id,
      organisationId: whose.organisationId,
      happenedAt: now,
      isSample: order.isSample,
      lines: [
        { account: asset, amountMinor: waits.amountMinor },
        { ...whose, amountMinor: -waits.amountMinor },
      ],
    })
    if (state === 'surplus') {
      await wantRefund(tx, context, { payment: waits, amountMinor: waits.amountMinor, reason: 'surplus' })
    }
    return { kind: state }
  })
}
