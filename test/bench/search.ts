import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connectDatabase } from '~/db/client.server'
import { startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import type { SearchQuery } from '~/search/search-index'
import { benchDocuments } from './search-documents'

/**
 * `npm run bench -- search [--products 15000] [--rounds 40]`: searches with facets in PostgreSQL, one after
 * another, each beside its limit in the same run: a bare select of one page of documents by primary key.
 * Progress on standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '15000' },
    booths: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '40' },
  },
})
const rounds = Number(values.rounds)
const documents = benchDocuments(Number(values.products), Number(values.booths))

const QUERIES: Record<string, Partial<SearchQuery>> = {
  word: { text: 'kopi' },
  twoWords: { text: 'kopi arabika' },
  typo: { text: 'kerpik pisnag' },
  longTypo: { text: 'keraijnan' },
  prefix: { text: 'hand' },
  phrase: { text: 'palm sugar' },
  arabic: { text: 'القهوة', locale: 'ar' },
  common: { text: 'premium' },
  name: { text: 'nurul huda 120' },
  none: { text: 'zzxqv' },
  filtered: { text: 'kopi', filters: { fields: ['minuman', 'pertanian'], certifications: ['halal'] } },
  sorted: { text: 'kopi', sort: 'price-asc' },
  everything: { text: '' },
  browsed: { text: '', filters: { kind: 'product', regencies: ['3205'], priceBuckets: [1, 2] } },
}

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 100) / 100
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-bench-search-'))
const postgres = await startEmbeddedPostgres({ dataDir: directory })
const connection = connectDatabase(postgres.url, { max: 4 })
try {
  await migrateDatabase(postgres.url)
  const search = openPostgresSearch(connection.db)
  const rebuild = await timed(() =>
    search.rebuild(
      (async function* () {
        for (let at = 0; at < documents.length; at += 250) yield documents.slice(at, at + 250)
      })(),
    ),
  )
  console.error(`rebuilt ${documents.length} documents in ${Math.round(rebuild)} ms`)

  const find = (query: Partial<SearchQuery>) =>
    search.search({ text: '', locale: 'id', filters: {}, sort: 'relevance', page: 1, perPage: 24, ...query })
  const limit = (at: number) =>
    connection.db.execute(sql`select document from search_document
      where generation = (select id from search_generation where state = 'live')
        and id in (${sql.join(
          documents.slice(at, at + 24).map((document) => sql`${document.id}`),
          sql`, `,
        )})`)

  const times: Record<string, number[]> = {}
  const limits: number[] = []
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, query] of Object.entries(QUERIES)) {
      const bare = await timed(() => limit(((round + 5) * 24) % (documents.length - 24)))
      const took = await timed(() => find(query))
      if (round < 0) continue
      limits.push(bare)
      times[name] = [...(times[name] ?? []), took]
    }
  }
  const product = documents[7]
  if (!product) throw new Error('there is no document to change')
  const upserts: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const changed = { ...product, name: { id: `Kopi putaran ${round}` } }
    upserts.push(await timed(() => search.upsert([changed])))
  }

  const all = Object.values(times).flat()
  const queries: Record<string, { p50: number; p95: number; total: number }> = {}
  for (const [name, query] of Object.entries(QUERIES)) {
    const { total } = await find(query)
    const own = times[name] ?? []
    queries[name] = { p50: percentile(own, 0.5), p95: percentile(own, 0.95), total }
    console.error(
      `${name.padEnd(11)} p50 ${queries[name].p50} ms, p95 ${queries[name].p95} ms, ${total} hits`,
    )
  }
  const p50 = percentile(all, 0.5)
  const limitP50 = percentile(limits, 0.5)
  console.log(
    JSON.stringify({
      bench: 'search',
      products: documents.length,
      p50Ms: p50,
      p95Ms: percentile(all, 0.95),
      limitP50Ms: limitP50,
      limitP95Ms: percentile(limits, 0.95),
      timesLimit: Math.round((p50 / limitP50) * 100) / 100,
      rebuildMs: Math.round(rebuild),
      upsertP50Ms: percentile(upserts, 0.5),
      queries,
    }),
  )
} finally {
  await connection.close()
  await postgres.stop()
  await fs.rm(directory, { recursive: true, force: true })
}
