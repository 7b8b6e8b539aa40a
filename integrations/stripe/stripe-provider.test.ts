import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type StripeStandIn, stripeStandIn } from '~/test/stand-ins/stripe'
import type { PaymentToStart } from './card-payments'
import { createStripeProvider } from './stripe-provider.server'
import { troubleOf } from './stripe-trouble.server'
import { feeOf } from './stripe-truth.server'

const API = 'https://stripe.opop.test'
const server = setupServer()
let world: StripeStandIn
const settings = { secretKey: 'sk_test_right', apiUrl: API, timeoutMs: 400, maxRetries: 0 }
const cards = createStripeProvider(settings)
const payment = (paymentId = 'p-1'): PaymentToStart => ({
  paymentId,
  orderNumber: 'S-000123',
  currency: 'IDR',
  lines: [
    { name: 'Kopi, 100 g', quantity: 2, unitPriceMinor: 2_500_000 },
    { name: 'Ongkos kirim', quantity: 1, unitPriceMinor: 2_000_000 },
  ],
  locale: 'ar',
  buyerEmail: null,
  successUrl: 'https://expo.opop.test/ar/orders/1?back=paid',
  cancelUrl: 'https://expo.opop.test/ar/orders/1?back=left',
  expiresAt: new Date(Date.now() + 34 * 60_000),
})

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  world = stripeStandIn({ url: API, secretKey: 'sk_test_right', webhookSecret: 'whsec' })
  server.use(...world.handlers)
})
afterEach(() => {
  world.stop()
  server.resetHandlers()
})
afterAll(() => server.close())

test('a page in whole minor units; asked again with the same key it is the same; another wish with it is refused', async () => {
  const wish = payment()
  const started = await cards.start(wish)
  expect((await cards.start(wish)).sessionId).toBe(started.sessionId)
  expect(world.books().sessions).toMatchObject([{ amountMinor: 7_000_000, paymentId: 'p-1', locale: 'en' }])
  await expect(cards.start({ ...wish, orderNumber: 'S-000124' })).rejects.toMatchObject({
    trouble: 'refused',
    code: 'idempotency_error',
  })
  expect(await cards.truth({ sessionId: started.sessionId })).toMatchObject({ state: 'open', charge: null })
  expect(await cards.truth({ sessionId: 'cs_test_none' })).toBeNull()
})

test('charge, fee, refund and dispute as one truth, by session and by payment', async () => {
  const { sessionId } = await cards.start(payment())
  await world.do({ kind: 'press', sessionId, button: 'pay' })
  const truth = await cards.truth({ sessionId })
  expect(truth).toMatchObject({
    paymentId: 'p-1',
    isLive: false,
    state: 'complete',
    charge: { amountMinor: 7_000_000, currency: 'IDR', feeMinor: 438_000 },
  })
  const intentId = truth?.charge?.intentId ?? ''
  const asked = { refundId: 'r-1', intentId, amountMinor: 1_000_000, reason: 'damaged' }
  const refund = await cards.refund(asked)
  expect(refund).toMatchObject({ refundId: 'r-1', amountMinor: 1_000_000, state: 'done' })
  expect((await cards.refund(asked)).id).toBe(refund.id)
  await world.do({ kind: 'dispute', sessionId })
  const whole = await cards.truth({ intentId })
  expect(whole).toMatchObject({
    refunds: [{ id: refund.id }],
    disputes: [{ amountMinor: 6_000_000, feeMinor: 25_000_000, state: 'open' }],
  })
  // It isn't open any more: how it ended is what is answered.
  expect(await cards.expire(sessionId)).toMatchObject({ state: 'complete' })
  const listed = []
  const day = 24 * 60 * 60_000
  const span = { from: new Date(Date.now() - day), to: new Date(Date.now() + day) }
  for await (const each of cards.list(span)) listed.push(each)
  expect(listed).toEqual([whole])
})

test('what a failure means', async () => {
  const other = createStripeProvider({ ...settings, secretKey: 'sk_test_wrong' })
  await expect(other.start(payment())).rejects.toMatchObject({ trouble: 'setup' })
  for (const [fault, trouble] of [
    [{ kind: 'error', httpStatus: 429, code: 'rate_limit' }, 'unavailable'],
    [{ kind: 'error', httpStatus: 500 }, 'no-answer'],
    [{ kind: 'error', httpStatus: 409, code: 'idempotency_key_in_use' }, 'no-answer'],
    [{ kind: 'error', httpStatus: 400, code: 'amount_too_small' }, 'refused'],
  ] as const) {
    world.inject({ ...fault, at: 'start' })
    await expect(cards.start(payment())).rejects.toMatchObject({ trouble })
  }
  server.use(http.post(`${API}/v1/checkout/sessions`, () => HttpResponse.error()))
  await expect(cards.start(payment())).rejects.toMatchObject({ trouble: 'no-answer' })
  expect(world.books().sessions).toEqual([])
  const detail = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  const refused = new Stripe.errors.StripeConnectionError({ message: 'lost', detail })
  expect(troubleOf(refused)).toMatchObject({ trouble: 'unavailable', code: 'ECONNREFUSED' })
})

test('the fee of an account that is settled in another currency is the same share of the charge', () => {
  const settled = { currency: 'sgd', amount: 590, fee: 71 } as Parameters<typeof feeOf>[0]
  expect(feeOf(settled, 7_000_000)).toBe(842_372)
  expect(feeOf(null, 7_000_000)).toBeNull()
})
