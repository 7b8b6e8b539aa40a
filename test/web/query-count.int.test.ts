import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { openSearchIndex } from '~/search/open-search-index.server'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

/** An edition of `booths` booths behind the web, with a count of the statements that a page sends. */
async function openEdition(booths: number) {
  const database: TestDatabase = await createTestDatabase()
  const { db } = database.connection
  await seedSampleEdition(db, { booths })
  const queries: string[] = []
  const counted: DatabaseConnection = connectDatabase(database.url, {
    onQuery: (query) => queries.push(query),
  })
  const web: TestWeb = await createTestWeb({ connection: counted })
  await rebuildSearch({
    db,
    search: openSearchIndex(web.env, database.connection),
    actor: { kind: 'system' },
    now: new Date(),
  })
  return {
    web,
    async count(address: string): Promise<number> {
      // The first request may fill a cache that is meant to be filled; the second is the page's cost.
      await web.request(address)
      queries.length = 0
      const answer = await web.request(address)
      const html = await answer.text()
      expect(answer.status, address).toBe(200)
      expect(html).toContain('</html>')
      return queries.length
    },
    async link(page: string, pattern: RegExp): Promise<string> {
      const found = pattern.exec(await (await web.request(page)).text())?.[1]
      if (!found) throw new Error(`no ${pattern} on ${page}`)
      return found
    },
    async close() {
      await counted.close()
      await database.drop()
    },
  }
}

let small: Awaited<ReturnType<typeof openEdition>>
let large: Awaited<ReturnType<typeof openEdition>>

beforeAll(async () => {
  small = await openEdition(40)
  large = await openEdition(400)
}, 120_000)
afterAll(async () => {
  await small?.close()
  await large?.close()
})

const BOOTH = /href="(\/en\/booths\/[a-z0-9-]+-\d+)"/
const PRODUCT = /href="(\/en\/products\/[a-z0-9-]+)"/

describe('queries of a page', () => {
  it.each([
    { name: 'home', address: async () => '/en', most: 3 },
    { name: 'hall', address: async () => '/en/hall', most: 4 },
    { name: 'a page of the hall', address: async () => '/en/hall?page=2', most: 4 },
    { name: 'booth', address: (edition: typeof small) => edition.link('/en/hall', BOOTH), most: 4 },
    // The fifth: its sample, with the rate that its price is said in.
    { name: 'product', address: (edition: typeof small) => edition.link('/en/products', PRODUCT), most: 5 },
    { name: 'search', address: async () => '/en/products?q=kopi', most: 2 },
    {
      name: 'search with filters',
      address: async () => '/ar/products?field=minuman&sort=price-asc',
      most: 2,
    },
    { name: 'about', address: async () => '/en/about', most: 1 },
    { name: 'business matching', address: async () => '/en/business-matching', most: 1 },
    { name: 'an empty shortlist', address: async () => '/en/shortlist', most: 1 },
    { name: 'manifest of the hall', address: async () => '/en/hall?pavilion=5', most: 4 },
  ])('of $name are few, and as many with ten times the booths', async ({ address, most }) => {
    const few = await small.count(await address(small))
    const many = await large.count(await address(large))
    expect(few).toBeLessThanOrEqual(most)
    expect(many).toBe(few)
  })
})
