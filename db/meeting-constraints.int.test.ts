import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '~/domain/shared/ids'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'

let database: TestDatabase
const [host, guest, other] = [newId(), newId(), newId()]

beforeAll(async () => {
  database = await createTestDatabase()
  const { sql } = database.connection
  await sql`insert into organisation (id, kind, slug, name) values
    (${host}, 'pesantren', 'host', 'Host'), (${guest}, 'offtaker', 'guest', 'Guest'), (${other}, 'offtaker', 'other', 'Other')`
  await sql`insert into seat (organisation_id, number) values (${host}, 1), (${host}, 2), (${guest}, 1), (${other}, 1)`
})
afterAll(() => database.drop())

interface Plan {
  at: string
  minutes?: number
  state?: 'booked' | 'requested'
  with?: string
  hostSeat?: number
  parties?: boolean
}

async function meet({
  at,
  minutes = 20,
  state = 'booked',
  with: withWhom = guest,
  hostSeat = 1,
  parties = true,
}: Plan) {
  const id = newId()
  const occupies = state === 'booked'
  const start = new Date(`2026-12-08T${at}:00Z`)
  const from = start.toISOString()
  const until = new Date(start.getTime() + minutes * 60_000).toISOString()
  await database.connection.sql.begin(async (sql) => {
    await sql`insert into meeting (id, state, occupies, starts_at, ends_at, way, language, agenda, is_instant, expires_at)
      values (${id}, ${state}, ${occupies}, ${from}, ${until}, 'whatsapp', 'id', '{}', true, ${from})`
    if (!parties) return
    for (const [organisation, side, seat] of [
      [host, 'host', hostSeat],
      [withWhom, 'guest', 1],
    ] as const) {
      await sql`insert into meeting_participant (meeting_id, organisation_id, side, seat, starts_at, ends_at, occupies)
        values (${id}, ${organisation}, ${side}, ${occupies ? seat : null}, ${from}, ${until}, ${occupies})`
    }
  })
  return id
}

test('a seat holds one meeting at a time; the next one may start when it ends; another seat is free', async () => {
  const first = await meet({ at: '03:00' })
  await expect(meet({ at: '03:10', with: other })).rejects.toMatchObject({ code: '23P01' })
  await expect(meet({ at: '03:10', with: other, hostSeat: 2 })).resolves.toBeTruthy()
  await expect(meet({ at: '03:20' })).resolves.toBeTruthy()
  // Requests hold nothing.
  await expect(meet({ at: '03:00', state: 'requested' })).resolves.toBeTruthy()
  const { sql } = database.connection
  // Participants follow the meeting's time, and the constraint looks at them there.
  await expect(
    sql`update meeting set starts_at = '2026-12-08T03:20Z', ends_at = '2026-12-08T03:40Z' where id = ${first}`,
  ).rejects.toMatchObject({ code: '23P01' })
  await sql`update meeting set starts_at = '2026-12-08T05:00Z', ends_at = '2026-12-08T05:20Z' where id = ${first}`
  const moved = await sql`select distinct starts_at from meeting_participant where meeting_id = ${first}`
  expect(moved.map((row) => new Date(row.starts_at).toISOString())).toEqual(['2026-12-08T05:00:00.000Z'])
  await sql`update meeting set state = 'cancelled', occupies = false, end_reason = 'x', ended_by = ${host} where id = ${first}`
  await expect(meet({ at: '05:00' })).resolves.toBeTruthy()
})

test('who holds no seat cannot be booked, and a seat must exist', async () => {
  const { sql } = database.connection
  const id = await meet({ at: '07:00', state: 'requested' })
  await expect(
    sql`update meeting set state = 'booked', occupies = true where id = ${id}`,
  ).rejects.toMatchObject({ code: '23514', constraint_name: 'meeting_participant_has_seat' })
  await expect(meet({ at: '08:00', hostSeat: 3 })).rejects.toMatchObject({ code: '23503' })
})

test('a meeting has a host and a guest, and never mixes sample and real', async () => {
  await expect(meet({ at: '09:00', parties: false })).rejects.toMatchObject({
    constraint_name: 'meeting_has_parties',
  })
  const { sql } = database.connection
  const id = await meet({ at: '09:00' })
  await expect(sql`update meeting set is_sample = true where id = ${id}`).rejects.toMatchObject({
    constraint_name: 'meeting_has_parties',
  })
  await expect(
    sql`delete from meeting_participant where meeting_id = ${id} and side = 'guest'`,
  ).rejects.toMatchObject({ constraint_name: 'meeting_has_parties' })
})

test('the audit trail only grows, but forgets a person and goes with its meeting', async () => {
  const { sql } = database.connection
  const id = await meet({ at: '10:00' })
  const person = newId()
  await sql`insert into person (id, name) values (${person}, 'Siti')`
  await sql`insert into meeting_event (meeting_id, kind, to_state, person_id) values (${id}, 'booked', 'booked', ${person})`
  await expect(sql`update meeting_event set reason = 'other'`).rejects.toMatchObject({ code: '23001' })
  await expect(sql`delete from meeting_event`).rejects.toMatchObject({ code: '23001' })
  await sql`delete from person where id = ${person}`
  expect([...(await sql`select person_id, kind from meeting_event`)]).toEqual([
    { person_id: null, kind: 'booked' },
  ])
  await sql`delete from meeting where id = ${id}`
  expect(await sql`select from meeting_event`).toHaveLength(0)
})

test('open times of a day do not overlap, nor do exceptions', async () => {
  const { sql } = database.connection
  const open = (weekday: number, from: number, to: number) =>
    sql`insert into open_time (id, organisation_id, weekday, from_minute, to_minute)
      values (${newId()}, ${host}, ${weekday}, ${from}, ${to})`
  await open(1, 480, 660)
  await open(1, 660, 720)
  await open(2, 480, 660)
  await expect(open(1, 600, 700)).rejects.toMatchObject({ code: '23P01' })
  const except = (from: number | null, to: number | null) =>
    sql`insert into open_time_exception (id, organisation_id, day, kind, from_minute, to_minute)
      values (${newId()}, ${host}, '2026-12-08', 'closed', ${from}, ${to})`
  await except(480, 540)
  await expect(except(null, null)).rejects.toMatchObject({ code: '23P01' })
})
