import { eq } from 'drizzle-orm'
import { payment, refund } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { type PaymentProvider, PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { applyRefund } from './apply-refund.server'
import { lockOrder } from './change-order.server'
import { takeTruth } from './take-truth.server'

/**
 * Asks the service to give money back that is wanted back here, once: before it is asked, its own list is read for
 * a refund with our id, since it forgets idempotency keys after a day. Transfers back are the organiser's.
 * @throws PaymentServiceError while the service can't be asked: to be tried again.
 */
export async function sendRefund(context: Context, { refundId }: { refundId: string }): Promise<void> {
  const { db, actor, cards } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const [wanted] = await db
    .select({ refund, payment })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.id, refundId))
  if (wanted?.refund.state !== 'wanted' || wanted.payment.way !== 'card') return
  if (!cards) throw new PaymentServiceError('setup', 'no-key')
  const { intentId } = wanted.payment
  if (!intentId) throw new Error('money is wanted back of a payment that was never made')

  if (await isThere(context, cards, intentId, refundId)) return
  try {
    await cards.refund({
      refundId,
      intentId,
      amountMinor: wanted.refund.amountMinor,
      reason: wanted.refund.reason,
    })
  } catch (error) {
    if (!(error instanceof PaymentServiceError) || error.trouble !== 'refused') throw error
    return failRefund(context, refundId, error.code)
  }
  // With it the rest of the truth comes, as the state that the refund has by now.
  await isThere(context, cards, intentId, refundId)
}

/** Takes over what the service knows of the payment; whether the refund is among it. */
async function isThere(
  context: Context,
  cards: PaymentProvider,
  intentId: string,
  refundId: string,
): Promise<boolean> {
  const truth = await cards.truth({ intentId })
  if (!truth) return false
  await takeTruth(context, cards, truth)
  return truth.refunds.some((each) => each.refundId === refundId)
}

function failRefund(context: Context, refundId: string, code: string | null): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    const [of] = await tx.select({ orderId: refund.orderId }).from(refund).where(eq(refund.id, refundId))
    const order = of ? await lockOrder(tx, of.orderId) : null
    const [row] = await tx.select().from(refund).where(eq(refund.id, refundId)).for('update')
    const [paid] = row ? await tx.select().from(payment).where(eq(payment.id, row.paymentId)) : []
    if (!order || !row || !paid) return
    const news = { state: 'failed' as const, failure: code ?? 'refused', at: context.now }
    await applyRefund(tx, context, { order, payment: paid, refund: row }, news, { by: 'system' })
  })
}
