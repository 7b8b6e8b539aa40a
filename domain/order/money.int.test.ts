import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { expectBooksBalance } from '~/test/setup/books'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { cancelOrder } from './cancel-order.server'
import { confirmTransfer } from './confirm-transfer.server'
import { giveEvidence } from './give-evidence.server'
import { giveFeedback } from './give-feedback.server'
import { lapseOrders } from './lapse-orders.server'
import { listOwed } from './list-owed.server'
import { AFTER_REJECTION_MS, TRANSFER_WAIT_MS } from './order-state'
import { readOrder } from './read-order.server'
import { readPayoutProof } from './read-payout-proof.server'
import { readProof } from './read-proof.server'
import { readStatement } from './read-statement.server'
import { receiveOrder } from './receive-order.server'
import { recordPayout } from './record-payout.server'
import { rejectProof } from './reject-proof.server'
import { retryRefund } from './retry-refund.server'
import { sendOrder } from './send-order.server'
import { sendProof } from './send-proof.server'
import { settleTransferRefund } from './settle-transfer-refund.server'
import { startRefund } from './start-refund.server'

let database: TestDatabase
let hall: OrderHall
let picture: Buffer
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
  picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await expectBooksBalance(database.connection.db)
  await database.drop()
})

const TOTAL = 4_300_000
const organiser = () => hall.as(hall.organiser)
const view = (actor: Actor, id: string) => readOrder(hall.as(actor), { id, locale: 'id' })
const failed = (error: unknown) => (error instanceof Error ? error.message : '')

async function paidOrder(booth: OrderBooth) {
  const buyer = await hall.buyer()
  const orderId = await hall.placed(buyer, hall.order(booth))
  await confirmTransfer(organiser(), { orderId })
  return { buyer, orderId }
}
async function sentOrder(booth: OrderBooth) {
  const order = await paidOrder(booth)
  const fulfilment = { courier: 'JNE', tracking: 'JX 1' }
  await sendOrder(hall.as(booth.actor), { orderId: order.orderId, fulfilment, photo: null })
  return order
}
const pay = (booth: OrderBooth, amountMinor: number, proof: Buffer | null = null) =>
  recordPayout(organiser(), {
    token: newId(),
    organisationId: booth.id,
    amountMinor,
    paidOn: '2026-11-22',
    reference: 'BRI 77',
    proof,
  })

describe('a transfer', () => {
  test('its proof is seen by buyer and organiser, keeps it from lapsing, and can be refused', async () => {
    const [booth, buyer] = [await hall.booth(), await hall.buyer()]
    const orderId = await hall.placed(buyer, hall.order(booth))
    expect(await view(buyer, orderId)).toMatchObject({ transferAccount: { number: '0011223344' } })
    const text = Buffer.from('<html>')
    expect(await sendProof(hall.as(buyer), { orderId, bytes: text })).toMatchObject({ kind: 'bad-picture' })
    expect(await sendProof(hall.as(buyer), { orderId, bytes: picture })).toEqual({ kind: 'sent' })
    for (const actor of [buyer, hall.organiser]) {
      expect((await readProof(hall.as(actor), { orderId })).contentType).toBe('image/webp')
    }
    expect(await readProof(hall.as(booth.actor), { orderId }).catch(failed)).toBe('not-found')

    const system = (ms: number) => {
      const now = new Date(hall.context.now.getTime() + ms)
      return { ...hall.context, actor: { kind: 'system' as const }, now }
    }
    await lapseOrders(system(2 * TRANSFER_WAIT_MS))
    expect(await view(buyer, orderId)).toMatchObject({ state: 'awaiting', expiresAt: null })
    await rejectProof(organiser(), { orderId, reason: 'Tidak terbaca' })
    expect(await view(buyer, orderId)).toMatchObject({
      payment: { rejectedReason: 'Tidak terbaca' },
      actions: expect.arrayContaining(['send-proof', 'cancel']),
    })
    await lapseOrders(system(AFTER_REJECTION_MS))
    expect(await view(buyer, orderId)).toMatchObject({ state: 'lapsed', payment: { state: 'expired' } })
  })

  test('cancelled after it was paid, it goes back whole by hand', async () => {
    const booth = await hall.booth({ onHand: 1 })
    const { buyer, orderId } = await paidOrder(booth)
    expect(await cancelOrder(hall.as(buyer), { orderId, reason: null })).toEqual({
      kind: 'cancelled',
      refundedMinor: TOTAL,
    })
    const { refunds } = await view(hall.organiser, orderId)
    const refundId = refunds[0]?.id ?? ''
    const settle = (outcome: 'done' | 'failed', actor: Actor = hall.organiser, id = refundId) =>
      settleTransferRefund(hall.as(actor), { refundId: id, outcome, reference: 'BRI 1' })
    expect(await settle('done', booth.actor).catch(failed)).toBe('not-found')
    expect(await settle('done')).toEqual({ kind: 'settled' })
    expect(await settle('done')).toEqual({ kind: 'refused', state: 'done' })
    // The bank sends it back, and it is made once more.
    expect(await settle('failed')).toEqual({ kind: 'settled' })
    const again = await Promise.all([1, 2].map(() => retryRefund(organiser(), { refundId })))
    expect(again.map(({ kind }) => kind).sort()).toEqual(['refused', 'wanted'])
    const second = (await view(hall.organiser, orderId)).refunds.find(({ state }) => state === 'wanted')
    expect(await settle('done', hall.organiser, second?.id)).toEqual({ kind: 'settled' })
    const { rows } = await listOwed(organiser())
    expect(rows.find(({ organisationId }) => organisationId === booth.id)?.balanceMinor).toBe(0)
    await hall.placed(await hall.buyer(), hall.order(booth))
  })
})

test('refunds by the organiser alone, whole rupiah, never more than is left', async () => {
  const booth = await hall.booth()
  const { buyer, orderId } = await sentOrder(booth)
  const refund = (amountMinor: number | null, actor: Actor = hall.organiser) =>
    startRefund(hall.as(actor), { orderId, amountMinor, reason: 'damaged', note: 'pecah' })
  expect(await refund(100, buyer).catch(failed)).toBe('not-found')
  expect(await refund(100, booth.actor).catch(failed)).toBe('not-found')
  for (const amount of [0, -100, 150, 0.5, TOTAL + 100]) {
    expect(await refund(amount)).toEqual({ kind: 'bad-amount', leftMinor: TOTAL })
  }
  expect(await refund(1_000_000)).toMatchObject({ kind: 'wanted' })
  const both = await Promise.all([refund(null), refund(null)])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['bad-amount', 'wanted'])
  const seen = await view(buyer, orderId)
  expect(seen.refunds.map(({ amountMinor, note }) => [amountMinor, note])).toEqual([
    [1_000_000, null],
    [TOTAL - 1_000_000, null],
  ])
})

test('what is sent is paid out, less what goes back; the statement says each step', async () => {
  const booth = await hall.booth()
  await paidOrder(booth)
  expect(await pay(booth, 100)).toEqual({ kind: 'too-much', releasableMinor: 0 })
  const { orderId } = await sentOrder(booth)
  const started = await startRefund(organiser(), {
    orderId,
    amountMinor: 300_000,
    reason: 'goodwill',
    note: null,
  })
  expect(await pay(booth, TOTAL)).toEqual({ kind: 'too-much', releasableMinor: TOTAL - 300_000 })
  expect(await pay(booth, 150)).toEqual({ kind: 'bad-amount' })
  const paid = await pay(booth, TOTAL - 300_000, picture)
  expect(paid).toMatchObject({ kind: 'recorded' })
  const payoutId = 'payoutId' in paid ? paid.payoutId : ''
  expect((await readPayoutProof(hall.as(booth.actor), { payoutId })).contentType).toBe('image/webp')
  const other = await hall.booth()
  expect(await readPayoutProof(hall.as(other.actor), { payoutId }).catch(failed)).toBe('not-found')
  if (started.kind === 'wanted') {
    const { refundId } = started
    await settleTransferRefund(organiser(), { refundId, outcome: 'done', reference: 'BRI 3' })
  }

  const statement = await readStatement(hall.as(booth.actor), { month: '2026-11' })
  expect(statement).toMatchObject({
    openingMinor: 0,
    closingMinor: TOTAL,
    owed: { balanceMinor: TOTAL, waitingMinor: TOTAL, goingBackMinor: 0, releasableMinor: 0 },
    months: ['2026-11'],
  })
  expect(statement.lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['charge', TOTAL],
    ['charge', TOTAL],
    ['pay-out', -(TOTAL - 300_000)],
    ['refund', -300_000],
  ])
  expect(statement.lines[2]?.payout).toMatchObject({ reference: 'BRI 77', hasProof: true })
  const next = await readStatement(hall.as(hall.organiser), { organisationId: booth.id, month: '2026-12' })
  expect(next).toMatchObject({ openingMinor: TOTAL, lines: [], closingMinor: TOTAL })
  const others = { organisationId: booth.id }
  expect(await readStatement(hall.as(other.actor), others).catch(failed)).toBe('not-found')
  expect(await readStatement(hall.as(await hall.buyer()), {}).catch(failed)).toBe('forbidden')
})

test('the buyer tells once that it came and what it was like; the pesantren reads it where it may', async () => {
  const booth = await hall.booth()
  const { buyer, orderId } = await sentOrder(booth)
  const feedback = {
    quality: 'good',
    asDescribed: 'partly',
    next: 'order',
    note: 'Rapi',
    isShared: false,
  } as const
  const tell = (actor: Actor) => giveFeedback(hall.as(actor), { orderId, feedback })
  expect(await tell(buyer)).toEqual({ kind: 'not-received' })
  expect(await receiveOrder(hall.as(booth.actor), { orderId }).catch(failed)).toBe('not-found')
  expect(await receiveOrder(hall.as(buyer), { orderId })).toEqual({ kind: 'received' })
  expect(await tell(buyer)).toEqual({ kind: 'given' })
  expect(await tell(buyer)).toEqual({ kind: 'already' })
  expect((await view(buyer, orderId)).feedback).toEqual(feedback)
  expect((await view(booth.actor, orderId)).feedback).toBeNull()
})

test('a card paid twice is given back once, and a dispute takes the money and brings it back', async () => {
  const { db } = database.connection
  const [booth, buyer] = [await hall.booth(), await hall.buyer()]
  const orderId = await hall.placed(buyer, hall.order(booth, { way: 'card' }))
  const first = await hall.cardPayment(orderId)
  await first.tell(first.charged())
  expect((await first.tell(first.charged())).kind).toBe('nothing')
  const second = await hall.cardPayment(orderId)
  await second.tell(second.charged())
  const seen = await view(buyer, orderId)
  expect(seen).toMatchObject({ state: 'paid', paidMinor: TOTAL, payment: { id: first.id } })
  expect(seen.refunds).toMatchObject([{ reason: 'surplus', amountMinor: TOTAL, isSurplus: true }])
  expect((await view(booth.actor, orderId)).refunds).toEqual([])
  const wanted = await db.select().from(schema.outbox).where(eq(schema.outbox.topic, 'refund.wanted'))
  expect(wanted).toHaveLength(1)

  const dispute = (state: 'open' | 'won') =>
    first.charged({
      disputes: [
        {
          id: 'dp_1',
          amountMinor: TOTAL,
          feeMinor: 250_000,
          state,
          dueAt: hall.context.now,
          at: hall.context.now,
        },
      ],
    })
  await first.tell(dispute('open'))
  const owed = async () =>
    (await listOwed(organiser())).rows.find(({ organisationId }) => organisationId === booth.id)?.balanceMinor
  expect(await owed()).toBe(0)
  expect(await view(hall.organiser, orderId)).toMatchObject({ dispute: { state: 'open' }, actions: [] })
  await first.tell(dispute('won'))
  await first.tell(dispute('open'))
  expect(await owed()).toBe(TOTAL)
  expect((await view(hall.organiser, orderId)).dispute).toMatchObject({ state: 'won' })
  expect((await first.tell({ ...first.charged(), sessionId: 'cs_other' })).kind).toBe('not-ours')
})

test('a charge that is disputed twice is disputed until both have ended, each told as its own', async () => {
  const [booth, buyer] = [await hall.booth(), await hall.buyer()]
  const orderId = await hall.placed(buyer, hall.order(booth, { way: 'card' }))
  const card = await hall.cardPayment(orderId)
  const { now } = hall.context
  const dueAt = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const one = (id: string, amountMinor: number, state: 'open' | 'won' | 'lost', days: number) => ({
    id,
    amountMinor,
    feeMinor: 0,
    state,
    dueAt: dueAt(days),
    at: now,
  })
  const tell = (...disputes: ReturnType<typeof one>[]) => card.tell(card.charged({ disputes }))
  const [part, rest] = [2_000_000, TOTAL - 2_000_000]
  await tell(one('dp_a', part, 'open', 9))
  expect((await tell(one('dp_a', part, 'open', 9))).kind).toBe('nothing')
  await tell(one('dp_a', part, 'open', 9), one('dp_b', rest, 'open', 5))
  expect(await view(booth.actor, orderId)).toMatchObject({
    dispute: { state: 'open', dueAt: dueAt(5) },
    disputes: [
      { id: 'dp_a', state: 'open', amountMinor: part, dueAt: dueAt(9), mayGiveEvidence: true },
      { id: 'dp_b', state: 'open', amountMinor: rest, dueAt: dueAt(5), mayGiveEvidence: true },
    ],
  })
  // One is won: the other still holds the order.
  await tell(one('dp_a', part, 'won', 9), one('dp_b', rest, 'open', 5))
  await tell(one('dp_a', part, 'open', 9), one('dp_b', rest, 'open', 5))
  expect(await view(hall.organiser, orderId)).toMatchObject({
    dispute: { state: 'open', dueAt: dueAt(5) },
    disputes: [
      { id: 'dp_a', state: 'won' },
      { id: 'dp_b', state: 'open', mayGiveEvidence: false },
    ],
  })
  const tellsLost = () => tell(one('dp_a', part, 'won', 9), one('dp_b', rest, 'lost', 5))
  await tellsLost()
  expect((await tellsLost()).kind).toBe('nothing')
  const seen = await view(hall.organiser, orderId)
  expect(seen).toMatchObject({ dispute: { state: 'lost', dueAt: null }, disputes: [{}, { state: 'lost' }] })
  expect(seen.events.filter(({ kind }) => kind.startsWith('dispute')).map(({ kind }) => kind)).toEqual([
    'disputed',
    'disputed',
    'dispute-won',
    'dispute-lost',
  ])
  // What the bank tells is between it, the organiser and the pesantren.
  expect((await view(buyer, orderId)).disputes).toEqual([])
  expect(
    (await listOwed(organiser())).rows.find(({ organisationId }) => organisationId === booth.id)
      ?.balanceMinor,
  ).toBe(part)
})

test('a pesantren gives words and a picture against a dispute while it is open, and nobody else reads them', async () => {
  const [booth, other, buyer] = [await hall.booth(), await hall.booth(), await hall.buyer()]
  const orderId = await hall.placed(buyer, hall.order(booth, { way: 'card' }))
  const card = await hall.cardPayment(orderId)
  const { now } = hall.context
  const told = (state: 'open' | 'won') =>
    card.tell(
      card.charged({
        disputes: [{ id: 'dp_e', amountMinor: TOTAL, feeMinor: 0, state, dueAt: now, at: now }],
      }),
    )
  await told('open')
  const give = (actor: Actor, text: string, disputeId = 'dp_e') =>
    giveEvidence(hall.as(actor), { orderId, disputeId, text, picture: null })
  expect(await give(booth.actor, '  ')).toEqual({ kind: 'empty' })
  expect(await give(booth.actor, 'x'.repeat(2_001))).toEqual({ kind: 'too-long' })
  expect(await give(booth.actor, 'Dikirim 3 November, JNE 123.')).toEqual({ kind: 'given' })
  expect(await give(booth.actor, 'Dikirim 3 November, JNE 123.')).toEqual({ kind: 'given' })
  await expect(give(booth.actor, 'a', 'dp_x')).rejects.toMatchObject({ code: 'not-found' })
  for (const actor of [other.actor, buyer, hall.organiser])
    await expect(give(actor, 'a')).rejects.toMatchObject({ code: 'not-found' })
  for (const actor of [booth.actor, hall.organiser])
    expect((await view(actor, orderId)).disputes[0]?.evidence).toMatchObject([
      { text: 'Dikirim 3 November, JNE 123.', hasPicture: false },
    ])
  await told('won')
  expect(await give(booth.actor, 'Satu lagi')).toEqual({ kind: 'closed' })
})
