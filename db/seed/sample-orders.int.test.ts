import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { testStorage } from '~/test/setup/test-storage'
import { seedSampleEdition } from './seed-sample-edition.server'

const NOW = new Date('2026-11-22T04:00:00Z')
let database: TestDatabase
const storage = testStorage()

beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 40, now: NOW, storage })
}, 90_000)
afterAll(() => database.drop())

test('the sample accounts find orders in every state, whose books balance and whose messages go nowhere', async () => {
  const { sql } = database.connection
  const states = await sql`
    select state, count(*)::int as n from sample_order where is_sample group by 1 order by 1`
  expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
    awaiting: 2,
    cancelled: 1,
    lapsed: 1,
    packed: 1,
    paid: 3,
    received: 2,
    sent: 2,
  })
  const [books] = await sql`
    select sum(amount_minor)::text as sum, count(*)::int as n from ledger_line`
  expect(books?.sum).toBe('0')
  expect(books?.n).toBeGreaterThan(20)
  const [disputed] = await sql`select count(*)::int as n from sample_order where dispute = 'open'`
  expect(disputed?.n).toBe(1)
  const [proof] = await sql`
    select p.proof_key as key from payment p join sample_order o on o.id = p.order_id
    where o.state = 'awaiting' and o.proof_sent_at is not null`
  expect((await storage.get(String(proof?.key)))?.contentType).toBe('image/webp')
  const [owing] = await sql`select count(*)::int as n from refund where state = 'wanted'`
  expect(owing?.n).toBe(1)
  const [queued] = await sql`
    select (select count(*)::int from outbox) + (select count(*)::int from graphile_worker.jobs) as n`
  expect(queued?.n).toBe(0)
  const [real] = await sql`
    select count(*)::int as n from message where state <> 'demonstration' or not is_sample`
  expect(real?.n).toBe(0)
})
