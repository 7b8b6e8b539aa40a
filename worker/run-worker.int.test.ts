import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { appendOutbox, type OutboxEvents, type OutboxTopic } from '~/db/outbox.server'
import { inTransaction } from '~/db/transaction.server'
import { newId } from '~/domain/shared/ids'
import type { SearchIndex } from '~/search/search-index'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { noStorage, testStorage } from '~/test/setup/test-storage'
import { deliverOutbox } from './deliver-outbox'
import { type Deliveries, delivery } from './delivery'
import { cleanUp, sweepOutbox, tellExpiredPapers } from './housekeeping'
import { type RunningWorker, runWorker } from './run-worker'

const notSearched = () => Promise.reject(new Error('these deliveries do not search'))
const search: SearchIndex = {
  search: notSearched,
  upsert: notSearched,
  remove: notSearched,
  rebuild: notSearched,
}
const log = pino({ level: 'silent' })

let database: TestDatabase
let workers: RunningWorker[] = []

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  workers = []
  await database.drop()
})

async function startWorker(deliveries: Deliveries, maxAttempts?: number): Promise<void> {
  const { url, connection } = database
  workers.push(
    await runWorker({ url, db: connection.db, search, storage: testStorage(), deliveries, log, maxAttempts }),
  )
}

async function append<T extends OutboxTopic>(topic: T, payload: OutboxEvents[T]['payload']): Promise<void> {
  const context = { newId, now: new Date() }
  await inTransaction(database.connection.db, (tx) => appendOutbox(tx, context, { topic, payload }))
}

const rows = () =>
  database.connection.sql<
    { id: string; state: string; attempts: number; last_error: string | null; settled_at: Date | null }[]
  >`select id, state, attempts, last_error, settled_at from outbox order by id`
/** Of deliveries: each worker queues a sweep of files besides when it starts. */
const jobs = () =>
  database.connection.sql<{ attempts: number; waits: number; locked: boolean }[]>`
    select attempts, extract(epoch from run_at - now())::float as waits, locked_at is not null as locked
    from graphile_worker.jobs where task_identifier = 'deliver' order by id`
const hurry = () => database.connection.sql`
  select graphile_worker.reschedule_jobs(
    array(select id from graphile_worker.jobs where task_identifier = 'deliver'), run_at => now())`

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 50 })

/** Deliveries of 'product.changed' that do `work` with the product's id. */
function productDeliveries(work: (productId: string) => Promise<void>): Deliveries {
  return {
    'product.changed': {
      1: delivery(z.object({ productId: z.uuid() }), (_, { productId }) => work(productId)),
    },
  }
}

test('two workers deliver each of 200 events exactly once, and leave no job', async () => {
  const told = new Map<string, number>()
  const deliveries = productDeliveries(async (id) => {
    told.set(id, (told.get(id) ?? 0) + 1)
  })
  await startWorker(deliveries)
  await startWorker(deliveries)
  const ids = Array.from({ length: 200 }, () => newId())
  await Promise.all(ids.map((productId) => append('product.changed', { productId })))
  await eventually(async () => {
    expect(new Set((await rows()).map((row) => row.state))).toEqual(new Set(['delivered']))
    expect(await jobs()).toHaveLength(0)
  })
  expect(told).toEqual(new Map(ids.map((id) => [id, 1])))
})

test('an event is delivered within the two seconds that a search may lag', async () => {
  let deliveredAt = 0
  await startWorker(
    productDeliveries(async () => {
      deliveredAt = Date.now()
    }),
  )
  const writtenAt = Date.now()
  await append('product.changed', { productId: newId() })
  await eventually(async () => expect(deliveredAt).toBeGreaterThan(0))
  expect(deliveredAt - writtenAt).toBeLessThan(2_000)
})

test('a delivery that fails is tried again, later each time, and is dead after the last', async () => {
  let tries = 0
  await startWorker(
    productDeliveries(async () => {
      tries += 1
      throw new Error(`not today (${tries})`)
    }),
    3,
  )
  await append('product.changed', { productId: newId() })

  const waits: number[] = []
  for (const attempt of [1, 2]) {
    await eventually(async () => {
      expect(await rows()).toMatchObject([
        { state: 'pending', attempts: attempt, last_error: `not today (${attempt})` },
      ])
      expect(await jobs()).toMatchObject([{ attempts: attempt, locked: false }])
    })
    waits.push((await jobs())[0]?.waits ?? 0)
    await hurry()
  }
  await eventually(async () => {
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 3, last_error: 'not today (3)' }])
    expect(await jobs()).toHaveLength(0)
  })
  expect(tries).toBe(3)
  expect(waits[0]).toBeGreaterThan(0)
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0)
})

test('a settled event is not delivered again when its job comes back', async () => {
  let told = 0
  const deliveries = productDeliveries(async () => {
    told += 1
  })
  await append('product.changed', { productId: newId() })
  const id = (await rows())[0]?.id ?? ''
  const context = {
    db: database.connection.db,
    search,
    storage: noStorage,
    actor: { kind: 'system' as const },
    now: new Date(),
    newId,
  }
  for (let i = 0; i < 3; i++) await deliverOutbox(context, { deliveries, log }, id)
  await deliverOutbox(context, { deliveries, log }, newId())
  expect(told).toBe(1)
  expect(await rows()).toMatchObject([{ state: 'delivered', attempts: 1, last_error: null }])
})

test('an unknown topic, an unknown version and a payload of another shape are dead at once', async () => {
  const sql = database.connection.sql
  await startWorker(productDeliveries(async () => {}))
  await append('booth.changed', { organisationId: newId() })
  await sql.begin(async (tx) => {
    for (const [version, payload] of [
      [2, '{"productId":"x"}'],
      [1, '{"product":1}'],
    ] as const) {
      const id = newId()
      await tx`insert into outbox (id, topic, payload_version, payload) values (${id}, 'product.changed', ${version}, ${payload}::text::jsonb)`
      await tx`select graphile_worker.add_job('deliver', json_build_object('outboxId', ${id}::text))`
    }
  })
  await eventually(async () => {
    expect((await rows()).map(({ state, attempts, last_error }) => [state, attempts, last_error])).toEqual([
      ['dead', 1, "no delivery for the topic 'booth.changed'"],
      ['dead', 1, "no delivery for version 2 of 'product.changed'"],
      ['dead', 1, 'the payload has another shape: productId'],
    ])
  })
})

test('a job that a killed worker had begun is taken over by the next worker at once', async () => {
  await append('product.changed', { productId: newId() })
  await database.connection
    .sql`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1`
  await startWorker(productDeliveries(async () => {}))
  await eventually(async () => expect(await rows()).toMatchObject([{ state: 'delivered' }]))
})

test('a job that a living worker is busy with is not taken over', async () => {
  let told = 0
  let finish = () => {}
  const deliveries = productDeliveries(async () => {
    told += 1
    await new Promise<void>((resolve) => {
      finish = resolve
    })
  })
  await startWorker(deliveries)
  await append('product.changed', { productId: newId() })
  await eventually(async () => expect(told).toBe(1))
  await startWorker(deliveries)
  expect(await jobs()).toMatchObject([{ locked: true }])
  finish()
  await eventually(async () => expect(await rows()).toMatchObject([{ state: 'delivered' }]))
  expect(told).toBe(1)
})

test('the sweep queues a pending event that lost its job, once, and gives up one that used up its tries', async () => {
  const { db, sql } = database.connection
  for (let i = 0; i < 3; i++) await append('product.changed', { productId: newId() })
  const [lost, exhausted, waiting] = await rows()
  if (!lost || !exhausted || !waiting) throw new Error('three rows were written')
  await sql`select graphile_worker.remove_job(${`outbox:${lost.id}`})`
  await sql`select graphile_worker.remove_job(${`outbox:${exhausted.id}`})`
  await sql`update outbox set created_at = now() - interval '5 minutes'`
  await sql`update outbox set attempts = 25 where id = ${exhausted.id}`

  expect(await sweepOutbox(db)).toEqual({ queued: 1, dead: 1 })
  expect(await sweepOutbox(db)).toEqual({ queued: 0, dead: 0 })
  expect(await jobs()).toHaveLength(2)
  await startWorker(productDeliveries(async () => {}))
  await eventually(async () => {
    expect((await rows()).map((row) => row.state)).toEqual(['delivered', 'dead', 'delivered'])
  })
})

test('the clean-up removes closed rate-limit windows, ended sessions and rows settled long ago, and nothing else', async () => {
  const { db, sql } = database.connection
  await sql`insert into rate_limit (key, count, window_ends_at) values
    ('closed', 3, now() - interval '1 second'), ('open', 3, now() + interval '1 minute')`
  const person = newId()
  await sql`insert into person (id, name, email) values (${person}, 'Nadia', 'nadia@nowhere.example')`
  await sql`insert into session (id, person_id, token, expires_at) values
    (${newId()}, ${person}, 'ended', now() - interval '1 second'),
    (${newId()}, ${person}, 'running', now() + interval '1 minute')`
  for (const [topic, state, days] of [
    ['old', 'delivered', 31],
    ['recent', 'delivered', 29],
    ['old-dead', 'dead', 31],
    ['old-unknown', 'unknown', 31],
  ] as const) {
    await sql`insert into outbox (id, topic, payload_version, payload, state, settled_at)
      values (${newId()}, ${topic}, 1, '{}', ${state}, now() - make_interval(days => ${days}::int))`
  }
  await cleanUp(db)
  expect((await sql`select key from rate_limit`).map((row) => row.key)).toEqual(['open'])
  expect((await sql`select token from session`).map((row) => row.token)).toEqual(['running'])
  expect((await sql`select topic from outbox order by topic`).map((row) => row.topic)).toEqual([
    'old-unknown',
    'recent',
  ])
})

test('a paper that ran out is told to the search index once: of its product, or of the whole booth', async () => {
  const { db, sql } = database.connection
  const [organisation, product] = [newId(), newId()]
  await sql`insert into organisation (id, kind, slug, name) values (${organisation}, 'pesantren', 'al-hikmah', 'Al-Hikmah')`
  await sql`insert into product (id, organisation_id, slug, name, field, kind, drawing, unit)
    values (${product}, ${organisation}, 'kopi', '{"id":"Kopi"}', 'minuman', 'coffee', 'coffee.coal.clay.KOPI.1', 'kg')`
  for (const [productId, days] of [
    [product, -1],
    [null, -2],
    [product, 30],
    [product, -60],
  ] as const) {
    await sql`insert into certificate (id, organisation_id, product_id, kind, state, expires_on)
      values (${newId()}, ${organisation}, ${productId}, 'pirt', 'declared', current_date + ${days}::int)`
  }
  expect(await tellExpiredPapers(db, new Date())).toBe(2)
  expect(await tellExpiredPapers(db, new Date())).toBe(0)
  const told = await sql`select topic, payload from outbox order by topic`
  expect([...told]).toEqual([
    { topic: 'booth.changed', payload: { organisationId: organisation } },
    { topic: 'product.changed', payload: { productId: product } },
  ])
})

test('a request for a meeting that ran out is written down as expired', async () => {
  const { sql } = database.connection
  const [host, guest, meeting] = [newId(), newId(), newId()]
  await sql`insert into organisation (id, kind, slug, name) values
    (${host}, 'pesantren', 'host', 'Host'), (${guest}, 'offtaker', 'guest', 'Guest')`
  await sql.begin(async (tx) => {
    await tx`insert into meeting (id, state, occupies, starts_at, ends_at, way, language, agenda, is_instant, expires_at)
      values (${meeting}, 'requested', false, now() + interval '1 day', now() + interval '1 day 20 minutes',
        'whatsapp', 'id', '{}', false, now() - interval '1 second')`
    await tx`insert into meeting_participant (meeting_id, organisation_id, side, starts_at, ends_at, occupies)
      select m.id, p.organisation_id, p.side, m.starts_at, m.ends_at, false
      from meeting m, (values (${host}::uuid, 'host'), (${guest}::uuid, 'guest')) p(organisation_id, side)`
  })
  await startWorker({ 'meeting.changed': { 1: async () => {} } })
  await eventually(async () => {
    expect([...(await sql`select state, version from meeting`)]).toEqual([{ state: 'expired', version: 2 }])
    expect([...(await sql`select kind, to_state from meeting_event`)]).toEqual([
      { kind: 'expired', to_state: 'expired' },
    ])
    expect(await rows()).toMatchObject([{ state: 'delivered' }])
  })
})
