import type Stripe from 'stripe'
import type { DisputeTruth, PaymentTruth, PayoutTruth, RefundTruth } from './card-payments'

/** Under these names our ids travel along with a session, its payment and a refund. */
export const PAYMENT_ID = 'payment_id'
export const REFUND_ID = 'refund_id'

const instantOf = (seconds: number) => new Date(seconds * 1000)

/** The parts of a session that were asked for with it (`expand`); null where there are none, or only an id. */
export function chargeOf(session: Stripe.Checkout.Session): Stripe.Charge | null {
  const intent = session.payment_intent
  if (!intent || typeof intent === 'string') return null
  const charge = intent.latest_charge
  if (!charge || typeof charge === 'string') return null
  return charge.status === 'succeeded' && charge.captured ? charge : null
}

export function truthOf(
  session: Stripe.Checkout.Session,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): PaymentTruth {
  const charge = chargeOf(session)
  const intent = session.payment_intent
  const intentId = typeof intent === 'string' ? intent : intent?.id
  return {
    sessionId: session.id,
    paymentId: session.metadata?.[PAYMENT_ID] ?? null,
    isLive: session.livemode,
    state: session.status === 'complete' ? 'complete' : session.status === 'expired' ? 'expired' : 'open',
    charge:
      charge && intentId
        ? {
            intentId,
            chargeId: charge.id,
            amountMinor: charge.amount,
            currency: charge.currency.toUpperCase(),
            feeMinor: feeOf(charge.balance_transaction, charge.amount),
            at: instantOf(charge.created),
          }
        : null,
    refunds: refunds.map(refundOf),
    disputes: disputes.flatMap((each) => disputeOf(each) ?? []),
  }
}

/**
 * The fee in the charge's own currency. An account that is settled in another has its fee in that one: then it is
 * the same share of what was charged.
 */
export function feeOf(
  settled: string | Stripe.BalanceTransaction | null,
  amountMinor: number,
): number | null {
  if (!settled || typeof settled === 'string') return null
  if (settled.currency === 'idr') return settled.fee
  if (settled.amount === 0) return null
  // The product of two amounts can be larger than what a float holds whole.
  return Number((BigInt(amountMinor) * BigInt(settled.fee)) / BigInt(Math.abs(settled.amount)))
}

export function refundOf(refund: Stripe.Refund): RefundTruth {
  const state =
    refund.status === 'succeeded'
      ? 'done'
      : refund.status === 'failed' || refund.status === 'canceled'
        ? 'failed'
        : 'asked'
  return {
    id: refund.id,
    refundId: refund.metadata?.[REFUND_ID] ?? null,
    amountMinor: refund.amount,
    state,
    failure: state === 'failed' ? (refund.failure_reason ?? refund.status ?? null) : null,
    at: instantOf(refund.created),
  }
}

/** null: a question of the bank's before a dispute, or one that was kept off: it moves no money. */
function disputeOf(dispute: Stripe.Dispute): DisputeTruth | null {
  if (dispute.status.startsWith('warning_') || dispute.status === 'prevented') return null
  // What is given back when it is won is another.
  const taken = dispute.balance_transactions.filter(({ amount }) => amount < 0)
  const dueBy = dispute.evidence_details.due_by
  return {
    id: dispute.id,
    amountMinor: dispute.amount,
    feeMinor: taken.reduce((sum, each) => sum + (feeOf(each, dispute.amount) ?? 0), 0),
    state: dispute.status === 'won' ? 'won' : dispute.status === 'lost' ? 'lost' : 'open',
    dueAt: dueBy ? instantOf(dueBy) : null,
    at: instantOf(dispute.created),
  }
}

export function payoutOf(payout: Stripe.Payout): PayoutTruth {
  const isOver = payout.status === 'failed' || payout.status === 'canceled'
  return {
    id: payout.id,
    amountMinor: payout.amount,
    currency: payout.currency.toUpperCase(),
    state: isOver ? 'failed' : payout.status === 'paid' ? 'paid' : 'under-way',
    at: instantOf(payout.arrival_date),
  }
}
