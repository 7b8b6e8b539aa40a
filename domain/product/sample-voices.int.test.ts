import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { confirmTransfer } from '../order/confirm-transfer.server'
import { giveFeedback } from '../order/give-feedback.server'
import type { Feedback } from '../order/order-view'
import { receiveOrder } from '../order/receive-order.server'
import { sendOrder } from '../order/send-order.server'
import type { Actor } from '../shared/context'
import { readOffers } from '../shared/offers.server'
import { listOwnReadiness } from './list-own-readiness.server'
import { listReadiness } from './list-readiness.server'

let database: TestDatabase
let hall: OrderHall
let queries: string[] = []
beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  hall = await orderHallIn(database)
}, 60_000)
afterAll(() => database.drop())

const GOOD: Feedback = { quality: 'good', asDescribed: 'yes', next: 'order', note: null, isShared: true }
const BAD: Feedback = { quality: 'poor', asDescribed: 'no', next: 'no', note: null, isShared: true }
const MINUTE = 60_000
let minutes = 0

/** Ordered, paid, sent, received, and judged. */
async function judged(booth: OrderBooth, buyer: Actor, feedback: Feedback) {
  const now = new Date(hall.context.now.getTime() + ++minutes * MINUTE)
  const orderId = await hall.placed(buyer, hall.order(booth), now)
  await confirmTransfer(hall.as(hall.organiser, now), { orderId })
  await sendOrder(hall.as(booth.actor, now), {
    orderId,
    fulfilment: { courier: 'JNE', tracking: '1' },
    photo: null,
  })
  await receiveOrder(hall.as(buyer, now), { orderId })
  expect(await giveFeedback(hall.as(buyer, now), { orderId, feedback })).toEqual({ kind: 'given' })
}

const own = async (booth: OrderBooth) =>
  (await listOwnReadiness(hall.as(booth.actor), { locale: 'id' })).rows.find(
    ({ id }) => id === booth.productId,
  )
const voicesOf = async (booth: OrderBooth) =>
  (await readOffers(database.connection.db, { productIds: [booth.productId] }, hall.context.now))[0]?.voices

test('a sample that nobody tried changes neither what is asked nor what the matching knows', async () => {
  const booth = await hall.booth()
  const before = await own(booth)
  expect(before?.samples).toMatchObject({ standing: 'waiting', tried: 0 })
  expect(await voicesOf(booth)).toBeNull()
  await judged(booth, await hall.buyer(), GOOD)
  const after = await own(booth)
  // The step is one that isn't asked: what is missing, and with it the level, stays what it was.
  expect([after?.done, after?.missing]).toEqual([before?.done, before?.missing])
  expect(after?.samples).toMatchObject({ standing: 'pleased', tried: 1, pleased: 1, disappointed: 0 })
  expect(await voicesOf(booth)).toEqual({ tried: 1, pleased: 1, disappointed: 0 })
})

test('a buyer has one voice, the latest; a company’s people are one buyer', async () => {
  const booth = await hall.booth()
  const [buyer, company] = [await hall.buyer(), await hall.buyer({ company: true })]
  await judged(booth, buyer, GOOD)
  await judged(booth, buyer, BAD)
  await judged(booth, company, GOOD)
  await judged(booth, company, GOOD)
  expect(await voicesOf(booth)).toEqual({ tried: 2, pleased: 1, disappointed: 1 })
  expect((await own(booth))?.samples.standing).toBe('mixed')
})

test('what a buyer wants the organiser alone to read reaches neither pesantren nor matching', async () => {
  const booth = await hall.booth()
  await judged(booth, await hall.buyer(), { ...BAD, isShared: false })
  expect(await voicesOf(booth)).toBeNull()
  expect((await own(booth))?.samples.standing).toBe('waiting')
  const told = await listReadiness(hall.as(hall.organiser), {
    step: null,
    sample: 'disappointed',
    page: 1,
    locale: 'id',
  })
  expect(told.rows.map(({ id }) => id)).toEqual([booth.productId])
})

test('the organiser looks for goods by how that falls, ready ones too, in two queries for all of them', async () => {
  const closed = await hall.booth()
  await database.connection.db
    .update(schema.sampleOffer)
    .set({ state: 'closed' })
    .where(eq(schema.sampleOffer.productId, closed.productId))
  const list = async (sample: 'pleased' | 'not-offered' | 'waiting') => {
    queries = []
    const { rows } = await listReadiness(hall.as(hall.organiser), {
      step: null,
      sample,
      page: 1,
      locale: 'id',
    })
    expect(queries).toHaveLength(2)
    return rows
  }
  expect((await list('not-offered')).map(({ id }) => id)).toEqual([closed.productId])
  expect((await list('pleased')).every(({ samples }) => samples.standing === 'pleased')).toBe(true)
  expect(await list('pleased')).not.toHaveLength(0)
  const productIds = (
    await listReadiness(hall.as(hall.organiser), { step: null, page: null, locale: 'id' })
  ).rows.map(({ id }) => id)
  expect(productIds.length).toBeGreaterThan(3)
  queries = []
  await readOffers(database.connection.db, { productIds }, hall.context.now)
  expect(queries).toHaveLength(1)
})
