import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { confirmTransfer } from '~/domain/order/confirm-transfer.server'
import { placeOrder } from '~/domain/order/place-order.server'
import { recordPayout } from '~/domain/order/record-payout.server'
import { sendOrder } from '~/domain/order/send-order.server'
import { newId } from '~/domain/shared/ids'
import { expectBooksBalance } from '../setup/books'
import { type OrderHall, orderHallIn } from '../setup/order-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase({ max: 25 })
  hall = await orderHallIn(database)
})
afterAll(() => database.drop())

const { sampleOffer, sampleOrder, payment } = schema
const nowOf = (index: number) => new Date(hall.context.now.getTime() + index)

test('50 buyers order and pay at once for the last 10 samples: 10 orders, each paid once', async () => {
  const { db } = database.connection
  const booth = await hall.booth({ onHand: 10 })
  const buyers = await Promise.all(Array.from({ length: 50 }, () => hall.buyer()))
  const outcomes = await Promise.all(
    buyers.map(async (buyer, index) => {
      const outcome = await placeOrder(hall.as(buyer, nowOf(index)), hall.order(booth, { way: 'card' }))
      if (outcome.kind !== 'placed') return outcome.kind
      const paying = await hall.cardPayment(outcome.orderId)
      // The webhook, the page that the buyer comes back to, and a look of the worker's.
      await Promise.all([1, 2, 3].map(() => paying.tell(paying.charged())))
      return 'paid'
    }),
  )
  expect(outcomes.filter((kind) => kind === 'paid')).toHaveLength(10)
  expect(outcomes.filter((kind) => kind === 'sold-out')).toHaveLength(40)
  const orders = await db.select({ state: sampleOrder.state }).from(sampleOrder)
  expect(orders).toHaveLength(10)
  expect(orders.every(({ state }) => state === 'paid')).toBe(true)
  expect(await db.select({ id: payment.id }).from(payment).where(eq(payment.state, 'paid'))).toHaveLength(10)
  const [offer] = await db.select().from(sampleOffer).where(eq(sampleOffer.productId, booth.productId))
  expect(offer?.onHand).toBe(0)
  await expectBooksBalance(db)
})

test('two organisers at once pay out what there is only once', async () => {
  const booth = await hall.booth()
  const orderId = await hall.placed(await hall.buyer(), hall.order(booth))
  await Promise.all([1, 2, 3].map(() => confirmTransfer(hall.as(hall.organiser), { orderId })))
  await sendOrder(hall.as(booth.actor), {
    orderId,
    fulfilment: { courier: 'JNE', tracking: 'X1' },
    photo: null,
  })
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map(() =>
      recordPayout(hall.as(hall.organiser), {
        token: newId(),
        organisationId: booth.id,
        amountMinor: 3_000_000,
        paidOn: '2026-11-22',
        reference: 'TRX 1',
        proof: null,
      }),
    ),
  )
  expect(outcomes.filter(({ kind }) => kind === 'recorded')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'too-much')).toHaveLength(3)
  await expectBooksBalance(database.connection.db)
})
