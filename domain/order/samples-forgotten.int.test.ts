import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { expectBooksBalance } from '~/test/setup/books'
import { HOME_ADDRESS, type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { forgetOld } from '~/worker/forget-old'
import { erasePerson } from '../account/erase-person.server'
import { exportData } from '../account/export-data.server'
import { ownPersonToChange } from '../account/own-person.server'
import { mergeOrganisations } from '../organisation/merge-organisations.server'
import type { Actor } from '../shared/context'
import { confirmTransfer } from './confirm-transfer.server'
import { lapseOrders } from './lapse-orders.server'
import { listOwnOrders } from './list-own-orders.server'
import { readStatement } from './read-statement.server'
import { sendOrder } from './send-order.server'

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
}, 60_000)
afterAll(async () => {
  await expectBooksBalance(database.connection.db)
  await database.drop()
})

const rowOf = async (orderId: string) =>
  (
    await database.connection.db.select().from(schema.sampleOrder).where(eq(schema.sampleOrder.id, orderId))
  )[0]
const place = (buyer: Actor, booth: OrderBooth) =>
  hall.placed(buyer, hall.order(booth, { note: 'Sebelum Jumat' }))
const pay = (orderId: string) => confirmTransfer(hall.as(hall.organiser), { orderId })
const send = (booth: OrderBooth, orderId: string) =>
  sendOrder(hall.as(booth.actor), { orderId, fulfilment: { courier: 'JNE', tracking: '1' }, photo: null })

test('who is deleted leaves no address behind, but for a parcel that is paid and not sent yet', async () => {
  const booth = await hall.booth()
  const buyer = await hall.buyer()
  const [sent, paid, open] = [await place(buyer, booth), await place(buyer, booth), await place(buyer, booth)]
  await pay(sent)
  await pay(paid)
  await send(booth, sent)
  const exported = await exportData(hall.as(buyer))
  expect(exported.sections.samples).toHaveLength(3)
  expect(JSON.stringify(exported.sections.samples)).toContain('Jl. Cimanuk 12')
  expect(exported.sections.sampleEvents.length).toBeGreaterThan(2)

  const { db } = database.connection
  await inTransaction(db, async (tx) => erasePerson(tx, hall.as(buyer), await ownPersonToChange(tx, buyer)))
  expect(await rowOf(sent)).toMatchObject({ deliverTo: null, buyerNote: null, state: 'sent' })
  expect((await rowOf(paid))?.deliverTo).toEqual(HOME_ADDRESS)
  // Nobody pays it any more: it lapses at once, and then it is forgotten too.
  const later = new Date(hall.context.now.getTime() + 60_000)
  await lapseOrders({ ...hall.context, now: later, actor: { kind: 'system' } })
  await forgetOld(db, later)
  expect(await rowOf(open)).toMatchObject({ state: 'lapsed', deliverTo: null, buyerNote: null })
  expect((await rowOf(paid))?.deliverTo).toEqual(HOME_ADDRESS)
  await send(booth, paid)
  await forgetOld(db, later)
  expect(await rowOf(paid)).toMatchObject({ state: 'sent', deliverTo: null, buyerNote: null })
})

test('what one pesantren sold and is owed goes over to the one that it becomes', async () => {
  const [kept, gone] = [await hall.booth(), await hall.booth()]
  const orderId = await place(await hall.buyer(), gone)
  await pay(orderId)
  const merged = await mergeOrganisations(hall.as(hall.organiser), { keptId: kept.id, goneId: gone.id })
  expect(merged).toEqual({ kind: 'merged', keptId: kept.id })
  expect((await listOwnOrders(hall.as(kept.actor), { tab: 'todo' })).rows.map(({ id }) => id)).toEqual([
    orderId,
  ])
  expect(await readStatement(hall.as(kept.actor), {})).toMatchObject({
    closingMinor: 4_300_000,
    owed: { balanceMinor: 4_300_000, releasableMinor: 0 },
  })
  await send(kept, orderId)
  expect((await readStatement(hall.as(kept.actor), {})).owed.releasableMinor).toBe(4_300_000)
  expect(
    await database.connection.db.$count(schema.shippingRate, eq(schema.shippingRate.organisationId, gone.id)),
  ).toBe(0)
})
