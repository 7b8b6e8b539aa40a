import { and, eq, or } from 'drizzle-orm'
import { payment, refund } from '~/db/schema/payment'
import type { Transaction } from '~/db/transaction.server'
import type { PaymentTruth } from '~/integrations/stripe/card-payments'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { applyDisputes } from './apply-disputes.server'
import { accountsOf, applyRefund, countInOrder } from './apply-refund.server'
import { changeOrder, lockOrder } from './change-order.server'
import type { OrderRowData } from './order-row.server'
import { postEntry } from './post-entry.server'
import { recountRefunds, wantRefund } from './want-refund.server'

type Payment = typeof payment.$inferSelect
type Charge = NonNullable<PaymentTruth['charge']>

export type TruthApplied =
  | { kind: 'applied' }
  /** All of it was known. */
  | { kind: 'nothing' }
  /** No payment of ours, or another one's truth. */
  | { kind: 'not-ours' }
  /** Charged in another currency than the order's: somebody has to look. */
  | { kind: 'odd' }

/**
 * The one way how a service's truth enters: it marks the payment, pays the order (or gives the money back where the
 * order can't have it), and posts charge, fee, refunds and disputes. Told twice, late or in any order, the result is
 * the same. Locks the order's row, then the payment's.
 */
export async function applyPaymentTruth(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { paymentId, truth }: { paymentId: string; truth: PaymentTruth },
): Promise<TruthApplied> {
  if (!isId(paymentId) || (truth.paymentId !== null && truth.paymentId !== paymentId)) {
    return { kind: 'not-ours' }
  }
  const [of] = await tx
    .select({ orderId: payment.orderId })
    .from(payment)
    .where(and(eq(payment.id, paymentId), eq(payment.way, 'card')))
  const order = of ? await lockOrder(tx, of.orderId) : null
  const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId)).for('update')
  if (!order || !row || (row.sessionId !== null && row.sessionId !== truth.sessionId)) {
    return { kind: 'not-ours' }
  }
  if (truth.charge && truth.charge.currency.toUpperCase() !== order.currency) return { kind: 'odd' }

  const looked = await markLooked(tx, context.now, row, truth)
  let changed = looked.changed
  if (truth.charge) {
    const charged = await applyCharge(tx, context, order, looked.payment, truth.charge)
    changed = charged.changed || changed
    changed = (await applyRefunds(tx, context, order, charged.payment, truth)) || changed
    changed = (await applyDisputes(tx, context, order, charged.payment, truth.disputes)) || changed
  }
  return { kind: changed ? 'applied' : 'nothing' }
}

/** Notes the session (its answer may have been lost), and how far it is while nothing is charged. */
async function markLooked(tx: Transaction, now: Date, row: Payment, truth: PaymentTruth) {
  const waits = row.state === 'starting' || row.state === 'open'
  const state =
    !waits || truth.charge ? row.state : truth.state === 'expired' ? ('expired' as const) : ('open' as const)
  const set = {
    state,
    sessionId: truth.sessionId,
    // Nothing is paid there any more.
    sessionUrl: truth.state === 'open' ? row.sessionUrl : null,
    lookedAt: now,
    updatedAt: now,
  }
  await tx.update(payment).set(set).where(eq(payment.id, row.id))
  return { payment: { ...row, ...set }, changed: state !== row.state || row.sessionId === null }
}

async function applyCharge(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  order: OrderRowData,
  row: Payment,
  charge: Charge,
): Promise<{ payment: Payment; changed: boolean }> {
  const isNew = row.state !== 'paid' && row.state !== 'surplus'
  const paid = isNew ? await takeCharge(tx, context, order, row, charge) : row
  const { asset, whose } = accountsOf(order, paid)
  const entry = {
    orderId: order.id,
    paymentId: row.id,
    happenedAt: charge.at,
    isSample: order.isSample,
  }
  if (isNew) {
    await postEntry(tx, context, {
      ...entry,
      key: `charge:${charge.chargeId}`,
      kind: 'charge',
      organisationId: whose.organisationId,
      lines: [
        { account: asset, amountMinor: charge.amountMinor },
        { ...whose, amountMinor: -charge.amountMinor },
      ],
    })
  }
  let changed = isNew
  if (charge.feeMinor !== null && row.feeMinor === null) {
    await tx.update(payment).set({ feeMinor: charge.feeMinor }).where(eq(payment.id, row.id))
    changed = true
    if (charge.feeMinor > 0) {
      await postEntry(tx, context, {
        ...entry,
        key: `fee:${charge.chargeId}`,
        kind: 'fee',
        lines: [
          { account: 'fees', amountMinor: charge.feeMinor },
          { account: asset, amountMinor: -charge.feeMinor },
        ],
      })
    }
  }
  return { payment: paid, changed }
}

/** The order is paid; or it can't be any more, and all of it goes back. */
async function takeCharge(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  order: OrderRowData,
  row: Payment,
  charge: Charge,
): Promise<Payment> {
  const changed = await changeOrder(tx, context, {
    orderId: order.id,
    change: { kind: 'pay', amountMinor: charge.amountMinor },
    by: 'system',
    detail: { paymentId: row.id },
  })
  // A free order has no payment, and what has one takes money in some way in every state.
  if (changed.kind !== 'done') throw new Error('an order with a payment refused its money')
  const state = changed.surplusMinor > 0 ? ('surplus' as const) : ('paid' as const)
  const set = {
    state,
    amountMinor: charge.amountMinor,
    intentId: charge.intentId,
    chargeId: charge.chargeId,
    paidAt: charge.at,
    updatedAt: context.now,
  }
  await tx.update(payment).set(set).where(eq(payment.id, row.id))
  if (state === 'surplus') {
    await wantRefund(tx, context, { payment: row, amountMinor: charge.amountMinor, reason: 'surplus' })
  }
  return { ...row, ...set }
}

async function applyRefunds(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  order: OrderRowData,
  row: Payment,
  { refunds }: PaymentTruth,
): Promise<boolean> {
  let changed = false
  for (const truth of refunds) {
    const [known] = await tx
      .select()
      .from(refund)
      .where(
        and(
          eq(refund.paymentId, row.id),
          or(eq(refund.stripeId, truth.id), isId(truth.refundId) ? eq(refund.id, truth.refundId) : undefined),
        ),
      )
    const own = known ?? (await takeOverRefund(tx, context, order, row, truth))
    if (!known) changed = true
    const news = { state: truth.state, stripeId: truth.id, failure: truth.failure, at: truth.at }
    const around = { order, payment: row, refund: own }
    changed = (await applyRefund(tx, context, around, news, { by: 'system' })) || changed
  }
  return changed
}

/** One that somebody made in the service's own pages. */
async function takeOverRefund(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  order: OrderRowData,
  row: Payment,
  truth: PaymentTruth['refunds'][number],
) {
  const [made] = await tx
    .insert(refund)
    .values({
      id: context.newId(),
      paymentId: row.id,
      orderId: order.id,
      amountMinor: truth.amountMinor,
      reason: row.state === 'surplus' ? 'surplus' : 'goodwill',
      stripeId: truth.id,
      createdAt: truth.at,
    })
    .returning()
  if (!made) throw new Error('a refund was written and is gone')
  await recountRefunds(tx, row.id, context.now)
  if (row.state !== 'surplus') {
    // Refused where all of it goes back already: then only the books learn of it.
    await countInOrder(tx, context, row, {
      kind: 'refund',
      amountMinor: truth.amountMinor,
      refundId: made.id,
      by: 'system',
    })
  }
  return made
}
