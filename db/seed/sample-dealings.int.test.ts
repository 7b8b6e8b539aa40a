import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { seedSampleEdition } from './seed-sample-edition.server'

const NOW = new Date('2026-11-22T04:00:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 40, now: NOW })
}, 60_000)
afterAll(() => database.drop())

test('the sample accounts find meetings in every state, around the moment of the seed', async () => {
  const { sql } = database.connection
  const meetings = await sql<{ state: string; past: boolean; proposed: boolean; told: number }[]>`
    select m.state, m.starts_at < ${NOW.toISOString()} as past, m.proposed_by is not null as proposed,
      (select count(*)::int from meeting_outcome o where o.meeting_id = m.id) as told
    from meeting m order by m.state, m.starts_at`
  expect([...meetings]).toEqual([
    { state: 'booked', past: true, proposed: false, told: 0 },
    { state: 'booked', past: false, proposed: false, told: 0 },
    { state: 'booked', past: false, proposed: true, told: 0 },
    { state: 'cancelled', past: false, proposed: false, told: 0 },
    { state: 'declined', past: true, proposed: false, told: 0 },
    { state: 'held', past: true, proposed: false, told: 1 },
    { state: 'requested', past: false, proposed: false, told: 0 },
  ])
  // Whose audit trails end where the meetings are.
  const [strays] = await sql`
    select count(*)::int as n from meeting m where m.state <> (
      select e.to_state from meeting_event e where e.meeting_id = m.id order by e.id desc limit 1)`
  expect(strays?.n).toBe(0)
})

test('their needs are sample, their agenda says why, and nothing of it is anybody real', async () => {
  const { sql } = database.connection
  const needs = await sql`select state, is_sample, count(*)::int as n from need group by 1, 2 order by 1`
  expect([...needs]).toEqual([
    { state: 'closed', is_sample: true, n: 1 },
    { state: 'open', is_sample: true, n: 6 },
  ])
  const [bare] = await sql`
    select count(*)::int as n from meeting
    where not is_sample or jsonb_array_length(agenda -> 'reasons') < 4`
  expect(bare?.n).toBe(0)
  const [queued] = await sql`
    select (select count(*)::int from outbox) + (select count(*)::int from graphile_worker.jobs) as n`
  expect(queued?.n).toBe(0)
})

test('what the parties would have been told is there as demonstrations, and nothing of it can go', async () => {
  const { sql } = database.connection
  const messages = await sql<{ template: string; state: string; n: number }[]>`
    select template, state, count(*)::int as n from message where template like 'meeting-%'
    group by 1, 2 order by 1`
  expect(messages.map(({ template, state }) => [template, state])).toEqual([
    ['meeting-booked', 'demonstration'],
    ['meeting-cancelled', 'demonstration'],
    ['meeting-change-proposed', 'demonstration'],
    ['meeting-declined', 'demonstration'],
    ['meeting-requested', 'demonstration'],
  ])
  const [real] = await sql`select count(*)::int as n from message where not is_sample or address is not null`
  expect(real?.n).toBe(0)
})
