/** What our books say of a payment by card. Amounts in minor units. */
export interface BookedPayment {
  paymentId: string
  orderId: string
  isPaid: boolean
  amountMinor: number
  /** null: not known yet. */
  feeMinor: number | null
  /** What Stripe was asked to give back, and hasn't failed to. */
  refundedMinor: number
  /** What banks have taken back and not returned. */
  disputedMinor: number
}

/** What of the service's truth is compared, see integrations/stripe/card-payments.ts. */
export interface ComparedTruth {
  charge: { amountMinor: number; currency: string; feeMinor: number | null } | null
  refunds: readonly { amountMinor: number; state: string }[]
  disputes: readonly { amountMinor: number; state: string }[]
}

export const DIFFERENCE_KINDS = [
  /** Charged there for a payment that nobody here knows. */
  'unknown-payment',
  'not-paid-here',
  'not-charged-there',
  'amount',
  'currency',
  'fee',
  'refunds',
  'disputes',
] as const

export interface PaymentDifference {
  kind: (typeof DIFFERENCE_KINDS)[number]
  oursMinor: number | null
  theirsMinor: number | null
}

/**
 * What differs between our books and the service's about one payment; `ours` is null where there is none, `theirs`
 * where it knows nothing of it.
 */
export function paymentDifferences(
  ours: BookedPayment | null,
  theirs: ComparedTruth | null,
): PaymentDifference[] {
  const charge = theirs?.charge ?? null
  if (!ours)
    return charge ? [{ kind: 'unknown-payment', oursMinor: null, theirsMinor: charge.amountMinor }] : []
  if (!charge) {
    return ours.isPaid ? [{ kind: 'not-charged-there', oursMinor: ours.amountMinor, theirsMinor: null }] : []
  }
  if (charge.currency !== 'IDR')
    return [{ kind: 'currency', oursMinor: ours.amountMinor, theirsMinor: charge.amountMinor }]
  if (!ours.isPaid) return [{ kind: 'not-paid-here', oursMinor: null, theirsMinor: charge.amountMinor }]

  const sums: [PaymentDifference['kind'], number | null, number | null][] = [
    ['amount', ours.amountMinor, charge.amountMinor],
    // What isn't known there yet can't differ.
    ['fee', ours.feeMinor, charge.feeMinor ?? ours.feeMinor],
    ['refunds', ours.refundedMinor, sumOf(theirs?.refunds.filter(({ state }) => state !== 'failed'))],
    ['disputes', ours.disputedMinor, sumOf(theirs?.disputes.filter(({ state }) => state !== 'won'))],
  ]
  return sums.flatMap(([kind, oursMinor, theirsMinor]) =>
    oursMinor === theirsMinor ? [] : [{ kind, oursMinor, theirsMinor }],
  )
}

const sumOf = (amounts: readonly { amountMinor: number }[] = []) =>
  amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
