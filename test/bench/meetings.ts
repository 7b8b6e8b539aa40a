import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connectDatabase } from '~/db/client.server'
import { startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { inTransaction } from '~/db/transaction.server'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { listMeetings } from '~/domain/meeting/list-meetings.server'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { newId } from '~/domain/shared/ids'
import { brokenInvariants, deadlocks } from '../setup/meeting-invariants'
import { type MeetingHall, meetingHallIn, type Side } from '../setup/meeting-parties'
import { meetingStorm } from '../setup/meeting-storm'

/**
 * `npm run bench -- meetings [--meetings 10000] [--rounds 300] [--operations 5000] [--clients 16]`: booking,
 * reading and listing beside so many meetings, each beside its limit in the same run (bare inserts of the same
 * rows in one transaction; a bare select of twenty meetings by primary key). Then a storm of operations at
 * once, with the invariants. Progress on standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    meetings: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '300' },
    operations: { type: 'string', default: '5000' },
    clients: { type: 'string', default: '16' },
  },
})
const total = Number(values.meetings)
const rounds = Number(values.rounds)
const HOSTS = 50
const GUESTS = 100

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 100) / 100
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** One meeting for each host on each of many days, at six in the morning: half of them past. */
async function fill(hall: MeetingHall, hosts: Side[], guests: Side[]): Promise<void> {
  const { db } = hall.database.connection
  const agenda = JSON.stringify({
    productWords: 'madu hutan',
    monthlyVolume: 240,
    unit: 'jar',
    requiredPapers: [],
    reasons: [],
  })
  const hostIds = JSON.stringify(hosts.map(({ id }) => id))
  const guestIds = JSON.stringify(guests.map(({ id }) => id))
  await db.execute(sql`insert into seat (organisation_id, number)
    select id, 1 from organisation on conflict do nothing`)
  await db.execute(sql`
    create temp table filled on commit preserve rows as
    select gen_random_uuid() as id, i % ${HOSTS}::int as host, (i % ${HOSTS}::int) * 2 + (i / ${HOSTS}::int) % 2 as guest,
      timestamptz '2026-11-21T23:00Z' + make_interval(days => i / ${HOSTS}::int - ${Math.ceil(total / HOSTS / 2)}::int) as at
    from generate_series(0, ${total - 1}::int) i`)
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`
      insert into meeting (id, state, occupies, starts_at, ends_at, way, language, agenda, is_instant)
      select id, case when at < '2026-11-22T03:00Z' then 'held' else 'booked' end, true, at, at + interval '20 minutes',
        'whatsapp', 'id', ${agenda}::jsonb, true from filled`)
    await tx.execute(sql`
      insert into meeting_participant (meeting_id, organisation_id, side, seat, starts_at, ends_at, occupies)
      select f.id, (${hostIds}::jsonb ->> f.host)::uuid, 'host', 1, f.at, f.at + interval '20 minutes', true from filled f
      union all
      select f.id, (${guestIds}::jsonb ->> f.guest)::uuid, 'guest', 1, f.at, f.at + interval '20 minutes', true from filled f`)
    await tx.execute(sql`
      insert into meeting_event (meeting_id, kind, to_state, starts_at) select id, 'booked', case when at < '2026-11-22T03:00Z' then 'held' else 'booked' end, at from filled`)
  })
  await db.execute(sql`analyze`)
}

/** What a booking writes, and nothing else. */
async function bareInserts(hall: MeetingHall, host: Side, guest: Side, at: Date): Promise<void> {
  const [id, from, until] = [newId(), at.toISOString(), new Date(at.getTime() + 1_200_000).toISOString()]
  await inTransaction(hall.database.connection.db, async (tx) => {
    await tx.execute(sql`
      insert into meeting (id, state, occupies, starts_at, ends_at, way, language, agenda, is_instant)
      values (${id}, 'booked', true, ${from}, ${until}, 'whatsapp', 'id', '{"productWords":"madu"}', true)`)
    await tx.execute(sql`
      insert into meeting_participant (meeting_id, organisation_id, side, seat, starts_at, ends_at, occupies)
      values (${id}, ${host.id}, 'host', 1, ${from}, ${until}, true), (${id}, ${guest.id}, 'guest', 1, ${from}, ${until}, true)`)
    await tx.execute(
      sql`insert into meeting_event (meeting_id, kind, to_state) values (${id}, 'booked', 'booked')`,
    )
    await tx.execute(
      sql`insert into outbox (id, topic, payload_version, payload) values (${newId()}, 'meeting.changed', 1, '{}')`,
    )
  })
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('the list is empty')
  return found
}

const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-bench-meetings-'))
const postgres = await startEmbeddedPostgres({ dataDir: directory })
const connection = connectDatabase(postgres.url, { max: Number(values.clients) + 4 })
try {
  await migrateDatabase(postgres.url)
  const hall = await meetingHallIn({ url: postgres.url, connection, drop: async () => {} })
  const hosts: Side[] = []
  const guests: Side[] = []
  for (let i = 0; i < HOSTS; i++) hosts.push(await hall.host({ seats: 2 }))
  for (let i = 0; i < GUESTS; i++) guests.push(await hall.guest())
  await fill(hall, hosts, guests)
  console.error(`${total} meetings of ${HOSTS} pesantren and ${GUESTS} companies`)

  const times = { booking: [] as number[], taken: [] as number[], inserts: [] as number[] }
  const clocks = ['09:00', '09:25', '09:50', '10:15', '10:40']
  for (let round = -20; round < rounds; round += 1) {
    const index = round + 20
    const [host, guest] = [at(hosts, index), at(guests, index)]
    const day = new Date(
      Date.parse('2026-11-24') + (Math.floor(index / (HOSTS * clocks.length)) % 30) * 86_400_000,
    )
    const startsAt = hall.at(at(clocks, Math.floor(index / HOSTS)), day.toISOString().slice(0, 10))
    const need = () => hall.need(guest)
    const book = async (needId: string, wanted: Date, expected: string) => {
      const input = {
        needId,
        boothSlug: host.slug,
        productId: null,
        startsAt: wanted,
        note: null,
        token: newId(),
      }
      const context = hall.as(guest)
      // An hour's limit for each company isn't what is measured.
      const outcome = await bookMeeting(
        { ...context, now: new Date(context.now.getTime() + index * 60_000) },
        input,
      )
      if (outcome.kind !== expected)
        throw new Error(`${outcome.kind} instead of ${expected} in round ${round}`)
    }
    const [first, second] = [await need(), await need()]
    const bare = await timed(() =>
      bareInserts(hall, host, guest, new Date(startsAt.getTime() - 400 * 86_400_000)),
    )
    const booked = await timed(() => book(first, startsAt, 'booked'))
    // The same company again: its own seat is taken then.
    const refused = await timed(() =>
      bookMeeting(hall.as(guest), {
        needId: second,
        boothSlug: at(hosts, index + 1).slug,
        productId: null,
        startsAt,
        note: null,
        token: newId(),
      }),
    )
    if (round < 0) continue
    times.inserts.push(bare)
    times.booking.push(booked)
    times.taken.push(refused)
  }

  const ids = await connection.sql<{ id: string }[]>`select id from meeting order by id limit 5000`
  const lists: Record<string, number[]> = { host: [], guest: [], organiser: [], meeting: [], limit: [] }
  for (let round = -20; round < rounds; round += 1) {
    const index = round + 20
    const [host, guest] = [at(hosts, index), at(guests, index)]
    const page = 1 + (index % 3)
    const took = {
      limit: await timed(() =>
        connection.db.execute(
          sql`select * from meeting where id in (${sql.join(
            Array.from({ length: 20 }, (_, i) => sql`${at(ids, index * 20 + i).id}`),
            sql`, `,
          )})`,
        ),
      ),
      host: await timed(() => listMeetings(hall.as(host), { tab: 'upcoming', page })),
      guest: await timed(() => listMeetings(hall.as(guest), { tab: 'past', page })),
      organiser: await timed(() =>
        listMeetings(hall.as({ actor: hall.organiser }), { tab: 'upcoming', page }),
      ),
      meeting: await timed(() =>
        readMeeting(hall.as({ actor: hall.organiser }), { meetingId: at(ids, index).id }),
      ),
    }
    if (round < 0) continue
    for (const [name, time] of Object.entries(took)) lists[name]?.push(time)
  }

  const started = performance.now()
  const storm = await meetingStorm(hall, {
    operations: Number(values.operations),
    clients: Number(values.clients),
    seed: 20_261_208,
  })
  const stormMs = performance.now() - started
  const broken = await brokenInvariants(connection.sql)
  // Filled in and bare ones have no outbox row of their own.
  delete broken['an event left no outbox row, or two']

  const p50 = (list: number[] | undefined) => percentile(list ?? [], 0.5)
  const p95 = (list: number[] | undefined) => percentile(list ?? [], 0.95)
  const figures = Object.fromEntries(
    Object.entries({ ...times, ...lists }).map(([name, list]) => [
      name,
      { p50Ms: p50(list), p95Ms: p95(list) },
    ]),
  )
  for (const [name, { p50Ms, p95Ms }] of Object.entries(figures)) {
    console.error(`${name.padEnd(10)} p50 ${p50Ms} ms, p95 ${p95Ms} ms`)
  }
  console.error(storm.counts)
  console.log(
    JSON.stringify({
      bench: 'meetings',
      meetings: total,
      ...figures,
      bookingTimesInserts: Math.round((p50(times.booking) / p50(times.inserts)) * 100) / 100,
      listTimesLimit: Math.round((p50(lists.host) / p50(lists.limit)) * 100) / 100,
      storm: {
        operations: Number(values.operations),
        clients: Number(values.clients),
        perSecond: Math.round((Number(values.operations) / stormMs) * 1000),
        errors: storm.errors.length,
        deadlocks: await deadlocks(connection.sql),
        broken,
      },
    }),
  )
  if (storm.errors.length > 0 || Object.keys(broken).length > 0) process.exitCode = 1
} finally {
  await connection.close()
  await postgres.stop()
  await fs.rm(directory, { recursive: true, force: true })
}
