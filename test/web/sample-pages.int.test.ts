import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { formatCart } from '~/domain/order/cart'
import { sampleCookie } from '../setup/sample-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let web: TestWeb
let offered: { slug: string; booth: string }
beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 40 })
  web = await createTestWeb({ connection: database.connection })
  const [row] = await database.connection.db.execute<{ slug: string; booth: string }>(sql`
    select p.slug, o.slug as booth from sample_offer s
    join product p on p.id = s.product_id join organisation o on o.id = p.organisation_id
    where s.state = 'open' and s.on_hand > 0 and s.hands_over order by p.slug limit 1`)
  if (!row) throw new Error('the sample offers no samples')
  offered = row
}, 120_000)
afterAll(() => database?.drop())

const read = async (path: string, cookie = '') => {
  const answer = await web.request(path, { headers: { cookie } })
  return { status: answer.status, html: shownHtml(await answer.text()) }
}
const send = async (path: string, cookie: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields)
  const answer = await web.request(path, { method: 'POST', headers: { cookie }, body })
  return { status: answer.status, html: shownHtml(await answer.text()) }
}

it('leads to the cart from every page, with its count, and only who has something in it', async () => {
  const cart = `samples=${formatCart([
    { slug: offered.slug, quantity: 2 },
    { slug: 'one-more', quantity: 1 },
  ])}`
  for (const [locale, words] of Object.entries(PAGE_WORDS)) {
    const said = words.samples.cart.link.replace('{count}', '2')
    expect((await read(`/${locale}/about`, cart)).html).toContain(`href="/${locale}/cart">${said}</a>`)
    expect((await read(`/${locale}/about`)).html).not.toContain('/cart"')
  }
})

it('tells who acts for the organiser who may order, before and after trying, and keeps what was typed', async () => {
  const cookie = await sampleCookie(database, web, 'ilham')
  const lines = formatCart([{ slug: offered.slug, quantity: 1 }])
  const path = `/id/checkout/${offered.booth}`
  const words = PAGE_WORDS.id.samples.checkout
  const { status, html } = await read(path, `${cookie}; samples=${lines}`)
  expect(status).toBe(200)
  expect(html).toContain(words.notBuyer)
  expect(html).not.toContain('value="order"')
  const ordered = await send(path, cookie, {
    intent: 'order',
    token: crypto.randomUUID(),
    lines,
    delivery: 'hand-over',
    note: 'Tolong yang baru.',
    way: 'transfer',
  })
  expect(ordered.status).toBe(403)
  expect(ordered.html).toContain(words.notBuyer)
  expect(ordered.html).toContain('Tolong yang baru.')
})

it('opens the destination whose price is to be mended, and keeps every weight that is stored', async () => {
  const { db } = database.connection
  const cookie = await sampleCookie(database, web, 'hasan')
  const path = '/id/studio/shipping'
  const weights = [1, 2, 3, 5, 10, 20, 30]
  const fields = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const name = /name="([^"]+)"/.exec(input)?.[1]
        return name ? [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']] : []
      }),
    )
  const openZones = (html: string) =>
    [...html.matchAll(/<details[^>]* class="zone"[^>]*>/g)].map(([zone]) => / open/.test(zone))

  const [member] = await db
    .select({ organisationId: schema.membership.organisationId })
    .from(schema.membership)
    .innerJoin(schema.person, eq(schema.person.id, schema.membership.personId))
    .where(sql`${schema.person.email} like 'hasan@%'`)
    .orderBy(schema.membership.createdAt)
    .limit(1)
  const organisationId = member?.organisationId ?? ''
  const own = eq(schema.shippingRate.organisationId, organisationId)
  const java = () =>
    db
      .select({ upToGrams: schema.shippingRate.upToGrams })
      .from(schema.shippingRate)
      .where(and(own, eq(schema.shippingRate.zone, 'java')))
      .orderBy(schema.shippingRate.upToGrams)
  await db.delete(schema.shippingRate).where(own)
  await db.insert(schema.shippingRate).values(
    weights.map((kilos) => ({
      organisationId,
      zone: 'java' as const,
      upToGrams: kilos * 1000,
      priceMinor: kilos * 1_000_000,
      days: 3,
    })),
  )
  const shown = await read(path, cookie)
  expect(shown.html).toMatch(/Rp.300\.000/)
  expect(openZones(shown.html)).toEqual(Array(12).fill(false))

  const wrong = await send(path, cookie, { ...fields(shown.html), 'java.1': 'dua puluh' })
  expect(wrong.status).toBe(400)
  expect(wrong.html).toContain('value="dua puluh"')
  expect(openZones(wrong.html)).toEqual(Array.from({ length: 12 }, (_, zone) => zone === 2))
  expect((await java()).length).toBe(7)

  const saved = await send(path, cookie, { ...fields(shown.html), 'java.1': '25.000' })
  expect(saved.status).toBe(303)
  expect((await java()).map(({ upToGrams }) => upToGrams / 1000)).toEqual(weights)
})

it('shows in the list of orders what a product looks like, and of a payment what happened to it', async () => {
  const { db } = database.connection
  const cookie = await sampleCookie(database, web, 'rina')
  const orders = await db.execute<{ id: string; paid: boolean; product: string }>(sql`
    select o.id, o.paid_minor > 0 as paid,
      (select l.product_id from sample_order_line l where l.order_id = o.id order by l.position limit 1) as product
    from sample_order o join person p on p.id = o.buyer_person_id
    where p.email like 'rina@%' and o.total_minor > 0`)
  const hash = 'a'.repeat(64)
  await db.insert(schema.photo).values({
    id: crypto.randomUUID(),
    organisationId: sql`(select organisation_id from product where id = ${orders[0]?.product ?? ''})`,
    productId: orders[0]?.product ?? '',
    state: 'ready',
    hash,
    masterHash: hash,
    width: 640,
    height: 427,
    isSample: true,
  })
  const list = await read('/id/orders', cookie)
  expect(list.status).toBe(200)
  expect(list.html).toContain(hash)

  const { refused, unavailable, closed } = PAGE_WORDS.id.myOrders.trouble
  const unpaid = orders.find(({ paid }) => !paid)?.id
  const paid = orders.find((order) => order.paid)?.id
  const told = async (id: string | undefined, pay: string) =>
    (await read(`/id/orders/${id}?pay=${pay}`, cookie)).html
  expect(await told(unpaid, 'refused')).toContain(refused)
  expect(await told(unpaid, 'unavailable')).toContain(unavailable)
  expect(await told(unpaid, 'gone')).toContain(closed)
  expect(await told(paid, 'refused')).not.toContain(refused)
})
