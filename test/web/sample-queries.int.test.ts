import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { formatCart } from '~/domain/order/cart'
import { expectBooksBalance } from '../setup/books'
import { fillOrders } from '../setup/filled-orders'
import { sampleCookie } from '../setup/sample-cookie'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let counted: DatabaseConnection
let web: TestWeb
const queries: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 40 })
  counted = connectDatabase(database.url, { onQuery: (query) => queries.push(query) })
  web = await createTestWeb({ connection: counted })
}, 120_000)
afterAll(async () => {
  await counted?.close()
  await database?.drop()
})

/** What a page asks of the database once its caches are filled. */
async function count(address: string, cookie: string): Promise<number> {
  await web.request(address, { headers: { cookie } })
  queries.length = 0
  const answer = await web.request(address, { headers: { cookie } })
  const html = await answer.text()
  expect(answer.status, address).toBe(200)
  expect(html).toContain('</html>')
  return queries.length
}

const cookieOf = (name: string) => sampleCookie(database, web, name)

it('a cart of a dozen samples asks no more than one of one', async () => {
  const offered = await database.connection.db.execute<{ slug: string }>(sql`
    select p.slug from sample_offer s join product p on p.id = s.product_id
    where s.state = 'open' and p.state = 'published' order by p.slug limit 12`)
  expect(offered).toHaveLength(12)
  const cart = (lines: number) =>
    `samples=${formatCart(offered.slice(0, lines).map(({ slug }) => ({ slug, quantity: 1 })))}`
  const one = await count('/en/cart', cart(1))
  expect(one).toBeLessThanOrEqual(3)
  expect(await count('/en/cart', cart(12))).toBe(one)
})

it('lists of orders and of money ask no more for a page of many than for a few', async () => {
  const pages = [
    { name: 'rina', address: '/en/orders', most: 8 },
    { name: 'hasan', address: '/en/studio/orders', most: 10 },
    { name: 'hasan', address: '/en/studio/orders?tab=over', most: 10 },
    { name: 'hasan', address: '/en/studio/statements', most: 12 },
    { name: 'ilham', address: '/en/organiser/orders', most: 8 },
    { name: 'ilham', address: '/en/organiser/orders?attention=refunds', most: 8 },
    { name: 'ilham', address: '/en/organiser/orders?q=a&state=received', most: 8 },
    { name: 'ilham', address: '/en/organiser/payouts', most: 8 },
    { name: 'ilham', address: '/en/organiser/payments', most: 10 },
    { name: 'ilham', address: '/en/organiser/deals', most: 10 },
  ]
  const cookies = await Promise.all(pages.map(({ name }) => cookieOf(name)))
  const few: number[] = []
  for (const [at, { address }] of pages.entries()) few.push(await count(address, cookies[at] ?? ''))
  for (const [at, { most }] of pages.entries()) expect(few[at]).toBeLessThanOrEqual(most)

  // So many that each list has further pages, at all booths, with their payments, refunds and books.
  await fillOrders(database.connection.db, { orders: 1_500, now: new Date(), buyers: 20 })
  await expectBooksBalance(database.connection.db)
  const many: number[] = []
  for (const [at, { address }] of pages.entries()) many.push(await count(address, cookies[at] ?? ''))
  expect(many).toEqual(few)
})
