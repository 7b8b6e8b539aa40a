import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson } from '~/test/setup/actors'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { confirmTransfer } from './confirm-transfer.server'
import { listOwnOrders } from './list-own-orders.server'
import { packOrder } from './pack-order.server'
import { readOwnOffers } from './read-own-offers.server'
import { readParcelPhoto } from './read-parcel-photo.server'
import { readShippingRates } from './read-shipping-rates.server'
import { FIRST_OFFER } from './sample-offer.schema'
import { saveSampleOffer } from './save-sample-offer.server'
import { saveShippingRates } from './save-shipping-rates.server'
import { sendOrder } from './send-order.server'
import { setSampleStock } from './set-sample-stock.server'

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
}, 60_000)
afterAll(() => database.drop())

const FIELDS = { ...FIRST_OFFER, size: { id: '100 g' } }
const offerOf = async (booth: OrderBooth) =>
  (await readOwnOffers(hall.as(booth.actor), { locale: 'id', productId: booth.productId })).rows[0]
async function paidOrder(booth: OrderBooth) {
  const buyer = await hall.buyer()
  const orderId = await hall.placed(buyer, hall.order(booth))
  await confirmTransfer(hall.as(hall.organiser), { orderId })
  return { buyer, orderId }
}

test('what buyers took while an offer was changed stays taken', async () => {
  const booth = await hall.booth({ onHand: 10 })
  const shown = await offerOf(booth)
  expect(shown).toMatchObject({ version: 1, held: 0, offer: { onHand: 10 } })
  await hall.placed(
    await hall.buyer(),
    hall.order(booth, { lines: [{ slug: booth.productSlug, quantity: 2 }], shownTotalMinor: 6_800_000 }),
  )
  const seller = hall.as(booth.actor)
  const input = { productId: booth.productId, version: 1, onHandShown: 10, fields: { ...FIELDS, onHand: 25 } }
  expect(await saveSampleOffer(seller, input)).toEqual({ kind: 'saved', onHand: 23 })
  expect(await saveSampleOffer(seller, input)).toEqual({ kind: 'changed' })
  expect(await offerOf(booth)).toMatchObject({ version: 2, held: 2, offer: { onHand: 23 } })
  // Counted anew from the list: two that were there when it was shown are gone since.
  expect(await setSampleStock(seller, { productId: booth.productId, onHand: 30, shown: 25 })).toBe(28)
  expect(await setSampleStock(seller, { productId: booth.productId, onHand: 0, shown: 99 })).toBe(0)
})

test('offers and shipping prices are the pesantren’s own', async () => {
  const [booth, other] = [await hall.booth(), await hall.booth()]
  const reader = await addPerson(database, booth.id, 'pesantren', 'member')
  const input = { productId: booth.productId, version: 1, onHandShown: 0, fields: FIELDS }
  await expect(saveSampleOffer(hall.as(other.actor), input)).rejects.toMatchObject({ code: 'not-found' })
  await expect(saveSampleOffer(hall.as(reader), input)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    setSampleStock(hall.as(other.actor), { productId: booth.productId, onHand: 1, shown: 1 }),
  ).rejects.toMatchObject({ code: 'not-found' })

  const before = await readShippingRates(hall.as(reader))
  expect(before).toMatchObject({ mayWrite: false, rows: [{ zone: 'indonesia' }] })
  const rows = [{ zone: 'java' as const, upToGrams: 500, priceMinor: 1_000_000, days: null }]
  await expect(saveShippingRates(hall.as(reader), { basis: before.basis, rows })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const seller = hall.as(booth.actor)
  expect(await saveShippingRates(seller, { basis: before.basis, rows })).toEqual({ kind: 'saved' })
  // A page that was left open knows the table of before.
  expect(await saveShippingRates(seller, { basis: before.basis, rows: [] })).toEqual({ kind: 'changed' })
  expect((await readShippingRates(seller)).rows).toEqual(rows)
  expect((await readShippingRates(hall.as(other.actor))).rows).toHaveLength(1)
})

test('a sample is packed and sent by its pesantren alone, once, with a picture made anew', async () => {
  const [booth, other] = [await hall.booth(), await hall.booth()]
  const { buyer, orderId } = await paidOrder(booth)
  const seller = hall.as(booth.actor)
  const fulfilment = { courier: 'JNE', tracking: 'JX 1' }
  for (const stranger of [other.actor, buyer, hall.organiser])
    await expect(packOrder(hall.as(stranger), { orderId })).rejects.toMatchObject({ code: 'not-found' })
  const reader = await addPerson(database, booth.id, 'pesantren', 'member')
  await expect(packOrder(hall.as(reader), { orderId })).rejects.toMatchObject({ code: 'forbidden' })

  expect((await listOwnOrders(hall.as(reader), { tab: 'todo' })).rows).toMatchObject([
    { id: orderId, state: 'paid', daysLeft: 7, city: 'Garut', samples: 1 },
  ])
  expect(await packOrder(seller, { orderId })).toEqual({ kind: 'packed' })
  expect(await packOrder(seller, { orderId })).toEqual({ kind: 'refused', state: 'packed' })
  expect(await sendOrder(seller, { orderId, fulfilment, photo: Buffer.from('no picture') })).toMatchObject({
    kind: 'refused-file',
  })
  const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#666' } })
    .withExif({ IFD0: { Artist: 'whoever' } })
    .jpeg()
    .toBuffer()
  expect(await sendOrder(seller, { orderId, fulfilment, photo })).toEqual({ kind: 'sent' })
  expect(await sendOrder(seller, { orderId, fulfilment, photo: null })).toEqual({
    kind: 'refused',
    state: 'sent',
  })
  const file = await readParcelPhoto(hall.as(buyer), { orderId })
  expect(file.contentType).toBe('image/webp')
  expect(file.body.includes('whoever')).toBe(false)
  await expect(readParcelPhoto(hall.as(other.actor), { orderId })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await listOwnOrders(seller, { tab: 'todo' })).toMatchObject({
    rows: [],
    counts: { todo: 0, way: 1, unpaid: 0, over: 0 },
  })
  expect((await offerOf(booth))?.held).toBe(0)
})

test('given in person, it has no courier, whatever was typed', async () => {
  const booth = await hall.booth()
  const { orderId } = await paidOrder(booth)
  await sendOrder(hall.as(booth.actor), {
    orderId,
    fulfilment: { courier: null, tracking: null },
    photo: null,
  })
  const [row] = await database.connection.db
    .select()
    .from(schema.sampleOrder)
    .where(eq(schema.sampleOrder.id, orderId))
  expect(row).toMatchObject({ state: 'sent', holds: 'used', courier: null, trackingNumber: null })
})

test('a company has no samples of its own to offer', async () => {
  const id = await addCompany(database, 'offtaker', 'no-seller')
  const actor = await addPerson(database, id, 'offtaker')
  await expect(readOwnOffers(hall.as(actor), { locale: 'id' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listOwnOrders(hall.as(actor), { tab: 'todo' })).rejects.toMatchObject({ code: 'forbidden' })
})
