import { eq, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { payment, refund } from '~/db/schema/payment'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { RefundReason } from '../shared/order-enums'

/**
 * Notes that money of a payment has to go back. Of cards the service is asked by 'refund.wanted'; transfers the
 * organiser makes by hand. The order's row is locked by the caller, who has changed what it says of refunds.
 */
export async function wantRefund(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  wanted: {
    payment: { id: string; orderId: string; way: 'card' | 'transfer' }
    amountMinor: number
    reason: RefundReason
    note?: string | null
    personId?: string | null
  },
): Promise<string> {
  const id = context.newId()
  await tx.insert(refund).values({
    id,
    paymentId: wanted.payment.id,
    orderId: wanted.payment.orderId,
    amountMinor: wanted.amountMinor,
    reason: wanted.reason,
    note: wanted.note ?? null,
    personId: wanted.personId ?? null,
    createdAt: context.now,
  })
  await recountRefunds(tx, wanted.payment.id, context.now)
  if (wanted.payment.way === 'card') {
    await appendOutbox(tx, context, {
      topic: 'refund.wanted',
      payload: { refundId: id },
      dedupeKey: `refund.wanted:${id}`,
    })
  }
  return id
}

/** What goes or went back of a payment: its refunds that haven't failed. */
export async function recountRefunds(tx: Transaction, paymentId: string, now: Date): Promise<void> {
  await tx
    .update(payment)
    .set({
      refundedMinor: sql`least(${payment.amountMinor}, coalesce((
        select sum(r.amount_minor) from refund r where r.payment_id = ${paymentId} and r.state <> 'failed'), 0))`,
      updatedAt: now,
    })
    .where(eq(payment.id, paymentId))
}
