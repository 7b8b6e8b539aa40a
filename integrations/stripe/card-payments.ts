/** Where a buyer pays, made by `start`. */
export interface StartedPayment {
  sessionId: string
  /** The service's own page. */
  url: string
  expiresAt: Date
}

/** A refund as the service has it. */
export interface RefundTruth {
  id: string
  /** Ours, where it was asked for here. */
  refundId: string | null
  amountMinor: number
  state: 'asked' | 'done' | 'failed'
  failure: string | null
  at: Date
}

export interface DisputeTruth {
  id: string
  amountMinor: number
  /** What the service asks for it. */
  feeMinor: number
  state: 'open' | 'won' | 'lost'
  /** Until when it can be answered. */
  dueAt: Date | null
  at: Date
}

/** Money from the service to our bank. */
export interface PayoutTruth {
  id: string
  amountMinor: number
  currency: string
  state: 'under-way' | 'paid' | 'failed'
  at: Date
}

/** All that the service knows of one payment, now. */
export interface PaymentTruth {
  sessionId: string
  /** Ours, as it was given along; null: it is none of ours. */
  paymentId: string | null
  isLive: boolean
  state: 'open' | 'complete' | 'expired'
  /** null: nothing has been charged. */
  charge: {
    intentId: string
    chargeId: string
    amountMinor: number
    currency: string
    /** null: the service hasn't said yet. */
    feeMinor: number | null
    at: Date
  } | null
  refunds: RefundTruth[]
  disputes: DisputeTruth[]
}

export interface PaymentToStart {
  /** Also the idempotency key: asked twice, the same session comes back. */
  paymentId: string
  /** 'S-000123'. */
  orderNumber: string
  currency: 'IDR'
  lines: readonly { name: string; quantity: number; unitPriceMinor: number }[]
  locale: 'id' | 'en' | 'ar'
  buyerEmail: string | null
  /** Both are pages of ours. */
  successUrl: string
  cancelUrl: string
  expiresAt: Date
}

/**
 * Why the service couldn't be asked. unavailable: nothing was done; no-answer: it may have been done; refused: it
 * won't be; setup: key or account are wrong.
 */
export type PaymentTrouble = 'unavailable' | 'no-answer' | 'refused' | 'setup'

export class PaymentServiceError extends Error {
  constructor(
    readonly trouble: PaymentTrouble,
    readonly code: string | null,
  ) {
    super(`the payment service: ${trouble}${code ? ` (${code})` : ''}`)
    this.name = 'PaymentServiceError'
  }
}

/**
 * A service that takes cards. It is told what to do and asked how things are; what it tells by itself (webhooks) is
 * a hint to ask. All calls throw PaymentServiceError.
 */
export interface PaymentProvider {
  readonly name: 'stripe'
  /** A key for tests alone: no card is charged. Sample booths are paid with no other. */
  readonly isTest: boolean
  start(payment: PaymentToStart): Promise<StartedPayment>
  /** null: there is no such thing. */
  truth(of: { sessionId: string } | { intentId: string }): Promise<PaymentTruth | null>
  /** Closes the page where it could be paid; answers how things are then (it may just have been paid). */
  expire(sessionId: string): Promise<PaymentTruth>
  /** `refundId` is the idempotency key. */
  refund(asked: {
    refundId: string
    intentId: string
    amountMinor: number
    reason: string
  }): Promise<RefundTruth>
  /** All sessions made in a span of time, for the daily comparison. */
  list(span: { from: Date; to: Date }): AsyncIterable<PaymentTruth>
  /** null: there is no such thing. */
  payout(id: string): Promise<PayoutTruth | null>
}
