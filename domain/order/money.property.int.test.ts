import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { expectBooksBalance } from '~/test/setup/books'
import { MONEY_EVENTS, MoneyWorld } from '~/test/setup/money-world'
import { type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { listOwed } from './list-owed.server'

/** Hundreds were run when this was written; a few go with every change. */
const RUNS = 6

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
})
afterAll(() => database.drop())

/** A pesantren with four samples of a product and two that are free. */
async function world() {
  const { db } = database.connection
  const booth = await hall.booth({ onHand: 4, limitPerBuyer: 20 })
  const id = newId()
  const [product] = await db.select().from(schema.product).limit(1)
  if (!product) throw new Error('no product')
  const slug = `${booth.productSlug}-free`
  await db.insert(schema.product).values({ ...product, id, slug, organisationId: booth.id })
  await db.insert(schema.sampleOffer).values({
    productId: id,
    priceMinor: 0,
    size: { id: '50 g' },
    weightGrams: 80,
    limitPerBuyer: 20,
    onHand: 2,
    shipsHome: true,
    shipsAbroad: false,
    handsOver: true,
  })
  return { booth, money: new MoneyWorld(hall, booth, await hall.buyer()) }
}

const story = fc.array(fc.record({ event: fc.constantFrom(...MONEY_EVENTS), pick: fc.nat({ max: 11 }) }), {
  minLength: 20,
  maxLength: 45,
})

test('whatever happens in whatever order, the books balance, with the service’s too', async () => {
  const { db } = database.connection
  const charges: ReturnType<MoneyWorld['charges']> = []
  await fc.assert(
    fc.asyncProperty(story, async (events) => {
      const { booth, money } = await world()
      await money.happen('paid-card', 0)
      for (const { event, pick } of events) await money.happen(event, pick)
      await expectBooksBalance(db)
      await money.settle()
      charges.push(...money.charges())
      await expectBooksBalance(db, { charges })
      const { rows } = await listOwed(hall.as(hall.organiser))
      const owed = rows.find(({ organisationId }) => organisationId === booth.id)
      expect(owed?.releasableMinor ?? 0).toBeLessThanOrEqual(Math.max(0, owed?.balanceMinor ?? 0))
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  const rows = await db.select({ minor: schema.ledgerLine.amountMinor }).from(schema.ledgerLine)
  expect(rows.every(({ minor }) => Number.isSafeInteger(minor))).toBe(true)
}, 60_000)
