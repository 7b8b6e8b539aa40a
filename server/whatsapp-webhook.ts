import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Logger } from 'pino'
import type { Env } from '~/config/env.server'
import type { Database } from '~/db/client.server'
import { receiveWhatsapp } from '~/domain/message/receive-whatsapp.server'
import { parseWhatsappWebhook } from '~/domain/message/whatsapp-webhook.schema'
import { newId } from '~/domain/shared/ids'
import { limitBody } from './body-limit'
import { inBatches } from './in-batches'

/** What WhatsApp calls; the one address whose writes need no Origin of ours: their signature is their proof. */
export const WHATSAPP_WEBHOOK = '/webhooks/whatsapp'

const MAX_BODY_BYTES = 1024 * 1024

/** Keeps what a webhook told; resolves when it is written. */
export type WhatsappReceiver = (told: Parameters<typeof receiveWhatsapp>[1]) => Promise<void>

/** WhatsApp tells of each message three times, each by itself: so long they are gathered. */
const GATHER_MS = 100

/** One for each web: thousands of messages' statuses share few transactions, and pages keep the connections. */
export function whatsappReceiver(db: Database): WhatsappReceiver {
  return inBatches(
    (told) =>
      receiveWhatsapp(
        { db, newId, now: new Date() },
        {
          statuses: told.flatMap(({ statuses }) => statuses),
          messages: told.flatMap(({ messages }) => messages),
        },
      ),
    { gatherMs: GATHER_MS },
  )
}

interface WebhookOptions {
  env: Env
  receive: WhatsappReceiver
  log: Logger
  requestId: string
}

/**
 * Answers WhatsApp: its question when the webhook is set up (GET), and what it tells of messages (POST), which
 * is acknowledged once it is written. What isn't acknowledged it repeats for days.
 */
export async function answerWhatsappWebhook(
  request: Request,
  { env, receive, log, requestId }: WebhookOptions,
): Promise<Response> {
  const { WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: verifyToken } = env
  const { WHATSAPP_PHONE_NUMBER_ID: phoneNumberId } = env
  if (!secret || !verifyToken || !phoneNumberId) return say(404, 'not found')
  if (request.method === 'GET') return answerSetUp(new URL(request.url).searchParams, verifyToken)
  if (request.method !== 'POST') return say(405, 'method not allowed', { Allow: 'GET, POST' })

  const limited = limitBody(request, MAX_BODY_BYTES)
  if (limited.exceeded()) return say(413, 'too large')
  let bytes: Buffer
  try {
    bytes = Buffer.from(await limited.request.arrayBuffer())
  } catch {
    return limited.exceeded() ? say(413, 'too large') : say(400, 'the body ended early')
  }
  // Over the bytes as they came: read as text and written again they may be others.
  const signature = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`
  if (!isSame(request.headers.get('x-hub-signature-256') ?? '', signature)) {
    log.warn({ requestId }, 'a webhook without the right signature')
    return say(401, 'the signature is wrong')
  }
  try {
    const told = parseWhatsappWebhook(readJson(bytes), { phoneNumberId })
    await receive(told)
    const { statuses, messages } = told
    log.debug({ requestId, statuses: statuses.length, messages: messages.length }, 'WhatsApp told')
    return say(200, 'received')
  } catch (error) {
    log.error({ requestId, kind: error instanceof Error ? error.name : 'unknown' }, 'a webhook was not kept')
    return say(503, 'not kept: say it again', { 'Retry-After': '10' })
  }
}

function answerSetUp(query: URLSearchParams, verifyToken: string): Response {
  const isOurs =
    query.get('hub.mode') === 'subscribe' && isSame(query.get('hub.verify_token') ?? '', verifyToken)
  return isOurs ? say(200, query.get('hub.challenge') ?? '') : say(403, 'the token is another')
}

/** Compared in a time that tells nothing of where they differ, nor of how long the right one is. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(right))
}

/** Signed, but no JSON: nothing in it for us, and no use in hearing it again. */
function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    // The challenge is given back as it came: never as a page.
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}
