import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { desc, inArray, sql } from 'drizzle-orm'
import { connectDatabase, type Database } from '~/db/client.server'
import { startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { schema } from '~/db/schema'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { comparePayments } from '~/domain/order/compare-payments.server'
import { listOrders } from '~/domain/order/list-orders.server'
import { listOwed } from '~/domain/order/list-owed.server'
import { listOwnOrders } from '~/domain/order/list-own-orders.server'
import { readBookedBetween } from '~/domain/order/read-booked.server'
import { readDeals } from '~/domain/order/read-deals.server'
import { readOrder } from '~/domain/order/read-order.server'
import { readPaymentDesk } from '~/domain/order/read-payment-desk.server'
import { readStatement } from '~/domain/order/read-statement.server'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import type { PaymentProvider, PaymentTruth } from '~/integrations/stripe/card-payments'
import { actorFor } from '../setup/actors'
import { fillOrders } from '../setup/filled-orders'
import { noStorage } from '../setup/test-storage'

/**
 * `npm run bench -- orders [--orders 50000] [--booths 5018] [--rounds 20]`: the pages of samples' orders and money
 * beside two years of orders, for the buyer and the booth with the longest lists, each beside a bare select of
 * twenty-five orders by primary key in the same run; then the daily comparison with a card service that has said
 * the same as our books. Progress on standard error, one JSON line last on standard output, with the pages that take
 * longer than `--limit` milliseconds at their median; fails where one takes a hundred times that select.
 */
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '50000' },
    booths: { type: 'string', default: '5018' },
    rounds: { type: 'string', default: '20' },
    limit: { type: 'string', default: '50' },
    /** A database that is filled already; and only uses whose names begin so. */
    url: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const NOW = new Date('2026-11-22T03:00:00Z')
const rounds = Number(values.rounds)
const MOST_TIMES = 100

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 10) / 10
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function measured(work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let warm = 0; warm < 2; warm++) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await timed(work))
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

/** The ids of those whose lists are the longest. */
async function busiest(db: Database) {
  const [found] = await db.execute<{ booth: string; buyer: string; company: string; order: string }>(sql`
    select (select organisation_id from sample_order group by 1 order by count(*) desc limit 1) as booth,
      b.person as buyer, b.company, b.id as order
    from (select buyer_person_id as person, (array_agg(buyer_organisation_id))[1] as company, (array_agg(id))[1] as id
      from sample_order where buyer_organisation_id is not null and is_sample
      group by 1 order by count(*) desc limit 1) b`)
  if (!found) throw new Error('there are no orders')
  return found
}

const SAID = { failure: null, at: NOW }

/** A service that says of each payment what our books say, and nothing of any other. */
async function agreeing(db: Database): Promise<PaymentProvider> {
  const span = { from: new Date(0), to: NOW, mode: 'test' as const }
  const truths = (await readBookedBetween(db, span)).map(
    ({ paymentId, sessionId, amountMinor, feeMinor, refundedMinor, disputedMinor }): PaymentTruth => ({
      sessionId: sessionId ?? '',
      paymentId,
      isLive: false,
      state: 'complete',
      charge: {
        intentId: `pi_${paymentId}`,
        chargeId: `ch_${paymentId}`,
        amountMinor,
        currency: 'IDR',
        feeMinor,
        at: NOW,
      },
      refunds:
        refundedMinor > 0
          ? [{ ...SAID, id: `re_${paymentId}`, refundId: null, amountMinor: refundedMinor, state: 'done' }]
          : [],
      disputes:
        disputedMinor > 0
          ? [
              {
                ...SAID,
                id: `dp_${paymentId}`,
                amountMinor: disputedMinor,
                state: 'open',
                dueAt: NOW,
                feeMinor: 0,
              },
            ]
          : [],
    }),
  )
  const bySession = new Map(truths.map((truth) => [truth.sessionId, truth]))
  const never = () => Promise.reject(new Error('not in this bench'))
  return {
    name: 'stripe',
    isTest: true,
    start: never,
    truth: async (of) => ('sessionId' in of && bySession.get(of.sessionId)) || null,
    expire: never,
    refund: never,
    payout: async () => null,
    async *list({ from, to }) {
      const between = await readBookedBetween(db, { from, to, mode: 'test' })
      for (const { sessionId } of between) {
        const truth = bySession.get(sessionId ?? '')
        if (truth) yield truth
      }
    },
  }
}

const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-bench-orders-'))
const postgres = values.url ? null : await startEmbeddedPostgres({ dataDir: directory })
const url = values.url ?? postgres?.url ?? ''
const connection = connectDatabase(url, { max: 10 })
try {
  const { db } = connection
  if (!values.url) {
    await migrateDatabase(url)
    await seedSampleEdition(db, { booths: Number(values.booths) })
    const buyers = Math.max(10, Math.round(Number(values.orders) / 16))
    const took = await timed(() => fillOrders(db, { orders: Number(values.orders), now: NOW, buyers }))
    console.error(`filled in ${Math.round(took)} ms`)
  }
  const { booth, buyer, company, order } = await busiest(db)
  const cards = await agreeing(db)
  const context: Context = {
    db,
    cards,
    search: new Proxy({} as Context['search'], {}),
    storage: noStorage,
    actor: { kind: 'visitor' },
    now: NOW,
    newId,
  }
  const as = (actor: Actor): Context => ({ ...context, actor })
  const organiser = as(actorFor(newId(), 'organiser', { isSample: true }))
  const seller = as(actorFor(booth, 'pesantren', { isSample: true }))
  const buys = as(actorFor(company, 'buyer', { isSample: true, personId: buyer }))
  const all = (change: Omit<Parameters<typeof listOrders>[1], 'as'> = {}) =>
    listOrders(organiser, { as: 'organiser', ...change })
  const { pages } = await all()
  const [{ number } = { number: 0 }] = await db
    .select({ number: schema.sampleOrder.number })
    .from(schema.sampleOrder)
    .where(inArray(schema.sampleOrder.id, [order]))
  const ids = (await all()).orders.map(({ id }) => id)

  const uses: Record<string, () => Promise<unknown>> = {
    byPrimaryKey: () => db.select().from(schema.sampleOrder).where(inArray(schema.sampleOrder.id, ids)),
    buyer: () => listOrders(buys, { as: 'buyer' }),
    pesantren: () => listOrders(seller, { as: 'pesantren' }),
    pesantrenToDo: () => listOwnOrders(seller, { tab: 'todo' }),
    pesantrenOver: () => listOwnOrders(seller, { tab: 'over', page: 9 }),
    organiser: () => all(),
    organiserLastPage: () => all({ page: pages }),
    organiserState: () => all({ state: 'received' }),
    organiserWay: () => all({ way: 'transfer' }),
    organiserProofs: () => all({ attention: 'proofs' }),
    organiserRefunds: () => all({ attention: 'refunds' }),
    organiserDisputes: () => all({ attention: 'disputes' }),
    organiserOverdue: () => all({ attention: 'overdue' }),
    organiserNumber: () => all({ q: `S-${number}` }),
    organiserName: () => all({ q: 'Bench Trading 1' }),
    order: () => readOrder(buys, { id: order, locale: 'id' }),
    owed: () => listOwed(organiser),
    owedLastPage: () => listOwed(organiser, { page: 9_999 }),
    statement: () => readStatement(seller, { month: '2026-06' }),
    statementNow: () => readStatement(seller, {}),
    deals: () => readDeals(organiser, { year: null }),
    payments: () => readPaymentDesk(organiser),
  }
  const results: Record<string, { p50: number; p95: number }> = {}
  for (const [name, use] of Object.entries(uses)) {
    if (name !== 'byPrimaryKey' && !name.startsWith(String(values.only))) continue
    const result = await measured(use)
    results[name] = result
    console.error(`${name}: p50 ${result.p50} ms, p95 ${result.p95} ms`)
  }
  const compared = await timed(() => comparePayments(as({ kind: 'system' }), { upTo: NOW.toISOString() }))
  const [last] = await db
    .select()
    .from(schema.reconciliation)
    .orderBy(desc(schema.reconciliation.checked))
    .limit(1)
  const slowest = Math.max(...Object.values(results).map(({ p50 }) => p50))
  const times = Math.round((slowest / (results.byPrimaryKey?.p50 ?? Number.NaN)) * 10) / 10
  const slow = Object.entries(results).filter(([, { p50 }]) => p50 > Number(values.limit))
  console.log(
    JSON.stringify({
      bench: 'orders',
      orders: await db.$count(schema.sampleOrder),
      entries: await db.$count(schema.ledgerEntry),
      ...results,
      slowestOverPrimaryKey: times,
      comparison: { checked: last?.checked, ms: Math.round(compared), failure: last?.failure },
      slow: slow.map(([name]) => name),
    }),
  )
  if (times > MOST_TIMES) process.exitCode = 1
} finally {
  await connection.close()
  await postgres?.stop()
  await fs.rm(directory, { recursive: true, force: true })
}
