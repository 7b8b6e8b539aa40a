import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connectDatabase } from '~/db/client.server'
import { startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { schema } from '~/db/schema'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { findMatches } from '~/domain/need/find-matches.server'
import type { Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { demandOf, hallDay, readOffers } from '~/domain/shared/offers.server'
import { rankOffers } from '~/matching/rank-offers'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { queryTerms } from '~/search/query-terms'
import { actorFor } from '../setup/actors'
import { noStorage } from '../setup/test-storage'
import { benchNeeds } from './offers-needs'

/**
 * `npm run bench -- offers [--booths 5018] [--needs 200]`: the server time of `findMatches` for different needs,
 * one after another, each beside the plain search for its words in the same run (the limit: whatever ranks has
 * at least to find). Then for some of them whether the first ten are the same as without caps on the recall.
 * Progress on standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    booths: { type: 'string', default: '5018' },
    needs: { type: 'string', default: '200' },
    compared: { type: 'string', default: '60' },
  },
})
const NOW = new Date('2026-11-22T03:00:00Z')
const FIRST = 10
const NO_CAPS = { fit: 1_000_000, barred: 1_000_000, sameField: 1_000_000 }

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 100) / 100
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-bench-offers-'))
const postgres = await startEmbeddedPostgres({ dataDir: directory })
let queries = 0
const connection = connectDatabase(postgres.url, { max: 10, onQuery: () => queries++ })
try {
  await migrateDatabase(postgres.url)
  const { db } = connection
  const seeded = await seedSampleEdition(db, { booths: Number(values.booths) })
  const search = openPostgresSearch(db)
  const system = { db, search, storage: noStorage, actor: { kind: 'system' as const }, now: NOW, newId }
  await rebuildSearch(system)
  await db.execute(sql`analyze`)
  console.error(`seeded ${JSON.stringify(seeded)}`)

  const companyId = newId()
  await db.insert(schema.organisation).values({
    id: companyId,
    kind: 'offtaker',
    slug: 'bench-company',
    name: 'Bench company',
    isSample: true,
  })
  const needs = (await benchNeeds(db, Number(values.needs))).map((fields) => ({
    ...fields,
    id: newId(),
    organisationId: companyId,
    isSample: true,
  }))
  await db.insert(schema.need).values(needs)
  const context: Context = { ...system, actor: actorFor(companyId, 'offtaker', { isSample: true }) }

  const plainSearch = (text: string) =>
    search.search({
      text,
      locale: 'id',
      filters: { kind: 'product' },
      sort: 'relevance',
      page: 1,
      perPage: 24,
    })
  const times: number[] = []
  const limits: number[] = []
  const counts = new Set<number>()
  const totals: number[] = []
  let withTimes = 0
  for (const warm of [true, false]) {
    for (const need of warm ? needs.slice(0, 20) : needs) {
      const bare = await timed(() => plainSearch(need.productWords))
      queries = 0
      const found = await timed(() => findMatches(context, { needId: need.id, page: 1 }))
      if (warm) continue
      counts.add(queries)
      limits.push(bare.ms)
      times.push(found.ms)
      totals.push(found.result.matches.total)
      if (found.result.matches.matches.some((match) => match.times.length > 0)) withTimes += 1
    }
  }
  const p50 = percentile(times, 0.5)
  const limitP50 = percentile(limits, 0.5)
  console.error(`findMatches p50 ${p50} ms, p95 ${percentile(times, 0.95)} ms; search p50 ${limitP50} ms`)

  let same = 0
  let kept = 0
  let ofFirst = 0
  const compared = needs.slice(0, Number(values.compared))
  for (const need of compared) {
    const demand = demandOf(need, NOW)
    const { hits } = await search.search({
      text: need.productWords,
      locale: 'id',
      filters: { kind: 'product' },
      sort: 'relevance',
      page: 1,
      perPage: 5000,
    })
    const recall = {
      demand,
      terms: queryTerms(need.productWords),
      isSample: true,
      ownOrganisationId: companyId,
      foundIds: hits.map(({ document }) => document.id),
      aboutOrganisationId: null,
      today: hallDay(NOW),
    }
    const all = rankOffers(demand, await readOffers(db, { recall, caps: NO_CAPS }, NOW))
    const first = all.ranked.slice(0, FIRST).map(({ offer }) => offer.id)
    const page = await findMatches(context, { needId: need.id, page: 1 })
    const shown = page.matches.matches.map(({ productId }) => productId)
    const both = first.filter((id) => shown.includes(id)).length
    kept += both
    ofFirst += first.length
    if (first.join() === shown.join()) same += 1
    else console.error(`'${need.productWords}': ${both} of the first ${first.length} without caps`)
  }

  console.log(
    JSON.stringify({
      bench: 'offers',
      products: 'products' in seeded ? seeded.products : null,
      needs: needs.length,
      p50Ms: p50,
      p95Ms: percentile(times, 0.95),
      maxMs: percentile(times, 1),
      limitP50Ms: limitP50,
      limitP95Ms: percentile(limits, 0.95),
      timesLimit: Math.round((p50 / limitP50) * 100) / 100,
      queries: [...counts],
      matchesP50: percentile(totals, 0.5),
      needsWithTimes: withTimes,
      firstTenAsWithoutCaps: {
        needs: compared.length,
        same,
        ofOffers: Math.round((kept / ofFirst) * 1000) / 1000,
      },
    }),
  )
} finally {
  await connection.close()
  await postgres.stop()
  await fs.rm(directory, { recursive: true, force: true })
}
