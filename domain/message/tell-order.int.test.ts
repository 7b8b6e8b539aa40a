import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addPerson } from '~/test/setup/actors'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { cancelOrder } from '../order/cancel-order.server'
import { confirmTransfer } from '../order/confirm-transfer.server'
import { lapseOrders } from '../order/lapse-orders.server'
import { packOrder } from '../order/pack-order.server'
import { sendOrder } from '../order/send-order.server'
import type { Actor } from '../shared/context'
import { isStillDue } from './is-still-due.server'
import { queueOrderReminders } from './queue-order-reminders.server'
import { tellOrder } from './tell-order.server'

const HOUR = 3_600_000
let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
}, 60_000)
afterAll(() => database.drop())

const at = (hours: number) => new Date(hall.context.now.getTime() + hours * HOUR)

/** What the worker does with all that has happened to an order; twice, as after a crash. */
async function tellAll(orderId: string, now = hall.context.now) {
  const events = await database.connection.db
    .select({ id: schema.sampleOrderEvent.id })
    .from(schema.sampleOrderEvent)
    .where(eq(schema.sampleOrderEvent.orderId, orderId))
    .orderBy(asc(schema.sampleOrderEvent.id))
  for (const { id: eventId } of [...events, ...events])
    await tellOrder({ ...hall.context, now, actor: { kind: 'system' } }, { orderId, eventId })
}

async function messages(orderId: string) {
  const rows = await database.connection.db
    .select()
    .from(schema.message)
    .where(eq(schema.message.aboutId, orderId))
    .orderBy(asc(schema.message.createdAt), asc(schema.message.id))
  return rows
}
const said = async (orderId: string, to?: Actor) =>
  (await messages(orderId))
    .filter(
      ({ personId, state }) =>
        state !== 'void' && (!to || (to.kind === 'person' && personId === to.personId)),
    )
    .map(({ template }) => template)

async function ordered(booth: OrderBooth) {
  const buyer = await hall.buyer()
  return { buyer, orderId: await hall.placed(buyer, hall.order(booth)) }
}

test('each step is told to whom it concerns, once, without the buyer’s name or address', async () => {
  const booth = await hall.booth()
  const editor = await addPerson(database, booth.id, 'pesantren', 'editor', { locale: 'en' })
  await addPerson(database, booth.id, 'pesantren', 'member')
  const { buyer, orderId } = await ordered(booth)
  await tellAll(orderId)
  expect(await said(orderId)).toEqual([])
  await confirmTransfer(hall.as(hall.organiser), { orderId })
  await tellAll(orderId)
  expect(await said(orderId, booth.actor)).toEqual(['order-new'])
  expect(await said(orderId, editor)).toEqual(['order-new'])
  expect(await said(orderId, buyer)).toEqual(['order-paid'])
  await packOrder(hall.as(booth.actor), { orderId })
  await tellAll(orderId)
  await sendOrder(hall.as(booth.actor), {
    orderId,
    fulfilment: { courier: 'JNE', tracking: 'JX 1' },
    photo: null,
  })
  await tellAll(orderId)
  // What waited and was overtaken has become void: it is on its way, not packed, and nothing is to be packed.
  expect(await said(orderId, buyer)).toEqual(['order-paid', 'order-sent'])
  expect(await said(orderId, booth.actor)).toEqual([])
  const rows = await messages(orderId)
  expect(rows.find(({ template }) => template === 'order-sent')?.variables).toMatchObject({
    number: expect.stringMatching(/^S-\d{6}$/),
    courier: 'JNE',
    tracking: 'JX 1',
  })
  expect(JSON.stringify(rows)).not.toMatch(/Siti|Cimanuk|buyer-/)
})

test('an order that was never paid ends without the pesantren hearing of it; a cancelled one tells the other side', async () => {
  const booth = await hall.booth()
  const lapsed = await ordered(booth)
  await lapseOrders({ ...hall.context, now: at(80), actor: { kind: 'system' } })
  await tellAll(lapsed.orderId, at(80))
  expect(await said(lapsed.orderId)).toEqual(['order-ended'])
  expect(await said(lapsed.orderId, lapsed.buyer)).toEqual(['order-ended'])

  const byBuyer = await ordered(booth)
  await confirmTransfer(hall.as(hall.organiser), { orderId: byBuyer.orderId })
  await tellAll(byBuyer.orderId)
  await cancelOrder(hall.as(byBuyer.buyer), { orderId: byBuyer.orderId, reason: null })
  await tellAll(byBuyer.orderId)
  expect(await said(byBuyer.orderId, booth.actor)).toEqual(['order-ended'])
  expect(await said(byBuyer.orderId, byBuyer.buyer)).toEqual([])

  const byBooth = await ordered(booth)
  await cancelOrder(hall.as(booth.actor), { orderId: byBooth.orderId, reason: 'Stok rusak' })
  await tellAll(byBooth.orderId)
  expect((await messages(byBooth.orderId)).map(({ variables }) => variables)).toMatchObject([
    { how: 'cancelled', reason: 'Stok rusak', isOwn: false },
  ])
})

test('a transfer is reminded of a day before its end, sending after three days; each once, and only while it is true', async () => {
  const booth = await hall.booth()
  const { buyer, orderId } = await ordered(booth)
  const remind = (hours: number) => queueOrderReminders({ ...hall.context, now: at(hours) })
  await remind(40)
  expect(await said(orderId)).toEqual([])
  await remind(50)
  await remind(51)
  expect(await said(orderId, buyer)).toEqual(['order-transfer-due'])
  await confirmTransfer(hall.as(hall.organiser, at(52)), { orderId })
  const due = await isStillDue(database.connection.db, await messages(orderId), at(52))
  expect([...due.values()]).toEqual(['order-paid'])
  await remind(52 + 71)
  expect(await said(orderId, booth.actor)).toEqual([])
  await remind(52 + 73)
  await remind(52 + 74)
  expect(await said(orderId, booth.actor)).toEqual(['order-send-due'])
})

test('of the sample all is written as a demonstration', async () => {
  const booth = await hall.booth({}, { isSample: true })
  const buyer = await hall.buyer({ isSample: true })
  const orderId = await hall.placed(buyer, hall.order(booth))
  await cancelOrder(hall.as(booth.actor), { orderId, reason: 'Habis' })
  await tellAll(orderId)
  expect((await messages(orderId)).map(({ state }) => state)).toEqual(['demonstration'])
})

test('the owners of the company that it was ordered for hear what its buyer hears, as of its meetings', async () => {
  const booth = await hall.booth()
  const buyer = await hall.buyer({ company: true })
  const companyId = buyer.organisationId ?? ''
  const owner = await addPerson(database, companyId, 'offtaker', 'owner')
  const colleague = await addPerson(database, companyId, 'offtaker', 'editor')
  const orderId = await hall.placed(buyer, hall.order(booth))
  await confirmTransfer(hall.as(hall.organiser), { orderId })
  await tellAll(orderId)
  expect(await said(orderId, buyer)).toEqual(['order-paid'])
  expect(await said(orderId, owner)).toEqual(['order-paid'])
  expect(await said(orderId, colleague)).toEqual([])
})

test('a pesantren is told when its buyer’s bank objects and how it decided; the first no longer when it has', async () => {
  const booth = await hall.booth()
  const buyer = await hall.buyer()
  const orderId = await hall.placed(buyer, hall.order(booth, { way: 'card' }))
  const card = await hall.cardPayment(orderId)
  const dispute = (id: string, state: 'open' | 'won' | 'lost') => ({
    id,
    amountMinor: 2_000_000,
    feeMinor: 0,
    state,
    dueAt: at(200),
    at: at(0),
  })
  const tell = async (...disputes: ReturnType<typeof dispute>[]) => {
    await card.tell(card.charged({ disputes }))
    await tellAll(orderId)
  }
  await tell(dispute('dp_1', 'open'))
  const told = async () => (await messages(orderId)).filter(({ template }) => template === 'order-disputed')
  expect(await told()).toMatchObject([
    {
      personId: booth.actor.personId,
      state: 'waiting',
      variables: { disputeId: 'dp_1', amountMinor: 2_000_000, dueAt: at(200).toISOString() },
    },
  ])
  const due = async (now: Date) => [...(await isStillDue(database.connection.db, await told(), now)).values()]
  expect(await due(at(1))).toEqual([true])
  expect(await due(at(201))).toEqual(['over'])
  // Another one is another message; the end of the first leaves it.
  await tell(dispute('dp_1', 'open'), dispute('dp_2', 'open'))
  await tell(dispute('dp_1', 'lost'), dispute('dp_2', 'open'))
  expect(await due(at(1))).toEqual(['answered', true])
  expect((await told()).map(({ state }) => state)).toEqual(['void', 'waiting'])
  expect(await said(orderId, booth.actor)).toEqual(['order-new', 'order-disputed', 'order-dispute-ended'])
  await tell(dispute('dp_1', 'lost'), dispute('dp_2', 'won'))
  const ended = (await messages(orderId)).filter(({ template }) => template === 'order-dispute-ended')
  expect(ended.map(({ variables }) => variables.how)).toEqual(['lost', 'won'])
  expect((await said(orderId, buyer)).filter((template) => template.includes('dispute'))).toEqual([])
})
