import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { formatCart } from '~/domain/order/cart'
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS } from '~/domain/shared/enums'
import { sessionCookie } from '../setup/session-cookie'
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

/** Signed in as the person of the sample with such a name, for the first of their organisations. */
async function cookieOf(name: string): Promise<string> {
  const { db } = database.connection
  const [found] = await db.execute<{
    person: string
    organisation: string
    kind: string
    role: string
  }>(sql`
    select p.id as person, o.id as organisation, o.kind, m.role
    from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id
    where p.email like ${`${name}@%`} order by m.created_at limit 1`)
  const organisationKind = ORGANISATION_KINDS.find((one) => one === found?.kind)
  const role = MEMBERSHIP_ROLES.find((one) => one === found?.role)
  if (!found || !organisationKind || !role) throw new Error(`the sample has no ${name}`)
  const membership = {
    organisationId: found.organisation,
    organisationKind,
    role,
    isSample: true,
    verification: 'verified' as const,
  }
  return sessionCookie(database, web, {
    kind: 'person',
    personId: found.person,
    organisationId: found.organisation,
    memberships: [membership],
  })
}

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

it('lists of orders ask no more for a page of many than for a few', async () => {
  const pages = [
    { name: 'rina', address: '/en/orders', most: 8 },
    { name: 'hasan', address: '/en/studio/orders', most: 10 },
    { name: 'ilham', address: '/en/organiser/orders', most: 8 },
  ]
  const cookies = await Promise.all(pages.map(({ name }) => cookieOf(name)))
  const few: number[] = []
  for (const [at, { address }] of pages.entries()) few.push(await count(address, cookies[at] ?? ''))
  for (const [at, { most }] of pages.entries()) expect(few[at]).toBeLessThanOrEqual(most)

  const { db } = database.connection
  // Thirty more of each order that there is, with its lines.
  await db.execute(sql`
    create table copied as
      select o.id as old_id, gen_random_uuid() as new_id from sample_order o, generate_series(1, 30)`)
  const columns = await columnsOf('sample_order', ['id', 'number'])
  await db.execute(sql`
    insert into sample_order (id, ${columns}) select c.new_id, ${columns} from copied c join sample_order o on o.id = c.old_id`)
  const line = await columnsOf('sample_order_line', ['order_id'])
  await db.execute(sql`
    insert into sample_order_line (order_id, ${line})
    select c.new_id, ${line} from copied c join sample_order_line l on l.order_id = c.old_id`)
  const many: number[] = []
  for (const [at, { address }] of pages.entries()) many.push(await count(address, cookies[at] ?? ''))
  expect(many).toEqual(few)
})

async function columnsOf(table: string, without: string[]) {
  const rows = await database.connection.db.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position`)
  const names = rows.map(({ name }) => name).filter((name) => !without.includes(name))
  return sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
}
