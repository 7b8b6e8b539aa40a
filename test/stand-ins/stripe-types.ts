import { z } from 'zod'

// What tests and Stripe's stand-in say to each other over /control/stripe.

/**
 * What goes wrong at the next calls, `times` times (1). `silent-before` and `silent-after` never answer, without
 * and with having done it; `error` answers with a status and a code; `slow` answers after `ms`.
 */
export const stripeFaultShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('silent-before') }),
    z.object({ kind: z.literal('silent-after') }),
    z.object({ kind: z.literal('slow'), ms: z.number() }),
    z.object({ kind: z.literal('error'), httpStatus: z.number().int(), code: z.string().optional() }),
  ])
  .and(
    z.object({
      at: z.enum(['start', 'read', 'expire', 'refund', 'list']),
      times: z.number().int().min(1).default(1),
    }),
  )
export type StripeFault = z.input<typeof stripeFaultShape>

export const stripeSettingsShape = z.object({
  /** Where webhooks go; null: nowhere, and none is kept for later. */
  webhookUrl: z.string().nullable().optional(),
  /** How often each webhook comes. */
  repeat: z.number().int().min(1).optional(),
  /** Webhooks of a payment arrive, and are answered, before the buyer is led back. */
  webhookFirst: z.boolean().optional(),
  /** The events of one deed come backwards. */
  backwards: z.boolean().optional(),
  /** Between a deed and its webhook. */
  delayMs: z.number().min(0).optional(),
  /** A refund stays 'pending' until `settle-refund`. */
  refundsPend: z.boolean().optional(),
})
export type StripeSettings = z.input<typeof stripeSettingsShape>

/** What somebody does at Stripe: the buyer on the Checkout page, the bank, the organiser in Stripe's own pages. */
export const stripeDeedShape = z.discriminatedUnion('kind', [
  /** As the page's buttons. 'secure' is a card that asks for 3-D Secure: 'secure-yes' and 'secure-no' end it. */
  z.object({
    kind: z.literal('press'),
    sessionId: z.string(),
    button: z.enum(['pay', 'decline', 'secure', 'secure-yes', 'secure-no']),
  }),
  z.object({ kind: z.literal('expire'), sessionId: z.string() }),
  /** In Stripe's own pages: we haven't asked for it. */
  z.object({ kind: z.literal('refund'), sessionId: z.string(), amountMinor: z.number().int() }),
  z.object({ kind: z.literal('settle-refund'), refundId: z.string(), failed: z.boolean().default(false) }),
  z.object({ kind: z.literal('dispute'), sessionId: z.string() }),
  z.object({ kind: z.literal('close-dispute'), sessionId: z.string(), won: z.boolean() }),
  /** Money from Stripe to our bank. */
  z.object({ kind: z.literal('pay-out'), amountMinor: z.number().int() }),
  /** An event of a kind that we never heard of. */
  z.object({ kind: z.literal('tell'), type: z.string() }),
])
export type StripeDeed = z.input<typeof stripeDeedShape>

/** All that lies at Stripe, for tests to count. */
export interface StripeBooks {
  sessions: {
    id: string
    url: string | null
    status: 'open' | 'complete' | 'expired'
    paymentId: string | null
    amountMinor: number
    locale: string | null
  }[]
  charges: {
    id: string
    sessionId: string
    paymentId: string | null
    amountMinor: number
    feeMinor: number
    refundedMinor: number
    disputedMinor: number
    disputeFeeMinor: number
  }[]
  refunds: { id: string; refundId: string | null; amountMinor: number; status: string }[]
  /** How often each kind was sent and taken. */
  webhooks: Record<string, number>
  /** Fees, refunds and disputes taken off. */
  balanceMinor: number
}
