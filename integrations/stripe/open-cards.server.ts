import type { Env } from '~/config/env.server'
import type { PaymentProvider } from './card-payments'

/** Who takes cards, where it is configured; the package is loaded only then. */
export async function openCards(
  env: Pick<Env, 'STRIPE_SECRET_KEY' | 'STRIPE_API_URL'>,
): Promise<PaymentProvider | undefined> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = env
  if (!secretKey) return undefined
  const { createStripeProvider } = await import('./stripe-provider.server')
  return createStripeProvider({ secretKey, apiUrl })
}

/** Where buyers are led to pay, for the content security policy: Stripe's own, or that of who stands in for it. */
export function checkoutOrigin({ STRIPE_API_URL: apiUrl }: Pick<Env, 'STRIPE_API_URL'>): string {
  const { hostname, origin } = new URL(apiUrl)
  return hostname === 'api.stripe.com' ? 'https://checkout.stripe.com' : origin
}
