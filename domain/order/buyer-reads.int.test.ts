import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson } from '~/test/setup/actors'
import { HOME_ADDRESS, type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { cancelOrder } from './cancel-order.server'
import { confirmTransfer } from './confirm-transfer.server'
import { findSampled } from './find-sampled.server'
import { giveFeedback } from './give-feedback.server'
import { listOrders } from './list-orders.server'
import { orderNumber } from './order-number'
import { readCart } from './read-cart.server'
import { readLastAddress } from './read-last-address.server'
import { readOrder } from './read-order.server'
import { readParcelPhoto } from './read-parcel-photo.server'
import { readProof } from './read-proof.server'
import { readSampleOffer } from './read-sample-offer.server'
import { receiveOrder } from './receive-order.server'
import { rejectProof } from './reject-proof.server'
import { sendOrder } from './send-order.server'
import { sendProof } from './send-proof.server'
import { startRefund } from './start-refund.server'

let database: TestDatabase
let hall: OrderHall
let invented: Actor
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
  const company = await addCompany(database, 'organiser', 'invented', { isSample: true })
  invented = await addPerson(database, company, 'organiser', 'owner', { isSample: true })
})
afterAll(() => database.drop())

const failed = (error: unknown) => (error instanceof Error ? error.message : '')
const visitor = { kind: 'visitor' } as const
const hide = (booth: OrderBooth) =>
  database.connection.db
    .update(schema.product)
    .set({ state: 'hidden' })
    .where(eq(schema.product.id, booth.productId))
const shut = (booth: OrderBooth) =>
  database.connection.db
    .update(schema.participation)
    .set({ closedAt: hall.context.now })
    .where(eq(schema.participation.organisationId, booth.id))

test('a cart has today’s prices by pesantren, and says at each line what can’t be had', async () => {
  const [one, few, none, over] = [
    await hall.booth({ size: { id: '100 g', en: '100 grams' } }),
    await hall.booth({ onHand: 2, limitPerBuyer: 3 }),
    await hall.booth({ onHand: 0 }),
    await hall.booth({ state: 'closed' }),
  ]
  const [hidden, closed] = [await hall.booth(), await hall.booth()]
  await hide(hidden)
  await shut(closed)
  const all = [one, few, none, over, hidden, closed]
  const items = [
    ...all.map((booth) => ({ slug: booth.productSlug, quantity: 3 })),
    { slug: 'no', quantity: 1 },
  ]
  const cart = await readCart(hall.as(visitor), { items, locale: 'en' })
  expect(cart.gone).toEqual([hidden.productSlug, closed.productSlug, 'no'])
  expect(
    cart.groups.map(({ booth, isReady, itemsMinor, lines }) => [
      booth.slug,
      isReady,
      itemsMinor,
      lines.map(({ problem, most, left }) => [problem, most, left]),
    ]),
  ).toEqual([
    [one.slug, true, 7_500_000, [[null, 5, 100]]],
    [few.slug, false, 7_500_000, [['too-many', 2, 2]]],
    [none.slug, false, 0, [['sold-out', 0, 0]]],
    [over.slug, false, 0, [['gone', 0, 0]]],
  ])
  expect(cart.groups[0]?.lines[0]).toMatchObject({
    size: { text: '100 grams', lang: 'en' },
    priceMinor: 2_500_000,
    lineMinor: 7_500_000,
  })
  expect(cart.groups[1]?.lines[0]?.size).toEqual({ text: '100 g', lang: 'id' })
  expect(await readCart(hall.as(visitor), { items: [], locale: 'en' })).toEqual({ groups: [], gone: [] })

  const offer = (booth: OrderBooth) =>
    readSampleOffer(hall.as(visitor), { slug: booth.productSlug, locale: 'ar' })
  expect(await offer(one)).toMatchObject({ priceMinor: 2_500_000, limit: 5, left: 100, handsOver: true })
  expect(await offer(none)).toMatchObject({ left: 0 })
  for (const booth of [over, hidden, closed]) expect(await offer(booth)).toBeNull()
  const slugs = all.slice(0, 5).map(({ productSlug }) => productSlug)
  expect((await findSampled(hall.as(visitor), { slugs })).sort()).toEqual(
    [one.productSlug, few.productSlug].sort(),
  )
})

describe('an order is nobody else’s', () => {
  test('to read or to change: for all others it isn’t there', async () => {
    const [booth, elsewhere] = [await hall.booth(), await hall.booth()]
    const buyer = await hall.buyer({ company: true })
    const company = buyer.organisationId ?? ''
    const colleague = await addPerson(database, company, 'offtaker', 'member')
    const orderId = await hall.placed(buyer, hall.order(booth))
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    await sendProof(hall.as(buyer), { orderId, bytes })

    // Who has left the company, and acts for nobody or for another, is still the buyer of what they bought.
    const otherCompany = await hall.buyer({ company: true })
    const moved = {
      ...buyer,
      organisationId: otherCompany.organisationId,
      memberships: otherCompany.memberships,
    }
    // Who belongs to the company and acts for another now isn't there for it.
    const elsewhereNow = {
      ...moved,
      personId: colleague.personId,
      memberships: [...moved.memberships, ...buyer.memberships],
    }
    const viewer = (actor: Actor) =>
      readOrder(hall.as(actor), { id: orderId, locale: 'id' }).then((view) => view.viewer, failed)
    expect(await Promise.all([buyer, colleague, moved].map(viewer))).toEqual(['buyer', 'buyer', 'buyer'])

    const strangers: Record<string, Actor> = {
      buyer: await hall.buyer(),
      company: otherCompany,
      'member elsewhere': elsewhereNow,
      pesantren: elsewhere.actor,
      'organiser of the invented hall': invented,
    }
    const feedback = { quality: 'good', asDescribed: 'yes', next: 'no', note: null, isShared: true } as const
    const uses: Record<string, (actor: Actor) => Promise<unknown>> = {
      readOrder: (actor) => readOrder(hall.as(actor), { id: orderId, locale: 'id' }),
      readProof: (actor) => readProof(hall.as(actor), { orderId }),
      readParcelPhoto: (actor) => readParcelPhoto(hall.as(actor), { orderId }),
      cancelOrder: (actor) => cancelOrder(hall.as(actor), { orderId, reason: null }),
      sendProof: (actor) => sendProof(hall.as(actor), { orderId, bytes }),
      receiveOrder: (actor) => receiveOrder(hall.as(actor), { orderId }),
      giveFeedback: (actor) => giveFeedback(hall.as(actor), { orderId, feedback }),
      confirmTransfer: (actor) => confirmTransfer(hall.as(actor), { orderId }),
      rejectProof: (actor) => rejectProof(hall.as(actor), { orderId, reason: 'x' }),
      startRefund: (actor) =>
        startRefund(hall.as(actor), { orderId, amountMinor: null, reason: 'goodwill', note: null }),
    }
    for (const [what, use] of Object.entries(uses)) {
      for (const [who, actor] of Object.entries(strangers))
        expect([what, who, await use(actor).catch(failed)]).toEqual([what, who, 'not-found'])
      expect([what, await use(visitor).catch(failed)]).toEqual([what, 'forbidden'])
    }
    // Nor is one that doesn't exist, or an address that somebody made up.
    for (const id of [newId(), 'S-000001', "' or 1=1"])
      expect(await readOrder(hall.as(buyer), { id, locale: 'id' }).catch(failed)).toBe('not-found')
    // The buyer pays, and doesn't confirm it; the pesantren doesn't either.
    for (const actor of [buyer, booth.actor])
      expect(await confirmTransfer(hall.as(actor), { orderId }).catch(failed)).toBe('not-found')
    // It stands as it stood.
    const after = await readOrder(hall.as(buyer), { id: orderId, locale: 'id' })
    expect([after.state, after.version]).toEqual(['awaiting', 2])
    const counts = await Promise.all(
      Object.values(strangers).map((actor) =>
        listOrders(hall.as(actor), { as: 'buyer', q: orderNumber(after.number) }),
      ),
    )
    expect(counts.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0])
  })

  test('and its invented one is the invented organiser’s', async () => {
    const booth = await hall.booth({}, { isSample: true })
    const buyer = await hall.buyer({ isSample: true })
    const id = await hall.placed(buyer, hall.order(booth))
    const reads = (actor: Actor) =>
      readOrder(hall.as(actor), { id, locale: 'id' }).then(({ viewer }) => viewer, failed)
    expect([await reads(invented), await reads(hall.organiser)]).toEqual(['organiser', 'not-found'])
    const lists = (actor: Actor) => listOrders(hall.as(actor), { as: 'organiser', q: booth.slug })
    expect([(await lists(invented)).total, (await lists(hall.organiser)).total]).toEqual([1, 0])
  })

  test('nor is the address of somebody’s last order', async () => {
    const [booth, buyer] = [await hall.booth(), await hall.buyer({ company: true })]
    const colleague = await addPerson(database, buyer.organisationId ?? '', 'offtaker', 'member')
    await hall.placed(buyer, hall.order(booth))
    expect((await readLastAddress(hall.as(buyer)))?.last).toEqual(HOME_ADDRESS)
    expect((await readLastAddress(hall.as(colleague)))?.last).toBeNull()
    expect(await readLastAddress(hall.as(visitor))).toBeNull()
  })
})

describe('lists of orders', () => {
  test('are found by number, names, state, way and what waits, page by page, each once', async () => {
    const [booth, other] = [await hall.booth({ limitPerBuyer: 20 }), await hall.booth()]
    const buyer = await hall.buyer({ company: true })
    const placed: string[] = []
    for (let at = 0; at < 27; at += 1) {
      const now = new Date(hall.context.now.getTime() + at * 60_000)
      placed.push(await hall.placed(at < 20 ? buyer : await hall.buyer(), hall.order(booth), now))
    }
    await hall.placed(buyer, hall.order(other, { way: 'card' }))
    const paid = placed[3] ?? ''
    await confirmTransfer(hall.as(hall.organiser), { orderId: paid })

    const as = (actor: Actor, change: Partial<Parameters<typeof listOrders>[1]>, days = 0) =>
      listOrders(hall.as(actor, new Date(hall.context.now.getTime() + days * 86_400_000)), {
        as: 'pesantren',
        ...change,
      })
    const pages = [await as(booth.actor, { page: 1 }), await as(booth.actor, { page: 2 })]
    expect(pages.map(({ total, pages, orders }) => [total, pages, orders.length])).toEqual([
      [27, 2, 25],
      [27, 2, 2],
    ])
    const newestFirst = placed.toReversed()
    expect(pages.flatMap(({ orders }) => orders.map(({ id }) => id))).toEqual(newestFirst)
    // Beyond the end is the last page, and nonsense the first.
    expect((await as(booth.actor, { page: 99 })).page).toBe(2)
    expect((await as(booth.actor, { page: Number.NaN })).page).toBe(1)
    expect((await as(booth.actor, { page: null })).orders).toHaveLength(27)

    const found = async (change: Partial<Parameters<typeof listOrders>[1]>, actor: Actor = hall.organiser) =>
      (await as(actor, { as: 'organiser', ...change })).total
    const [first] = pages[0]?.orders ?? []
    const q = `Pesantren ${booth.slug}`
    expect(await found({ q })).toBe(27)
    expect(await found({ q: orderNumber(first?.number ?? 0) })).toBe(1)
    expect(await found({ q: first?.buyer.person ?? '' })).toBe(1)
    expect(await found({ q: '%' })).toBe(0)
    expect(await found({ q, state: 'paid' })).toBe(1)
    expect(await found({ q, way: 'card' })).toBe(0)
    expect(await found({ as: 'buyer' }, buyer)).toBe(21)
    expect(await found({ as: 'buyer', way: 'card' }, buyer)).toBe(1)
    expect(await found({ as: 'organiser' }, buyer)).toBe(0)

    // A week later what was paid should have been sent: it stands first, and is counted.
    const late = await as(booth.actor, {}, 8)
    expect([late.attention.overdue, late.orders[0]?.id, late.orders[0]?.isOverdue]).toEqual([1, paid, true])
    expect((await as(booth.actor, { attention: 'overdue' }, 8)).orders.map(({ id }) => id)).toEqual([paid])
    expect((await as(booth.actor, { attention: 'proofs' }, 8)).total).toBe(0)
    // Sent, it waits no more.
    await sendOrder(hall.as(booth.actor), {
      orderId: paid,
      fulfilment: { courier: 'JNE', tracking: 'X' },
      photo: null,
    })
    expect((await as(booth.actor, {}, 8)).attention.overdue).toBe(0)
  })
})
