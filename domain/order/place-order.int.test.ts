import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { expectBooksBalance } from '~/test/setup/books'
import { HOME_ADDRESS, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { cancelOrder } from './cancel-order.server'
import { confirmTransfer } from './confirm-transfer.server'
import { lapseOrders } from './lapse-orders.server'
import { listOrders } from './list-orders.server'
import { TRANSFER_WAIT_MS } from './order-state'
import { placeOrder } from './place-order.server'
import { quoteOrder } from './quote-order.server'
import { readOrder } from './read-order.server'

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
})
afterAll(async () => {
  await expectBooksBalance(database.connection.db)
  await database.drop()
})

const left = async (productId: string) => {
  const [offer] = await database.connection.db
    .select({ onHand: schema.sampleOffer.onHand })
    .from(schema.sampleOffer)
    .where(eq(schema.sampleOffer.productId, productId))
  return offer?.onHand
}
const system = (now: Date) => ({ ...hall.context, actor: { kind: 'system' as const }, now })
const DAY_MS = 86_400_000
const days = (count: number) => new Date(hall.context.now.getTime() + count * DAY_MS)

describe('placing', () => {
  test('keeps its samples back, once however often the form is sent', async () => {
    const [booth, buyer] = [await hall.booth({ onHand: 5 }), await hall.buyer()]
    const input = hall.order(booth)
    const outcomes = await Promise.all([1, 2, 3].map(() => placeOrder(hall.as(buyer), input)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'placed'])
    expect(await left(booth.productId)).toBe(4)
    const list = await listOrders(hall.as(buyer), { as: 'buyer' })
    expect(list.orders).toMatchObject([{ state: 'awaiting', totalMinor: 4_300_000 }])
  })

  test('says what isn’t as the page showed it', async () => {
    const [booth, buyer] = [await hall.booth({ onHand: 2, limitPerBuyer: 1 }), await hall.buyer()]
    const place = (change: Parameters<OrderHall['order']>[1]) =>
      placeOrder(hall.as(buyer), hall.order(booth, change))
    const of = (quantity: number) => ({ lines: [{ slug: booth.productSlug, quantity }] })
    expect(await place({ shownTotalMinor: 4_200_000 })).toMatchObject({ kind: 'changed', gone: [] })
    expect(await place({ lines: [{ slug: 'nothing', quantity: 1 }] })).toMatchObject({
      kind: 'changed',
      gone: ['nothing'],
    })
    expect(await place(of(3))).toEqual({ kind: 'sold-out', slug: booth.productSlug, left: 2 })
    expect(await place(of(2))).toEqual({ kind: 'over-limit', slug: booth.productSlug, left: 1 })
    expect(await place({ address: { ...HOME_ADDRESS, countryCode: 'AE' } })).toEqual({ kind: 'ask' })
    expect(await place({ address: null })).toMatchObject({ kind: 'changed' })
    expect(await place({ boothSlug: 'nowhere' })).toEqual({ kind: 'closed' })
    expect(await left(booth.productId)).toBe(2)
  })

  test('one buyer has no more than the limit, alone or with colleagues, until it lapses', async () => {
    const booth = await hall.booth({ limitPerBuyer: 1 })
    const buyer = await hall.buyer({ company: true })
    const first = await hall.placed(buyer, hall.order(booth))
    const over = { kind: 'over-limit', slug: booth.productSlug, left: 0 }
    expect(await placeOrder(hall.as(buyer), hall.order(booth))).toEqual(over)
    const alone = { ...buyer, organisationId: null, memberships: [] }
    expect(await placeOrder(hall.as(alone), hall.order(booth))).toEqual(over)
    await cancelOrder(hall.as(buyer), { orderId: first, reason: null })
    expect(await placeOrder(hall.as(buyer), hall.order(booth))).toMatchObject({ kind: 'placed' })
  })

  test('sample people and real booths never deal, nobody buys from themselves, and visitors sign in', async () => {
    const [booth, invented] = [await hall.booth(), await hall.booth({}, { isSample: true })]
    const [real, sample] = [await hall.buyer(), await hall.buyer({ isSample: true })]
    expect(await placeOrder(hall.as(real), hall.order(invented))).toEqual({ kind: 'not-here' })
    expect(await placeOrder(hall.as(sample), hall.order(booth))).toEqual({ kind: 'not-here' })
    expect(await placeOrder(hall.as(booth.actor), hall.order(booth))).toMatchObject({ kind: 'unproven' })
    await database.connection.db
      .update(schema.person)
      .set({ email: 'self@example.com', emailVerified: true })
      .where(eq(schema.person.id, booth.actor.personId))
    expect(await placeOrder(hall.as(booth.actor), hall.order(booth))).toEqual({ kind: 'not-here' })
    expect(await placeOrder(hall.as(sample), hall.order(invented))).toMatchObject({ kind: 'placed' })
    await expect(placeOrder(hall.as({ kind: 'visitor' }), hall.order(booth))).rejects.toThrow('forbidden')
    await expect(placeOrder(hall.as(hall.organiser), hall.order(booth))).rejects.toThrow('forbidden')
  })

  test('what is free is paid at once; a card needs somebody who takes it', async () => {
    const [booth, buyer] = [await hall.booth({ priceMinor: 0 }), await hall.buyer()]
    const free = { shownTotalMinor: 0, delivery: 'hand-over' as const, address: null }
    const id = await hall.placed(buyer, hall.order(booth, free))
    const view = await readOrder(hall.as(buyer), { id, locale: 'id' })
    expect(view).toMatchObject({ state: 'paid', way: 'free', payment: null })
    expect(view.events.map(({ kind }) => kind)).toEqual(['placed', 'paid'])
    const { cards: _, ...without } = hall.as(buyer)
    const byCard = await placeOrder(without, hall.order(booth, { way: 'card', shownTotalMinor: 1_800_000 }))
    expect(byCard).toEqual({ kind: 'no-way', way: 'card' })
  })

  test('a quote is the same for everybody, but counts what the buyer had', async () => {
    const [booth, buyer] = [await hall.booth({ limitPerBuyer: 1 }), await hall.buyer()]
    await hall.placed(buyer, hall.order(booth))
    const { lines, delivery, address } = hall.order(booth)
    const asked = { boothSlug: booth.slug, lines, delivery, address }
    const visitor = await quoteOrder(hall.as({ kind: 'visitor' }), asked)
    expect(visitor).toMatchObject({ isSameKind: null, quote: { totalMinor: 4_300_000, problems: [] } })
    const own = await quoteOrder(hall.as(buyer), asked)
    expect(own).toMatchObject({ isSameKind: true, quote: { problems: [{ kind: 'over-limit', left: 0 }] } })
  })
})

describe('lapsing', () => {
  test('gives the samples back once; a transfer that comes late revives it, or goes back', async () => {
    const [booth, buyer] = [await hall.booth({ onHand: 1 }), await hall.buyer()]
    const first = await hall.placed(buyer, hall.order(booth))
    const late = new Date(hall.context.now.getTime() + TRANSFER_WAIT_MS)
    await Promise.all([lapseOrders(system(late)), lapseOrders(system(late))])
    expect(await left(booth.productId)).toBe(1)
    const second = await hall.placed(await hall.buyer(), hall.order(booth), late)

    const organiser = hall.as(hall.organiser, late)
    expect(await confirmTransfer(organiser, { orderId: first })).toEqual({ kind: 'surplus' })
    const gone = await readOrder(hall.as(buyer, late), { id: first, locale: 'id' })
    expect(gone).toMatchObject({
      state: 'lapsed',
      payment: { state: 'surplus' },
      refunds: [{ reason: 'surplus', state: 'wanted', amountMinor: 4_300_000 }],
    })
    // Nobody else took the second one's samples.
    const later = new Date(late.getTime() + TRANSFER_WAIT_MS)
    await lapseOrders(system(later))
    expect(await confirmTransfer(hall.as(hall.organiser, later), { orderId: second })).toEqual({
      kind: 'paid',
    })
    expect(await left(booth.productId)).toBe(0)
    expect(await confirmTransfer(organiser, { orderId: second })).toMatchObject({ kind: 'refused' })
  })
})

describe('who reads', () => {
  test('its buyer and colleagues, its pesantren, the organiser of its kind, and nobody else', async () => {
    const [booth, other] = [await hall.booth(), await hall.booth()]
    const buyer = await hall.buyer({ company: true })
    const orderId = await hall.placed(buyer, hall.order(booth))
    const colleague = { ...buyer, personId: newId() }
    const reads = (actor: Parameters<OrderHall['as']>[0]) =>
      readOrder(hall.as(actor), { id: orderId, locale: 'id' }).then(
        ({ viewer }) => viewer,
        (error) => (error instanceof Error ? error.message : ''),
      )
    expect(await reads(buyer)).toBe('buyer')
    expect(await reads(colleague)).toBe('buyer')
    expect(await reads(booth.actor)).toBe('pesantren')
    expect(await reads(hall.organiser)).toBe('organiser')
    expect(await reads(other.actor)).toBe('not-found')
    expect(await reads(await hall.buyer())).toBe('not-found')
    expect(await reads({ kind: 'visitor' })).toBe('forbidden')
    const [membership] = hall.organiser.memberships
    const inventor = { ...hall.organiser, memberships: membership ? [{ ...membership, isSample: true }] : [] }
    expect(await reads(inventor)).toBe('not-found')

    const counts = (actor: Parameters<OrderHall['as']>[0], as: 'buyer' | 'pesantren' | 'organiser') =>
      listOrders(hall.as(actor), { as }).then(({ total }) => total)
    expect(await counts(other.actor, 'pesantren')).toBe(0)
    expect(await counts(booth.actor, 'pesantren')).toBe(1)
    expect(await counts(booth.actor, 'buyer')).toBe(0)
    expect(await counts(booth.actor, 'organiser')).toBe(0)
    expect(await counts(colleague, 'buyer')).toBe(1)
    const found = await listOrders(hall.as(hall.organiser), { as: 'organiser', q: `Pesantren ${booth.slug}` })
    expect(found.total).toBe(1)
  })

  test('the pesantren reads the address from paid until 90 days after it was received', async () => {
    const [booth, buyer] = [await hall.booth(), await hall.buyer()]
    const orderId = await hall.placed(buyer, hall.order(booth))
    const address = (actor: Parameters<OrderHall['as']>[0], now = hall.context.now) =>
      readOrder(hall.as(actor, now), { id: orderId, locale: 'id' }).then((view) => [
        view.deliverTo?.name ?? null,
        view.buyerPhone,
        view.addressHidden,
      ])
    expect(await address(booth.actor)).toEqual([null, null, 'not-yet'])
    expect(await address(hall.organiser)).toEqual([null, null, 'not-yet'])
    await confirmTransfer(hall.as(hall.organiser), { orderId })
    const shown = ['Siti Aminah', '+6281234567890', null]
    expect(await address(booth.actor)).toEqual(shown)
    await database.connection.db.execute(sql`
      update sample_order set state = 'received', holds = 'used', sent_at = now(), received_at = ${hall.context.now.toISOString()}::timestamptz
      where id = ${orderId}`)
    expect(await address(booth.actor, days(90))).toEqual(shown)
    expect(await address(booth.actor, days(91))).toEqual([null, null, 'over'])
    expect(await address(buyer, days(91))).toEqual(shown)
  })
})
