import Stripe from 'stripe'
import { PaymentServiceError } from './card-payments'

/** What says that nothing of the request has left: nothing was done. */
const BEFORE_WRITING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_\w+|UNABLE_TO_(GET|VERIFY)_\w+)$/

/** Refusals that another time may bring through: our balance there is too low, or somebody else has the object. */
const LATER = new Set(['balance_insufficient', 'lock_timeout', 'rate_limit'])
/** The same key is being worked on: what becomes of it nobody knows yet. */
const UNDER_WAY = 'idempotency_key_in_use'

/** What Stripe's answer, or its silence, means for us. Its own sentences are never kept: they may quote a buyer. */
export function troubleOf(error: unknown): PaymentServiceError {
  if (error instanceof PaymentServiceError) return error
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const code = error.code ?? null
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const lost = codeOf(error.detail)
    return new PaymentServiceError(BEFORE_WRITING.test(lost) ? 'unavailable' : 'no-answer', lost || null)
  }
  if (code === UNDER_WAY) return new PaymentServiceError('no-answer', code)
  if (error instanceof Stripe.errors.StripeRateLimitError || (code && LATER.has(code)))
    return new PaymentServiceError('unavailable', code)
  if (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  )
    return new PaymentServiceError('setup', code)
  if (error instanceof Stripe.errors.StripeIdempotencyError)
    return new PaymentServiceError('refused', 'idempotency_error')
  if (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  )
    return new PaymentServiceError('refused', code ?? error.param ?? null)
  // A 500 of theirs: it may have been done before it broke.
  return new PaymentServiceError('no-answer', code ?? `HTTP ${error.statusCode ?? '?'}`)
}

const codeOf = (detail: unknown) =>
  detail instanceof Error && 'code' in detail && typeof detail.code === 'string' ? detail.code : ''
