import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { expectBooksBalance } from '~/test/setup/books'
import { HOME_ADDRESS, type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { forgetOld } from '~/worker/forget-old'
import { askOwnCode } from '../account/ask-own-code.server'
import { deleteAccount } from '../account/delete-account.server'
import { CLOSE } from '../account/deletion'
import { erasePerson } from '../account/erase-person.server'
import { exportData } from '../account/export-data.server'
import { codeOf } from '../account/one-time-code.server'
import { ownPersonToChange } from '../account/own-person.server'
import { readDeletion } from '../account/read-deletion.server'
import { tellOrder } from '../message/tell-order.server'
import { mergeOrganisations } from '../organisation/merge-organisations.server'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { cancelLeftOrders } from './cancel-left-orders.server'
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

test('what was earned before two became one stands in the statements of the one that stays, months and chains back', async () => {
  const [first, second, last] = [await hall.booth(), await hall.booth(), await hall.booth()]
  const { now } = hall.context
  const earlier = new Date(now.getTime() - 40 * 86_400_000)
  const paidAt = async (booth: OrderBooth, at: Date) => {
    const orderId = await hall.placed(await hall.buyer(), hall.order(booth), at)
    await confirmTransfer(hall.as(hall.organiser, at), { orderId })
    return orderId
  }
  const old = await paidAt(first, earlier)
  const recent = await paidAt(second, now)
  const merge = (kept: OrderBooth, gone: OrderBooth) =>
    mergeOrganisations(hall.as(hall.organiser), { keptId: kept.id, goneId: gone.id })
  await merge(second, first)
  await merge(last, second)
  const statement = await readStatement(hall.as(last.actor), {})
  expect(statement.openingMinor).toBe(4_300_000)
  expect(statement.lines.map(({ kind, orderId }) => [kind, orderId])).toEqual([['charge', recent]])
  expect(statement.closingMinor).toBe(8_600_000)
  expect(statement.months).toHaveLength(2)
  const before = await readStatement(hall.as(last.actor), { month: statement.months[1] ?? null })
  expect(before.lines.map(({ kind, orderId, balanceMinor }) => [kind, orderId, balanceMinor])).toEqual([
    ['charge', old, 4_300_000],
  ])
  // And the organiser owes it to one alone.
  const asked = await readStatement(hall.as(hall.organiser), { organisationId: last.id })
  expect(asked.owed).toEqual(statement.owed)
  expect(statement.owed.balanceMinor).toBe(8_600_000)
})

test('a pesantren that closes is told what that calls off; its buyers get all of it back, once, and are told', async () => {
  const { db } = database.connection
  const booth = await hall.booth()
  const [buyer, other] = [await hall.buyer(), await hall.buyer()]
  const [paid, sent, open] = [await place(buyer, booth), await place(buyer, booth), await place(other, booth)]
  await pay(paid)
  await pay(sent)
  await send(booth, sent)
  const own = hall.as(booth.actor)
  await db
    .update(schema.person)
    .set({ email: 'pengurus@pesantren.id', emailVerified: true })
    .where(eq(schema.person.id, booth.actor.personId))
  expect((await readDeletion(own)).organisations[0]?.unsentOrders).toEqual({
    count: 2,
    refundMinor: 4_300_000,
  })

  const secret = 'of this test'
  const asked = await askOwnCode(own, { purpose: 'delete', locale: 'id', clientKey: newId(), secret })
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  const code = codeOf(asked.challenge, secret)
  const proof = { kind: 'code' as const, challenge: asked.challenge, code, clientKey: newId(), secret }
  // Nothing closes without its word.
  expect(await deleteAccount(own, { proof, choices: {} })).toMatchObject({ kind: 'undecided' })
  expect(await deleteAccount(own, { proof, choices: { [booth.id]: CLOSE } })).toEqual({ kind: 'deleted' })

  const system = { ...hall.context, actor: { kind: 'system' as const } }
  expect(await cancelLeftOrders(system)).toBe(2)
  expect(await cancelLeftOrders(system)).toBe(0)
  expect(await rowOf(paid)).toMatchObject({
    state: 'cancelled',
    refundedMinor: 4_300_000,
    endedBy: 'pesantren',
  })
  expect(await rowOf(open)).toMatchObject({ state: 'cancelled', refundedMinor: 0 })
  expect(await rowOf(sent)).toMatchObject({ state: 'sent', refundedMinor: 0 })
  const refunds = await db.select().from(schema.refund).where(eq(schema.refund.orderId, paid))
  expect(refunds.map(({ state, amountMinor, reason }) => [state, amountMinor, reason])).toEqual([
    ['wanted', 4_300_000, 'not-sent'],
  ])
  for (const orderId of [paid, open]) {
    const events = await db
      .select({ id: schema.sampleOrderEvent.id })
      .from(schema.sampleOrderEvent)
      .where(eq(schema.sampleOrderEvent.orderId, orderId))
    for (const { id: eventId } of events) await tellOrder(system, { orderId, eventId })
    const told = await db.select().from(schema.message).where(eq(schema.message.aboutId, orderId))
    expect(told.filter(({ template }) => template === 'order-ended')).toMatchObject([
      { variables: { how: 'cancelled', reason: 'pesantren-left', isOwn: false } },
    ])
  }
})
