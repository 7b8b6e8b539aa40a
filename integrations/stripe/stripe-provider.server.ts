import Stripe from 'stripe'
import {
  type PaymentProvider,
  PaymentServiceError,
  type PaymentToStart,
  type PaymentTruth,
} from './card-payments'
import { troubleOf } from './stripe-trouble.server'
import { chargeOf, PAYMENT_ID, payoutOf, REFUND_ID, refundOf, truthOf } from './stripe-truth.server'

/** What our code was written against; an account's own version may be another. */
export const STRIPE_API_VERSION = '2026-10-28.endive'

export interface StripeSettings {
  secretKey: string
  /** 'https://api.stripe.com'. */
  apiUrl: string
  /** After so long without an answer nobody knows whether it was done. */
  timeoutMs?: number
  /** The package asks again by itself, with the same idempotency key. */
  maxRetries?: number
}

/** Deep enough to have the fee: session, payment, charge and how it was settled, in one question. */
const WITH_CHARGE = 'payment_intent.latest_charge.balance_transaction'

/** Cards by Stripe Checkout. It logs nothing: its objects hold names and addresses. */
export function createStripeProvider(settings: StripeSettings): PaymentProvider {
  const { secretKey, apiUrl, timeoutMs = 8_000, maxRetries = 1 } = settings
  const url = new URL(apiUrl)
  const stripe = new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    host: url.hostname,
    ...(url.port ? { port: url.port } : {}),
    protocol: url.protocol === 'http:' ? 'http' : 'https',
    timeout: timeoutMs,
    maxNetworkRetries: maxRetries,
    telemetry: false,
  })

  /** Refunds and disputes are asked for only where there can be some. */
  async function complete(session: Stripe.Checkout.Session, { isWhole }: { isWhole: boolean }) {
    const charge = chargeOf(session)
    if (!charge) return truthOf(session, [], [])
    const refunds =
      isWhole || charge.amount_refunded > 0 ? await all(stripe.refunds.list({ charge: charge.id })) : []
    const disputes = charge.disputed
      ? await all(stripe.disputes.list({ charge: charge.id, expand: ['data.balance_transactions'] }))
      : []
    return truthOf(session, refunds, disputes)
  }

  async function truth(of: { sessionId: string } | { intentId: string }): Promise<PaymentTruth | null> {
    return asked(async () => {
      if ('sessionId' in of) {
        const session = await stripe.checkout.sessions
          .retrieve(of.sessionId, { expand: [WITH_CHARGE] })
          .catch(nullIfMissing)
        return session && complete(session, { isWhole: true })
      }
      const sessions = await stripe.checkout.sessions
        .list({ payment_intent: of.intentId, limit: 1, expand: [`data.${WITH_CHARGE}`] })
        .catch(nullIfMissing)
      const session = sessions?.data[0]
      return session ? complete(session, { isWhole: true }) : null
    })
  }

  return {
    name: 'stripe',
    isTest: /^.k_test_/.test(secretKey),
    truth,
    start: (payment) =>
      asked(async () => {
        const session = await stripe.checkout.sessions.create(sessionOf(payment), {
          idempotencyKey: payment.paymentId,
        })
        return {
          sessionId: session.id,
          // An answer that was kept for the key, of a session that has closed since, has no address any more.
          url: session.url ?? payment.cancelUrl,
          expiresAt: new Date(session.expires_at * 1000),
        }
      }),
    async expire(sessionId) {
      try {
        await stripe.checkout.sessions.expire(sessionId)
      } catch (error) {
        const trouble = troubleOf(error)
        // It isn't open any more: how it ended is asked below.
        if (trouble.trouble !== 'refused') throw trouble
      }
      const found = await truth({ sessionId })
      if (!found) throw new PaymentServiceError('refused', 'resource_missing')
      return found
    },
    refund: ({ refundId, intentId, amountMinor, reason }) =>
      asked(async () =>
        refundOf(
          await stripe.refunds.create(
            {
              payment_intent: intentId,
              amount: amountMinor,
              reason: 'requested_by_customer',
              metadata: { [REFUND_ID]: refundId, why: reason },
            },
            { idempotencyKey: refundId },
          ),
        ),
      ),
    payout: (id) =>
      asked(async () => {
        const payout = await stripe.payouts.retrieve(id).catch(nullIfMissing)
        return payout && payoutOf(payout)
      }),
    async *list({ from, to }) {
      const sessions = stripe.checkout.sessions.list({
        created: { gte: seconds(from), lt: seconds(to) },
        limit: 100,
        expand: [`data.${WITH_CHARGE}`],
      })
      try {
        for await (const session of sessions) yield await complete(session, { isWhole: false })
      } catch (error) {
        throw troubleOf(error)
      }
    },
  }
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

/**
 * All of it follows from the payment alone, so that asking again with its key asks for the very same. Rupiah have
 * two decimals at Stripe: minor units go as they are.
 */
function sessionOf(payment: PaymentToStart): Stripe.Checkout.SessionCreateParams {
  const metadata = { [PAYMENT_ID]: payment.paymentId, order: payment.orderNumber }
  return {
    mode: 'payment',
    allowed_payment_method_types: ['card'],
    line_items: payment.lines.map(({ name, quantity, unitPriceMinor }) => ({
      quantity,
      price_data: {
        currency: payment.currency.toLowerCase(),
        unit_amount: unitPriceMinor,
        product_data: { name },
      },
    })),
    // Else Stripe would charge in the buyer's currency at its own rate.
    adaptive_pricing: { enabled: false },
    client_reference_id: payment.paymentId,
    metadata,
    payment_intent_data: { metadata, description: payment.orderNumber },
    ...(payment.buyerEmail ? { customer_email: payment.buyerEmail } : {}),
    // Checkout doesn't speak Arabic; English is the other language of those who read it here.
    locale: payment.locale === 'ar' ? 'en' : payment.locale,
    success_url: payment.successUrl,
    cancel_url: payment.cancelUrl,
    expires_at: seconds(payment.expiresAt),
  }
}

async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    throw troubleOf(error)
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')
    return null
  throw error
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const each of list) found.push(each)
  return found
}
