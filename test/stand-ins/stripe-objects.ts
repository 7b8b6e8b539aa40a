import { type Charge, type Dispute, type Refund, refunded, type Session, type Told } from './stripe-world'

// Stripe's objects as its API writes them: only what somebody may read of them, and ids unless `expand` names them.

const has = (expand: readonly string[], path: string) =>
  expand.some((each) => each === path || each.startsWith(`${path}.`))

export function sessionObject(session: Session, base: string, expand: readonly string[] = []) {
  return {
    id: session.id,
    object: 'checkout.session',
    amount_total: session.amount,
    client_reference_id: session.clientReferenceId,
    created: session.created,
    currency: session.currency,
    expires_at: session.expiresAt,
    livemode: false,
    locale: session.locale,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: has(expand, 'payment_intent')
      ? intentObject(
          session,
          expand.flatMap((each) => each.split('payment_intent.')[1] ?? []),
        )
      : session.intentId,
    payment_status: session.charge ? 'paid' : 'unpaid',
    status: session.status,
    url: session.status === 'open' ? `${base}/pay/${session.id}` : null,
  }
}

export function intentObject(session: Session, expand: readonly string[] = []) {
  if (!session.intentId) return null
  return {
    id: session.intentId,
    object: 'payment_intent',
    amount: session.amount,
    currency: session.currency,
    latest_charge:
      session.charge && has(expand, 'latest_charge')
        ? chargeObject(session, session.charge, has(expand, 'latest_charge.balance_transaction'))
        : (session.charge?.id ?? null),
    livemode: false,
    metadata: session.intentMetadata,
    status: session.charge ? 'succeeded' : 'requires_payment_method',
  }
}

export function chargeObject(session: Session, charge: Charge, isSettled = false) {
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_refunded: refunded(charge),
    balance_transaction: isSettled
      ? settled(`txn_${charge.id}`, charge.amount, charge.fee)
      : `txn_${charge.id}`,
    captured: true,
    created: charge.created,
    currency: session.currency,
    disputed: charge.dispute !== null,
    livemode: false,
    metadata: session.intentMetadata,
    paid: true,
    payment_intent: session.intentId,
    refunded: refunded(charge) === charge.amount,
    status: 'succeeded',
  }
}

const settled = (id: string, amount: number, fee: number) => ({
  id,
  object: 'balance_transaction',
  amount,
  currency: 'idr',
  exchange_rate: null,
  fee,
  net: amount - fee,
})

export function refundObject(session: Session, refund: Refund) {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    charge: session.charge?.id ?? null,
    created: refund.created,
    currency: session.currency,
    ...(refund.status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {}),
    metadata: refund.metadata,
    payment_intent: session.intentId,
    status: refund.status,
  }
}

export function disputeObject(session: Session, dispute: Dispute) {
  const taken = settled(`txn_${dispute.id}`, -dispute.amount, dispute.fee)
  const back = settled(`txn_back_${dispute.id}`, dispute.amount, 0)
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: dispute.status === 'won' ? [taken, back] : [taken],
    charge: session.charge?.id ?? null,
    created: dispute.created,
    currency: session.currency,
    evidence_details: { due_by: dispute.dueBy, has_evidence: false, past_due: false, submission_count: 0 },
    livemode: false,
    metadata: {},
    payment_intent: session.intentId,
    reason: 'fraudulent',
    status: dispute.status,
  }
}

export function payoutObject(payout: { id: string; amount: number }) {
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    arrival_date: Math.floor(Date.now() / 1000),
    currency: 'idr',
    livemode: false,
    status: 'paid',
  }
}

/** What an event is about, as it is in the event: nothing expanded. */
export function toldObject(told: Told, base: string): object {
  const { session } = told
  if (told.payout) return payoutObject(told.payout)
  if (!session) return { id: 'obj_unknown', object: 'unknown' }
  if (told.object === 'session') return sessionObject(session, base)
  if (told.object === 'intent') return intentObject(session) ?? {}
  if (told.object === 'refund' && told.refund) return refundObject(session, told.refund)
  const { charge } = session
  if (!charge) return {}
  if (told.object === 'dispute' && charge.dispute) return disputeObject(session, charge.dispute)
  return chargeObject(session, charge)
}
