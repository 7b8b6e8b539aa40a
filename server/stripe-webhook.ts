import type { Logger } from 'pino'
import type { Env } from '~/config/env.server'
import type { Database } from '~/db/client.server'
import { keepStripeEvent } from '~/domain/order/keep-stripe-event.server'
import { newId } from '~/domain/shared/ids'
import { limitBody } from './body-limit'

/** What Stripe calls; its writes need no Origin of ours: their signature is their proof. */
export const STRIPE_WEBHOOK = '/webhooks/stripe'

const MAX_BODY_BYTES = 1024 * 1024

interface WebhookOptions {
  env: Pick<Env, 'STRIPE_WEBHOOK_SECRET'>
  db: Database
  log: Logger
  requestId: string
}

/** Acknowledges what Stripe tells once it is written, and no sooner: what isn't acknowledged it repeats for days. */
export async function answerStripeWebhook(
  request: Request,
  { env, db, log, requestId }: WebhookOptions,
): Promise<Response> {
  const { STRIPE_WEBHOOK_SECRET: secret } = env
  if (!secret) return say(404, 'not found')
  if (request.method !== 'POST') return say(405, 'method not allowed', { Allow: 'POST' })

  const limited = limitBody(request, MAX_BODY_BYTES)
  if (limited.exceeded()) return say(413, 'too large')
  let bytes: Buffer
  try {
    bytes = Buffer.from(await limited.request.arrayBuffer())
  } catch {
    return limited.exceeded() ? say(413, 'too large') : say(400, 'the body ended early')
  }
  const { readStripeEvent } = await import('~/integrations/stripe/read-event.server')
  // Over the bytes as they came: read as text and written again they may be others.
  const told = readStripeEvent(bytes, request.headers.get('stripe-signature') ?? '', secret)
  if (!told) {
    log.warn({ requestId }, 'a webhook without the right signature')
    return say(400, 'the signature is wrong')
  }
  try {
    const isNew = await keepStripeEvent({ db, newId, now: new Date() }, told)
    log.debug({ requestId, event: told.id, type: told.type, isNew }, 'Stripe told')
    return say(200, 'received')
  } catch (error) {
    log.error({ requestId, kind: error instanceof Error ? error.name : 'unknown' }, 'a webhook was not kept')
    return say(503, 'not kept: say it again', { 'Retry-After': '10' })
  }
}

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}
