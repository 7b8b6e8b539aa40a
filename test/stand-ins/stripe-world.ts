import { randomBytes } from 'node:crypto'
import type { StripeBooks } from './stripe-types'

/** What Stripe knows, and how it changes; it tells each change's events to whoever listens. */

export interface Line {
  name: string
  quantity: number
  unitAmount: number
}
export interface Session {
  id: string
  status: 'open' | 'complete' | 'expired'
  lines: Line[]
  amount: number
  currency: string
  metadata: Record<string, string>
  intentMetadata: Record<string, string>
  description: string | null
  clientReferenceId: string | null
  locale: string | null
  successUrl: string
  cancelUrl: string
  created: number
  expiresAt: number
  /** Made with the first try to pay, as since Checkout's newer versions. */
  intentId: string | null
  charge: Charge | null
}
export interface Refund {
  id: string
  amount: number
  status: 'pending' | 'succeeded' | 'failed'
  metadata: Record<string, string>
  created: number
}
export interface Dispute {
  id: string
  amount: number
  fee: number
  status: 'needs_response' | 'won' | 'lost'
  created: number
  dueBy: number
}
export interface Charge {
  id: string
  amount: number
  fee: number
  created: number
  refunds: Refund[]
  dispute: Dispute | null
}
export interface Told {
  type: string
  object: 'session' | 'intent' | 'charge' | 'refund' | 'dispute' | 'payout' | 'other'
  session: Session | null
  refund?: Refund
  payout?: { id: string; amount: number }
}

const now = () => Math.floor(Date.now() / 1000)
export const stripeId = (kind: string) => `${kind}_test_${randomBytes(12).toString('hex')}`

export const FEE = (amount: number) => Math.floor((amount * 34) / 1000) + 200_000
export const DISPUTE_FEE = 25_000_000
/** Half a dollar. */
export const LEAST = 800_000

/** Why something can't be: as the API names it. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly httpStatus = 400,
  ) {
    super(code)
  }
}

export class StripeWorld {
  readonly sessions = new Map<string, Session>()
  paidOut = 0
  readonly payouts = new Map<string, { id: string; amount: number }>()
  refundsPend = false

  constructor(private readonly tell: (events: Told[]) => Promise<void>) {}

  open(wanted: Omit<Session, 'id' | 'status' | 'created' | 'intentId' | 'charge' | 'amount'>): Session {
    const amount = wanted.lines.reduce((sum, each) => sum + each.quantity * each.unitAmount, 0)
    if (amount < LEAST) throw new Refusal('amount_too_small')
    if (wanted.expiresAt < now() + 30 * 60 - 5 || wanted.expiresAt > now() + 24 * 60 * 60)
      throw new Refusal('parameter_invalid_integer')
    const session: Session = {
      ...wanted,
      id: stripeId('cs'),
      status: 'open',
      amount,
      created: now(),
      intentId: null,
      charge: null,
    }
    this.sessions.set(session.id, session)
    return session
  }

  session(id: string): Session {
    const session = this.sessions.get(id)
    if (!session) throw new Refusal('resource_missing', 404)
    if (session.status === 'open' && session.expiresAt <= now()) session.status = 'expired'
    return session
  }

  find(fits: (session: Session) => boolean): Session | null {
    return [...this.sessions.values()].find(fits) ?? null
  }

  /** The card is good. @returns when the webhooks have been handed over. */
  pay(id: string): Promise<void> {
    const session = this.session(id)
    if (session.status !== 'open') throw new Refusal('session_not_open')
    session.status = 'complete'
    session.intentId ??= stripeId('pi')
    session.charge = {
      id: stripeId('ch'),
      amount: session.amount,
      fee: FEE(session.amount),
      created: now(),
      refunds: [],
      dispute: null,
    }
    return this.tell([
      { type: 'charge.succeeded', object: 'charge', session },
      { type: 'payment_intent.succeeded', object: 'intent', session },
      { type: 'checkout.session.completed', object: 'session', session },
    ])
  }

  decline(id: string): Promise<void> {
    const session = this.session(id)
    session.intentId ??= stripeId('pi')
    return this.tell([{ type: 'payment_intent.payment_failed', object: 'intent', session }])
  }

  expire(id: string): Promise<void> {
    const session = this.session(id)
    if (session.status !== 'open') throw new Refusal('session_not_open')
    session.status = 'expired'
    return this.tell([{ type: 'checkout.session.expired', object: 'session', session }])
  }

  refund(session: Session, amount: number, metadata: Record<string, string>): [Refund, Promise<void>] {
    const { charge } = session
    if (!charge) throw new Refusal('charge_not_captured')
    if (charge.dispute && charge.dispute.status !== 'won') throw new Refusal('charge_disputed')
    const left = charge.amount - refunded(charge)
    if (left === 0) throw new Refusal('charge_already_refunded')
    if (amount > left) throw new Refusal('amount_too_large')
    const status = this.refundsPend ? 'pending' : 'succeeded'
    const refund: Refund = { id: stripeId('re'), amount, status, metadata, created: now() }
    charge.refunds.push(refund)
    return [
      refund,
      this.tell([
        { type: 'refund.created', object: 'refund', session, refund },
        { type: 'charge.refunded', object: 'charge', session },
      ]),
    ]
  }

  settleRefund(id: string, failed: boolean): Promise<void> {
    for (const session of this.sessions.values()) {
      const refund = session.charge?.refunds.find((each) => each.id === id)
      if (!refund) continue
      refund.status = failed ? 'failed' : 'succeeded'
      const type = failed ? 'refund.failed' : 'refund.updated'
      return this.tell([{ type, object: 'refund', session, refund }])
    }
    throw new Refusal('resource_missing', 404)
  }

  dispute(id: string): Promise<void> {
    const session = this.session(id)
    const { charge } = session
    if (!charge || charge.dispute) throw new Refusal('charge_not_disputable')
    charge.dispute = {
      id: stripeId('dp'),
      amount: charge.amount - refunded(charge),
      fee: DISPUTE_FEE,
      status: 'needs_response',
      created: now(),
      dueBy: now() + 7 * 24 * 60 * 60,
    }
    return this.tell([
      { type: 'charge.dispute.created', object: 'dispute', session },
      { type: 'charge.dispute.funds_withdrawn', object: 'dispute', session },
    ])
  }

  closeDispute(id: string, won: boolean): Promise<void> {
    const session = this.session(id)
    const dispute = session.charge?.dispute
    if (!dispute) throw new Refusal('resource_missing', 404)
    dispute.status = won ? 'won' : 'lost'
    const back: Told[] = won ? [{ type: 'charge.dispute.funds_reinstated', object: 'dispute', session }] : []
    return this.tell([...back, { type: 'charge.dispute.closed', object: 'dispute', session }])
  }

  payOut(amount: number): Promise<void> {
    this.paidOut += amount
    const payout = { id: stripeId('po'), amount }
    this.payouts.set(payout.id, payout)
    return this.tell([{ type: 'payout.paid', object: 'payout', session: null, payout }])
  }

  say(type: string): Promise<void> {
    return this.tell([{ type, object: 'other', session: null }])
  }

  books(): Omit<StripeBooks, 'webhooks'> {
    const sessions = [...this.sessions.values()]
    const charges = sessions.flatMap((session) => {
      const { charge } = session
      if (!charge) return []
      const disputed = charge.dispute && charge.dispute.status !== 'won' ? charge.dispute.amount : 0
      return [
        {
          id: charge.id,
          sessionId: session.id,
          paymentId: session.metadata.payment_id ?? null,
          amountMinor: charge.amount,
          feeMinor: charge.fee,
          refundedMinor: refunded(charge),
          disputedMinor: disputed,
          disputeFeeMinor: charge.dispute?.fee ?? 0,
        },
      ]
    })
    return {
      sessions: sessions.map((each) => ({
        id: each.id,
        url: null,
        status: each.status,
        paymentId: each.metadata.payment_id ?? null,
        amountMinor: each.amount,
        locale: each.locale,
      })),
      charges,
      refunds: sessions.flatMap(({ charge }) =>
        (charge?.refunds ?? []).map((each) => ({
          id: each.id,
          refundId: each.metadata.refund_id ?? null,
          amountMinor: each.amount,
          status: each.status,
        })),
      ),
      balanceMinor: charges.reduce(
        (sum, each) =>
          sum +
          each.amountMinor -
          each.feeMinor -
          each.refundedMinor -
          each.disputedMinor -
          each.disputeFeeMinor,
        -this.paidOut,
      ),
    }
  }
}

export const refunded = (charge: Charge) =>
  charge.refunds.reduce((sum, each) => sum + (each.status === 'failed' ? 0 : each.amount), 0)
