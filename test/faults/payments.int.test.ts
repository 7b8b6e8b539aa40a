import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { changeOrder } from '~/domain/order/change-order.server'
import { comparePayments } from '~/domain/order/compare-payments.server'
import { lapseOrders } from '~/domain/order/lapse-orders.server'
import { lookAtPayment } from '~/domain/order/look-at-payment.server'
import { resumePayments } from '~/domain/order/resume-payments.server'
import { startPayment } from '~/domain/order/start-payment.server'
import { wantRefund } from '~/domain/order/want-refund.server'
import { expectBooksBalance } from '../setup/books'
import { openPaymentHall, type PaymentHall, type PlacedOrder, PUBLIC_URL, TOTAL } from './payment-hall'

// What can happen between a buyer's card, Stripe and us; after each the books balance, with Stripe's too.

let hall: PaymentHall
let worker: Awaited<ReturnType<PaymentHall['work']>>
beforeAll(async () => {
  hall = await openPaymentHall()
  worker = await hall.work()
})
afterAll(() => hall?.close())
afterEach(async () => {
  const { webhookUrl } = hall
  await hall.stripe.set({ webhookUrl, repeat: 1, webhookFirst: false, backwards: false, refundsPend: false })
  await hall.world.settled()
  await soon(() => expectAllBalances())
})

/** Our books in themselves, with each charge of Stripe's, and with all that lies there. */
async function expectAllBalances() {
  const theirs = await hall.stripe.books()
  await expectBooksBalance(hall.db, theirs)
  const [ours] = await hall.db.execute<{ minor: string }>(sql`
    select coalesce(sum(amount_minor), 0)::text as minor from ledger_line where account = 'stripe'`)
  expect(Number(ours?.minor)).toBe(theirs.balanceMinor)
}

const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 100 })
const becomes = (placed: PlacedOrder, facts: object) =>
  soon(async () => expect(await hall.order(placed)).toMatchObject(facts))
const press = (sessionId: string, button: 'pay' | 'decline' | 'secure' | 'secure-yes' | 'secure-no') =>
  hall.stripe.do({ kind: 'press', sessionId, button })
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function paid(): Promise<{ placed: PlacedOrder; sessionId: string }> {
  const placed = await hall.place()
  const sessionId = await hall.start(placed)
  await press(sessionId, 'pay')
  await becomes(placed, { state: 'paid', paidMinor: TOTAL, holds: 'held' })
  return { placed, sessionId }
}

test('a good card: paid once; two taps are one page', async () => {
  const placed = await hall.place()
  const [first, second] = await Promise.all([hall.start(placed), hall.start(placed)])
  expect(second).toBe(first)
  await press(first, 'pay')
  await becomes(placed, { state: 'paid', paidMinor: TOTAL })
  expect(await hall.payments(placed)).toHaveLength(1)
  expect(await startPayment(hall.context(placed.buyer), { ...placed, publicUrl: PUBLIC_URL })).toEqual({
    kind: 'paid',
  })
})

test('declined, and then 3-D Secure that fails and passes: the same page, paid once', async () => {
  const placed = await hall.place()
  const sessionId = await hall.start(placed)
  await press(sessionId, 'decline')
  await press(sessionId, 'secure-no')
  await hall.world.settled()
  expect(await hall.order(placed)).toMatchObject({ state: 'awaiting', paidMinor: 0 })
  expect(await hall.start(placed)).toBe(sessionId)
  await press(sessionId, 'secure-yes')
  await becomes(placed, { state: 'paid' })
})

test('charged, and nobody answers or tells us: the truth is asked for until it comes', async () => {
  const placed = await hall.place()
  const sessionId = await hall.start(placed)
  await hall.stripe.set({ webhookUrl: null })
  await press(sessionId, 'pay')
  await hall.stripe.inject({ kind: 'silent-after', at: 'read' })
  expect(await lookAtPayment(hall.context(placed.buyer), placed)).toBe('unavailable')
  expect(await hall.order(placed)).toMatchObject({ state: 'awaiting' })
  expect(await resumePayments(hall.context({ kind: 'system' }, after(6)), { publicUrl: PUBLIC_URL })).toBe(1)
  expect(await hall.order(placed)).toMatchObject({ state: 'paid' })
})

test('the return page knows before the webhook; the webhook before the return page is as good', async () => {
  const early = await hall.place()
  const sessionId = await hall.start(early)
  await hall.stripe.set({ webhookUrl: null })
  await press(sessionId, 'pay')
  expect(await lookAtPayment(hall.context(early.buyer), early)).toBe('applied')
  expect(await hall.order(early)).toMatchObject({ state: 'paid' })

  await hall.stripe.set({ webhookUrl: hall.webhookUrl, webhookFirst: true })
  const late = await hall.place()
  await press(await hall.start(late), 'pay')
  await becomes(late, { state: 'paid' })
  expect(await lookAtPayment(hall.context(late.buyer), late)).toBe('nothing')
  const stranger = { ...late.buyer, personId: early.buyer.personId }
  await expect(lookAtPayment(hall.context(stranger), late)).rejects.toThrow('not-found')
})

test('each event five times and backwards, and one of a kind that nobody knows', async () => {
  await hall.stripe.set({ repeat: 5, backwards: true })
  const { placed } = await paid()
  await hall.stripe.do({ kind: 'tell', type: 'issuing_card.updated' })
  await hall.world.settled()
  const events = await hall.db.select().from(schema.stripeEvent)
  await soon(async () => {
    const [kept] = await hall.db
      .select()
      .from(schema.stripeEvent)
      .where(eq(schema.stripeEvent.type, 'issuing_card.updated'))
    expect(kept?.result).toBe('unknown')
  })
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  const told = await hall.db
    .select()
    .from(schema.sampleOrderEvent)
    .where(eq(schema.sampleOrderEvent.orderId, placed.orderId))
  expect(told.filter(({ kind }) => kind === 'paid')).toHaveLength(1)
})

/** As the organiser wants it. */
async function refund(placed: PlacedOrder, amountMinor: number) {
  await inTransaction(hall.db, async (tx) => {
    const context = hall.context()
    const change = { kind: 'refund' as const, amountMinor }
    await changeOrder(tx, context, { orderId: placed.orderId, change, by: 'organiser' })
    const [paidBy] = await tx.select().from(schema.payment).where(eq(schema.payment.orderId, placed.orderId))
    if (!paidBy) throw new Error('not paid')
    await wantRefund(tx, context, { payment: paidBy, amountMinor, reason: 'damaged' })
  })
}
const refundsOf = (placed: PlacedOrder) =>
  hall.db.select().from(schema.refund).where(eq(schema.refund.orderId, placed.orderId))

test('a part back, then the rest; one that waits, and one that its bank refuses', async () => {
  const { placed } = await paid()
  await refund(placed, 1_000_000)
  await soon(async () => expect((await refundsOf(placed))[0]).toMatchObject({ state: 'done' }))
  await hall.stripe.set({ refundsPend: true })
  await refund(placed, TOTAL - 1_000_000)
  await soon(async () =>
    expect((await refundsOf(placed)).map(({ state }) => state).sort()).toEqual(['asked', 'done']),
  )
  const pending = (await refundsOf(placed)).find(({ state }) => state === 'asked')
  await hall.stripe.do({ kind: 'settle-refund', refundId: pending?.stripeId ?? '', failed: true })
  await becomes(placed, { refundedMinor: 1_000_000 })
})

test('a refund and a dispute in the pages of Stripe; a dispute that is won, and one that is lost', async () => {
  const { placed, sessionId } = await paid()
  await hall.stripe.do({ kind: 'refund', sessionId, amountMinor: 500_000 })
  await becomes(placed, { refundedMinor: 500_000 })
  await hall.stripe.do({ kind: 'dispute', sessionId })
  await becomes(placed, { dispute: 'open' })
  await soon(() => expectAllBalances())
  await hall.stripe.do({ kind: 'close-dispute', sessionId, won: true })
  await becomes(placed, { dispute: 'won' })

  const other = await paid()
  await hall.stripe.do({ kind: 'dispute', sessionId: other.sessionId })
  await becomes(other.placed, { dispute: 'open' })
  await hall.stripe.do({ kind: 'close-dispute', sessionId: other.sessionId, won: false })
  await becomes(other.placed, { dispute: 'lost', state: 'paid' })
  await hall.stripe.do({ kind: 'pay-out', amountMinor: 1_000_000 })
})

test('a page that expires: the order ends, its sample can be given to others', async () => {
  const placed = await hall.place()
  const before = await hall.onHand()
  const sessionId = await hall.start(placed)
  await hall.stripe.do({ kind: 'expire', sessionId })
  await soon(async () => expect((await hall.payments(placed))[0]).toMatchObject({ state: 'expired' }))
  expect(await lapseOrders(hall.context({ kind: 'system' }, after(40)))).toBeGreaterThan(0)
  expect(await hall.order(placed)).toMatchObject({ state: 'lapsed', holds: 'freed' })
  expect(await hall.onHand()).toBe(before + 1)
  expect(await startPayment(hall.context(placed.buyer), { ...placed, publicUrl: PUBLIC_URL })).toEqual({
    kind: 'gone',
  })
})

test('paid at the very moment at which it lapses: it is paid. Paid after it was cancelled: all of it goes back', async () => {
  const placed = await hall.place()
  const sessionId = await hall.start(placed)
  await hall.stripe.set({ webhookUrl: null })
  await press(sessionId, 'pay')
  expect(await lapseOrders(hall.context({ kind: 'system' }, after(40)))).toBe(0)
  expect(await hall.order(placed)).toMatchObject({ state: 'paid' })

  await hall.stripe.set({ webhookUrl: hall.webhookUrl })
  const gone = await hall.place()
  const late = await hall.start(gone)
  await inTransaction(hall.db, (tx) =>
    changeOrder(tx, hall.context(), { orderId: gone.orderId, change: { kind: 'cancel' }, by: 'buyer' }),
  )
  await press(late, 'pay')
  await soon(async () =>
    expect((await refundsOf(gone))[0]).toMatchObject({ state: 'done', reason: 'surplus' }),
  )
  expect(await hall.order(gone)).toMatchObject({ state: 'cancelled', paidMinor: 0 })
})

test('Stripe refuses, or is away: said so, and the same again is safe', async () => {
  const placed = await hall.place()
  const start = () => startPayment(hall.context(placed.buyer), { ...placed, publicUrl: PUBLIC_URL })
  const sessions = async () => (await hall.stripe.books()).sessions.length
  const before = await sessions()
  await hall.stripe.inject({ kind: 'error', at: 'start', httpStatus: 400, code: 'amount_too_small' })
  expect(await start()).toEqual({ kind: 'refused', code: 'amount_too_small' })
  await hall.stripe.inject({ kind: 'silent-after', at: 'start' })
  expect(await start()).toEqual({ kind: 'unavailable' })
  expect(await sessions()).toBe(before + 1)
  expect(await start()).toMatchObject({ kind: 'started' })
  expect(await sessions()).toBe(before + 1)
})

test('the daily comparison takes over what nobody told, and says what differs until it does no more', async () => {
  const { reconciliation, reconciliationDifference: difference, payment } = schema
  const compare = () => comparePayments(hall.context(), { upTo: after(1).toISOString() })
  const found = () =>
    hall.db
      .select({ kind: difference.kind, settled: difference.settled })
      .from(difference)
      .orderBy(difference.id)
  await hall.stripe.set({ webhookUrl: null })
  const placed = await hall.place()
  await press(await hall.start(placed), 'pay')
  await compare()
  expect(await hall.order(placed)).toMatchObject({ state: 'paid' })
  expect(await found()).toEqual([{ kind: 'not-paid-here', settled: 'taken-over' }])

  const [paidBy] = await hall.payments(placed)
  const setFee = (feeMinor: number) =>
    hall.db
      .update(payment)
      .set({ feeMinor })
      .where(eq(payment.id, paidBy?.id ?? ''))
  await setFee((paidBy?.feeMinor ?? 0) + 1)
  await compare()
  await compare()
  expect((await found()).slice(1)).toEqual([{ kind: 'fee', settled: 'no' }])
  await setFee(paidBy?.feeMinor ?? 0)
  await hall.stripe.inject({ kind: 'error', at: 'list', httpStatus: 500 })
  await compare()
  expect((await found()).slice(1)).toEqual([{ kind: 'fee', settled: 'no' }])
  await compare()
  expect((await found()).slice(1)).toEqual([{ kind: 'fee', settled: 'taken-over' }])
  const made = await hall.db.select().from(reconciliation).orderBy(reconciliation.id)
  expect(made.slice(-5).map(({ failure, endedAt }) => [failure, endedAt !== null])).toEqual([
    [null, true],
    [null, true],
    [null, true],
    ['no-answer (api_error)', true],
    [null, true],
  ])
})

test("the web is killed between Stripe's yes and our commit: the same page is found again, and paid once", async () => {
  const placed = await hall.place()
  const before = (await hall.stripe.books()).sessions.length
  await hall.stripe.inject({ kind: 'silent-after', at: 'start' })
  const ours = await hall.spawnOurs('test/faults/start-payment-process.ts', {
    ORDER_ID: placed.orderId,
    PERSON_ID: placed.buyer.personId,
  })
  await soon(async () => expect((await hall.stripe.books()).sessions).toHaveLength(before + 1))
  await ours.kill()
  expect((await hall.payments(placed))[0]).toMatchObject({ state: 'starting', sessionId: null })
  // Two minutes later; the order's own page does the same at a tap.
  await resumePayments(hall.context({ kind: 'system' }, after(2)), { publicUrl: PUBLIC_URL })
  const sessionId = await hall.start(placed)
  const { sessions } = await hall.stripe.books()
  expect(sessions).toHaveLength(before + 1)
  await press(sessionId, 'pay')
  await becomes(placed, { state: 'paid' })
  expect(await hall.payments(placed)).toHaveLength(1)
}, 60_000)

test("the worker is killed between Stripe's yes and our commit: no order is paid twice, no money goes back twice", async () => {
  await worker.stop()
  const placed = await hall.place()
  const sessionId = await hall.start(placed)
  let ours = await hall.spawnOurs('worker.ts')
  await hall.stripe.inject({ kind: 'silent-after', at: 'read' })
  await press(sessionId, 'pay')
  // One of the events waits for Stripe; the others may have told it already.
  await soon(async () => {
    const begun = await hall.db.select().from(schema.outbox).where(eq(schema.outbox.topic, 'stripe.told'))
    expect(begun.filter(({ state, attempts }) => state === 'pending' && attempts > 0)).not.toEqual([])
  })
  await ours.kill()
  ours = await hall.spawnOurs('worker.ts')
  await becomes(placed, { state: 'paid', paidMinor: TOTAL })

  await hall.stripe.inject({ kind: 'silent-after', at: 'refund' })
  const before = (await hall.stripe.books()).refunds.length
  await refund(placed, TOTAL)
  await soon(async () => expect((await hall.stripe.books()).refunds).toHaveLength(before + 1))
  await ours.kill()
  expect((await refundsOf(placed))[0]).toMatchObject({ state: 'wanted' })
  // It comes back after Stripe has forgotten the key, and looks before it asks.
  await hall.spawnOurs('worker.ts')
  await soon(async () => expect((await refundsOf(placed))[0]).toMatchObject({ state: 'done' }))
  expect((await hall.stripe.books()).refunds).toHaveLength(before + 1)
}, 60_000)
