import { createHmac } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { answerStripeWebhook } from './stripe-webhook'

const SECRET = 'whsec_test'
const log = pino({ level: 'silent' })
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())

const event = (id: string) =>
  JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1_795_000_000,
    livemode: false,
    type: 'checkout.session.completed',
    data: {
      object: {
        id: 'cs_test_1',
        object: 'checkout.session',
        payment_intent: 'pi_1',
        metadata: { payment_id: 'p-1' },
        customer_details: { name: 'Somebody', email: 'somebody@example.org' },
      },
    },
  })

function sign(body: string, { secret = SECRET, at = Math.floor(Date.now() / 1000) } = {}): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

function call(body: string, signature = sign(body), { method = 'POST', secret = SECRET } = {}) {
  const request = new Request('https://expo.test/webhooks/stripe', {
    method,
    headers: { 'stripe-signature': signature },
    ...(method === 'POST' ? { body } : {}),
  })
  const env = { STRIPE_WEBHOOK_SECRET: secret || undefined }
  return answerStripeWebhook(request, { env, db: database.connection.db, log, requestId: 'test' })
}

test('kept once with its work, and nothing but ids of whom it is about', async () => {
  const body = event('evt_1')
  for (let i = 0; i < 3; i++) expect((await call(body)).status).toBe(200)
  const { db } = database.connection
  const kept = await db.select().from(schema.stripeEvent)
  expect(kept).toMatchObject([
    {
      id: 'evt_1',
      type: 'checkout.session.completed',
      isLive: false,
      refers: { session: 'cs_test_1', intent: 'pi_1', payment: 'p-1' },
      result: null,
    },
  ])
  expect(JSON.stringify(kept)).not.toContain('Somebody')
  expect(await db.select().from(schema.outbox)).toMatchObject([
    { topic: 'stripe.told', payload: { id: 'evt_1' }, state: 'pending' },
  ])
})

test('somebody else’s, changed, old or too long: refused, and nothing is kept', async () => {
  const body = event('evt_2')
  expect((await call(body, sign(body, { secret: 'whsec_other' }))).status).toBe(400)
  expect((await call(body.replace('evt_2', 'evt_3'), sign(body))).status).toBe(400)
  expect((await call(body, sign(body, { at: Math.floor(Date.now() / 1000) - 3_600 }))).status).toBe(400)
  expect((await call(body, '')).status).toBe(400)
  const long = event('evt_4').padEnd(2 * 1024 * 1024)
  expect((await call(long)).status).toBe(413)
  const kept = await database.connection.db.select().from(schema.stripeEvent)
  expect(kept.map(({ id }) => id)).toEqual(['evt_1'])
})

test('there is none without a secret, and nothing to read', async () => {
  expect((await call(event('evt_5'), undefined, { secret: '' })).status).toBe(404)
  expect((await call('', '', { method: 'GET' })).status).toBe(405)
})
