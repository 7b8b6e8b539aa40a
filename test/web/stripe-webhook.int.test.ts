import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  web = await createTestWeb({
    connection: database.connection,
    env: {
      STRIPE_SECRET_KEY: 'sk_test_web',
      STRIPE_WEBHOOK_SECRET: 'whsec_web',
      STRIPE_API_URL: 'http://127.0.0.1:1',
      PUBLIC_URL: 'http://expo.test',
    },
  })
})
afterAll(() => database?.drop())

it('takes what Stripe tells without an Origin of ours, by its signature alone', async () => {
  const at = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({
    id: 'evt_web',
    object: 'event',
    created: at,
    livemode: false,
    type: 'charge.refunded',
    data: { object: { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' } },
  })
  const v1 = createHmac('sha256', 'whsec_web').update(`${at}.${body}`).digest('hex')
  const tell = (signature: string) =>
    web.request('/webhooks/stripe', {
      method: 'POST',
      headers: { origin: 'https://api.stripe.com', 'stripe-signature': signature },
      body,
    })
  expect((await tell(`t=${at},v1=${v1.replaceAll('a', 'b')}0`)).status).toBe(400)
  expect((await tell(`t=${at},v1=${v1}`)).status).toBe(200)
  expect(await database.connection.db.select().from(schema.stripeEvent)).toMatchObject([
    { id: 'evt_web', refers: { charge: 'ch_1', intent: 'pi_1' } },
  ])
})

it('lets forms lead to whoever stands in for Checkout, and to nobody else', async () => {
  const policy = (await web.request('/id/sign-in')).headers.get('content-security-policy') ?? ''
  const formAction = policy.split('; ').find((each) => each.startsWith('form-action'))
  expect(formAction).toBe("form-action 'self' https://wa.me https://api.whatsapp.com http://127.0.0.1:1")
})
