import Stripe from 'stripe'
import { z } from 'zod'
import { PAYMENT_ID } from './stripe-truth.server'

/** What Stripe told by itself: a hint what to ask about, with ids alone. */
export interface StripeTold {
  id: string
  type: string
  isLive: boolean
  apiVersion: string | null
  refers: Record<string, string>
  happenedAt: Date
}

const idOf = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
const about = z.object({
  object: z.string(),
  id: z.string(),
  payment_intent: idOf.nullish().catch(null),
  charge: idOf.nullish().catch(null),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
})

/** Kinds of objects by the names that `refers` has for them. */
const NAMES: Record<string, string> = {
  'checkout.session': 'session',
  payment_intent: 'intent',
  charge: 'charge',
  refund: 'refund',
  dispute: 'dispute',
  payout: 'payout',
}

/**
 * An event of whoever knows the webhook's secret, signed within the last minutes over these very bytes; null: of
 * somebody else, or no event.
 */
export function readStripeEvent(bytes: Buffer, signature: string, secret: string): StripeTold | null {
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(bytes, signature, secret)
  } catch {
    return null
  }
  const parsed = about.safeParse(event.data?.object).data
  const refers: Record<string, string> = {}
  if (parsed) {
    const name = NAMES[parsed.object]
    if (name) refers[name] = parsed.id
    if (parsed.payment_intent) refers.intent = parsed.payment_intent
    if (parsed.charge) refers.charge = parsed.charge
    const paymentId = parsed.metadata?.[PAYMENT_ID]
    if (paymentId) refers.payment = paymentId
  }
  return {
    id: event.id,
    type: event.type,
    isLive: event.livemode,
    apiVersion: event.api_version ?? null,
    refers,
    happenedAt: new Date(event.created * 1000),
  }
}
