import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendOutbox } from '~/db/outbox.server'
import { outbox } from '~/db/schema/outbox'
import { product } from '~/db/schema/product'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { newId } from '~/domain/shared/ids'
import { openSearchIndex } from '~/search/open-search-index.server'
import type { SearchIndex } from '~/search/search-index'
import { noStorage } from '~/test/setup/test-storage'
import { deliveries } from '~/worker/deliveries'
import { type RunningWorker, runWorker } from '~/worker/run-worker'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// A change of a product, the outbox, the worker, the index and the page that a buyer reads: all of them real.

let database: TestDatabase
let web: TestWeb
let worker: RunningWorker
let search: SearchIndex

beforeAll(async () => {
  database = await createTestDatabase()
  const { connection, url } = database
  await seedSampleEdition(connection.db, { booths: 40 })
  web = await createTestWeb({ connection })
  search = openSearchIndex(web.env, connection)
  await rebuildSearch({ db: connection.db, search, actor: { kind: 'system' }, now: new Date() })
  worker = await runWorker({
    url,
    db: connection.db,
    search,
    storage: noStorage,
    deliveries,
    log: pino({ level: 'silent' }),
  })
}, 60_000)
afterAll(async () => {
  await worker?.stop()
  await database?.drop()
})

async function change(productId: string, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await inTransaction(database.connection.db, async (tx) => {
    await work(tx)
    await appendOutbox(tx, { newId, now: new Date() }, { topic: 'product.changed', payload: { productId } })
  })
}

const isFound = async (words: string, slug: string) =>
  (await (await web.request(`/en/products?q=${encodeURIComponent(words)}`)).text()).includes(
    `/en/products/${slug}"`,
  )

/** Milliseconds until the page says so. */
async function until(condition: () => Promise<boolean>): Promise<number> {
  const started = performance.now()
  while (!(await condition())) {
    if (performance.now() - started > 10_000) return Number.POSITIVE_INFINITY
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - started
}

it('a changed product is found within two seconds, a withdrawn one disappears, replays are harmless', async () => {
  const { db } = database.connection
  const [chosen] = await db.select().from(product).where(eq(product.state, 'published')).limit(1)
  if (!chosen) throw new Error('the sample has products')
  const words = 'Quinquefolium tea'
  expect(await isFound(words, chosen.slug)).toBe(false)

  await change(chosen.id, (tx) =>
    tx
      .update(product)
      .set({ name: { id: words, en: words, ar: words } })
      .where(eq(product.id, chosen.id)),
  )
  expect(await until(() => isFound(words, chosen.slug))).toBeLessThan(2_000)

  // The same event again, and many at once: what is found is what the row says.
  await Promise.all(Array.from({ length: 5 }, () => change(chosen.id, async () => undefined)))
  await until(async () => (await db.$count(outbox, sql`state <> 'delivered'`)) === 0)
  expect(await isFound(words, chosen.slug)).toBe(true)

  await change(chosen.id, (tx) =>
    tx.update(product).set({ state: 'archived' }).where(eq(product.id, chosen.id)),
  )
  expect(await until(async () => !(await isFound(words, chosen.slug)))).toBeLessThan(2_000)
  expect((await web.request(`/en/products/${chosen.slug}`)).status).toBe(404)
}, 40_000)
