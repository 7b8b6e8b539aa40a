import { eq } from 'drizzle-orm'
import { payment as paymentTable, refund } from '~/db/schema/payment'
import type { sampleOrder } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { OrderParty } from '../shared/order-enums'
import { appendOrderEvent } from './append-order-event.server'
import { changeOrder, lockOrder } from './change-order.server'
import { hasEnded } from './order-state'
import { type LedgerPosting, postEntry } from './post-entry.server'
import { recountRefunds } from './want-refund.server'

type Payment = Pick<typeof paymentTable.$inferSelect, 'id' | 'orderId' | 'way' | 'state'>
type Order = Pick<typeof sampleOrder.$inferSelect, 'id' | 'organisationId' | 'isSample'>
type Refund = typeof refund.$inferSelect

/** What became of a refund, told by the service or by the organiser. */
export interface RefundNews {
  state: 'asked' | 'done' | 'failed'
  stripeId?: string | null
  /** The bank's, of a transfer back. */
  reference?: string | null
  failure?: string | null
  at: Date
}

export interface RefundAround {
  order: Order
  payment: Payment
  refund: Refund
}

/** Between whom money of a payment moves: where it lies, and whose it is. */
export function accountsOf(order: Order, { way, state }: Pick<Payment, 'way' | 'state'>) {
  const asset: LedgerPosting['account'] = way === 'card' ? 'stripe' : 'bank'
  // Money that came though the order couldn't have it is nobody's on a statement: it goes back.
  const whose: Pick<LedgerPosting, 'account' | 'organisationId'> =
    state === 'surplus'
      ? { account: 'losses', organisationId: null }
      : { account: 'pesantren', organisationId: order.organisationId }
  return { asset, whose }
}

/**
 * The one way in which a refund's state changes; the order's row is locked by the caller. Told twice, or late, it is
 * nothing: done stays done but for a failure afterwards, and failed stays failed. Answers whether it changed.
 */
export async function applyRefund(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { order, payment, refund: row }: RefundAround,
  news: RefundNews,
  { by, personId = null }: { by: OrderParty; personId?: string | null },
): Promise<boolean> {
  if (row.state === 'failed' || row.state === news.state) return false
  if (row.state === 'done' && news.state !== 'failed') return false

  await tx
    .update(refund)
    .set({
      state: news.state,
      stripeId: news.stripeId ?? row.stripeId,
      reference: news.reference ?? row.reference,
      failure: news.failure ?? null,
      settledAt: news.state === 'asked' ? null : news.at,
    })
    .where(eq(refund.id, row.id))
  const { asset, whose } = accountsOf(order, payment)
  const entry = {
    kind: 'refund' as const,
    orderId: order.id,
    paymentId: payment.id,
    organisationId: whose.organisationId,
    happenedAt: news.at,
    isSample: order.isSample,
  }
  const about = { orderId: order.id, by, personId }
  const detail = {
    amountMinor: row.amountMinor,
    refundId: row.id,
    ...(payment.state === 'surplus' && { isSurplus: true }),
  }
  if (news.state === 'done') {
    await postEntry(tx, context, {
      ...entry,
      key: `refund:${row.id}`,
      lines: [
        { ...whose, amountMinor: row.amountMinor },
        { account: asset, amountMinor: -row.amountMinor },
      ],
    })
    await appendOrderEvent(tx, context, { ...about, kind: 'refunded', detail })
  }
  if (news.state === 'failed') {
    await recountRefunds(tx, payment.id, context.now)
    if (row.state === 'done') {
      await postEntry(tx, context, {
        ...entry,
        key: `refund-back:${row.id}`,
        lines: [
          { account: asset, amountMinor: row.amountMinor },
          { ...whose, amountMinor: -row.amountMinor },
        ],
      })
    }
    const isCounted =
      payment.state !== 'surplus' &&
      (await countInOrder(tx, context, payment, {
        ...about,
        kind: 'refund-failed',
        amountMinor: row.amountMinor,
        refundId: row.id,
      }))
    if (!isCounted) {
      await appendOrderEvent(tx, context, { ...about, kind: 'refund-failed', detail })
    }
  }
  return true
}

/**
 * Has the order say of refunds what its payment counts, after one was begun or failed: what the organiser wanted and
 * what was given back in the service's own pages may together have been more than there is. Answers whether it changed.
 */
export async function countInOrder(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { id: paymentId, orderId }: Pick<Payment, 'id' | 'orderId'>,
  refund: {
    kind: 'refund' | 'refund-failed'
    amountMinor: number
    refundId: string
    by: OrderParty
    personId?: string | null
  },
): Promise<boolean> {
  const order = await lockOrder(tx, orderId)
  const [counted] = await tx
    .select({ refundedMinor: paymentTable.refundedMinor })
    .from(paymentTable)
    .where(eq(paymentTable.id, paymentId))
  if (!order || !counted) throw new Error('a refund without its order')
  const { kind, by, personId } = refund
  const differenceMinor = Math.abs(counted.refundedMinor - order.refundedMinor)
  // What has ended says all the same that everything goes back.
  const amountMinor = hasEnded(order) ? refund.amountMinor : differenceMinor
  const changed = await changeOrder(tx, context, {
    orderId,
    change: { kind, amountMinor },
    by,
    personId,
    detail: { refundId: refund.refundId },
  })
  return changed.kind === 'done'
}
