import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { openSendingHall, type SendingHall, soon } from './sending-hall'

// What the outside services do to messages: none is lost, none goes twice unknowingly, counted at the receiver.

let database: TestDatabase
let hall: SendingHall

beforeEach(async () => {
  database = await createTestDatabase()
  hall = await openSendingHall(database.url)
})
afterEach(async () => {
  await hall.close()
  await database.drop()
})

async function somebody(count: number, has: { phone?: boolean; mail?: boolean } = { phone: true }) {
  const people = []
  for (let i = 0; i < count; i++) people.push(await hall.person(has))
  return people
}
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)

/** Each of `count` messages arrived, and each once. */
async function eachOnce(count: number): Promise<void> {
  const arrivals = await hall.arrivals()
  expect([...arrivals.values()].filter((times) => times !== 1)).toEqual([])
  expect(arrivals.size).toBe(count)
}

test('messages go out, are told of and end as read; a code leaves within a second', async () => {
  const people = await somebody(20)
  await hall.startWorker()
  await hall.queue(ids(people))
  const before = Date.now()
  const code = await hall.queueCode('whatsapp', '+628199900001', '271828')
  expect(await hall.world.codeTo('+628199900001')).toBe('271828')
  const { whatsapp } = await hall.world.received('+628199900001')
  expect((whatsapp[0]?.at ?? Number.POSITIVE_INFINITY) - before).toBeLessThan(1_500)
  expect(whatsapp[0]?.type).toBe('template')
  await soon(async () => expect(await hall.states()).toEqual({ read: 21 }))
  // The code is nowhere any more.
  expect((await hall.message(code)).variables).toEqual({ minutes: 10 })
  await eachOnce(21)
}, 90_000)

test('500s and 429s: later again, and nothing is lost', async () => {
  const people = await somebody(12)
  const [first, second] = people
  await hall.world.inject({ kind: 'error', httpStatus: 500, code: 131000, to: first?.phone, times: 2 })
  await hall.world.inject({ kind: 'error', httpStatus: 503, to: second?.phone })
  await hall.world.inject({ kind: 'error', httpStatus: 429, code: 130429, times: 2 })
  await hall.queue(ids(people))
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ read: 12 }), 35_000)
  await eachOnce(12)
  const tries = await hall.connection().sql<{ failure: string; n: number }[]>`
    select failure, count(*)::int as n from message_attempt where failure is not null group by failure order by 1`
  expect(tries.find(({ failure }) => failure === 'rate')?.n).toBe(2)
  expect(tries.find(({ failure }) => failure === 'unavailable')?.n).toBe(3)
}, 90_000)

test('no answer after taking: the status tells; no answer and not taken: unknown, then knowingly again', async () => {
  const [taken, lost, other] = await somebody(3)
  await hall.world.inject({ kind: 'silent-after', to: taken?.phone })
  await hall.world.inject({ kind: 'silent-before', to: lost?.phone })
  const [takenId = '', lostId = ''] = await hall.queue([taken?.id ?? '', lost?.id ?? ''])
  await hall.startWorker()
  // WhatsApp's status is here long before the time-out is.
  await soon(async () => expect((await hall.message(takenId)).state).toBe('read'))
  await soon(async () => expect((await hall.message(lostId)).state).toBe('unknown'))

  // A quarter of an hour later, and WhatsApp has told of nothing since: it stays unknown.
  const { sql } = hall.connection()
  await sql`update message_attempt set started_at = started_at - interval '16 minutes' where message_id = ${lostId}`
  await sql`update message_attempt set started_at = started_at - interval '17 minutes' where message_id = ${takenId}`
  await sql`update message set updated_at = updated_at - interval '16 minutes' where id = ${lostId}`
  await new Promise((resolve) => setTimeout(resolve, 11_000))
  expect((await hall.message(lostId)).state).toBe('unknown')
  // It tells of a later one: so it would have told of this.
  await hall.queue([other?.id ?? ''])
  await soon(async () => expect(await hall.states()).toEqual({ read: 3 }), 20_000)
  await eachOnce(3)
  const [attempt] =
    await sql`select service_code from message_attempt where message_id = ${lostId} and number = 1`
  expect(attempt?.service_code).toBe('not-taken')
}, 90_000)

test('webhooks five times each and in any order: read stays read', async () => {
  await hall.world.set({ repeat: 5, shuffled: true })
  const people = await somebody(10)
  await hall.queue(ids(people))
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ read: 10 }))
  await hall.world.settled()
  expect(await hall.states()).toEqual({ read: 10 })
  const [told] = await hall.connection().sql`select count(*)::int as n from whatsapp_status`
  expect(told?.n).toBe(30)
  const [times] = await hall.connection().sql`
    select count(*)::int as n from message where delivered_at is not null and read_at is not null`
  expect(times?.n).toBe(10)
  await eachOnce(10)
}, 90_000)

test('a failed channel falls back to the other once; what fails there too is dead', async () => {
  const [refusedAtOnce, refusedLater, both, onlyPhone] = await somebody(3, { phone: true, mail: true }).then(
    async (three) => [...three, ...(await somebody(1))],
  )
  await hall.world.inject({ kind: 'error', httpStatus: 400, code: 131026, to: refusedAtOnce?.phone })
  await hall.world.inject({ kind: 'failed-status', code: 131026, to: refusedLater?.phone })
  await hall.world.inject({ kind: 'error', httpStatus: 400, code: 131049, to: both?.phone })
  await hall.world.inject({ channel: 'mail', kind: 'smtp', code: 550, at: 'rcpt', to: both?.email })
  await hall.world.inject({ kind: 'error', httpStatus: 400, code: 131026, to: onlyPhone?.phone })
  const people = [refusedAtOnce, refusedLater, both, onlyPhone].map((each) => each?.id ?? '')
  const [a = '', b = '', c = '', d = ''] = await hall.queue(people)
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ sent: 2, dead: 2 }))
  expect(await hall.message(a)).toMatchObject({ state: 'sent', channel: 'mail', fellBackFrom: 'whatsapp' })
  expect(await hall.message(b)).toMatchObject({ state: 'sent', channel: 'mail', fellBackFrom: 'whatsapp' })
  expect(await hall.message(c)).toMatchObject({ state: 'dead', failure: 'undeliverable' })
  expect(await hall.message(d)).toMatchObject({ state: 'dead', failure: 'undeliverable' })
  expect(await hall.world.counts()).toEqual({ whatsapp: 0, mail: 2 })
}, 90_000)

test("more people than a day allows: in stages, with the rest kept for codes; a receiver's pace is kept", async () => {
  const people = await somebody(15)
  await hall.queue(ids(people))
  const [first] = people
  await hall.queue([first?.id ?? ''], { priority: 1 })
  await hall.startWorker({ WHATSAPP_DAILY_PEOPLE: '10' })
  // Nine people, one of them twice and six seconds apart.
  await soon(async () => expect(await hall.states()).toEqual({ read: 10, waiting: 6 }))
  const { whatsapp } = await hall.world.received(first?.phone)
  expect(whatsapp).toHaveLength(2)
  expect((whatsapp[1]?.at ?? 0) - (whatsapp[0]?.at ?? 0)).toBeGreaterThan(5_500)
  // What is kept is for the codes of those whose number it is, and not for whom anybody can ask.
  const strangers = await hall.queueCode('whatsapp', '+628199900002', '271828')
  await soon(async () => expect((await hall.message(strangers)).state).toBe('dead'))
  expect((await hall.world.received('+628199900002')).whatsapp).toEqual([])
  await hall.connection().sql`delete from message where id = ${strangers}`
  const owner = await waiting(people)
  await hall.queueCode('whatsapp', owner?.phone ?? '', '314159', owner?.id)
  expect(await hall.world.codeTo(owner?.phone ?? '')).toBe('314159')
  // They wait for tomorrow, and say so.
  const [waits] = await hall.connection().sql<{ hours: number }[]>`
    select extract(epoch from min(not_before) - now())::float / 3600 as hours from message where state = 'waiting'`
  expect(waits?.hours).toBeGreaterThan(23)
  // A day later the next stage goes.
  await hall.connection().sql`update message_attempt set started_at = started_at - interval '25 hours'`
  await hall.connection().sql`update message set not_before = now() where state = 'waiting'`
  for (const each of await restarted()) expect(each).toBe('read')
  await eachOnce(17)
}, 90_000)

/** One of them whom nothing has reached yet. */
async function waiting(people: Awaited<ReturnType<typeof somebody>>) {
  for (const each of people) {
    if ((await hall.world.received(each.phone)).whatsapp.length === 0) return each
  }
}

async function restarted(): Promise<string[]> {
  await hall.stopWorkers()
  await hall.startWorker({ WHATSAPP_DAILY_PEOPLE: '10' })
  await soon(async () => expect((await hall.states()).waiting).toBeUndefined())
  await soon(async () => expect(Object.keys(await hall.states())).toEqual(['read']))
  return Object.keys(await hall.states())
}

test('a wrong token: everything waits, nothing is lost, and it is one call in five minutes', async () => {
  const people = await somebody(10)
  await hall.queue(ids(people))
  await hall.startWorker({ WHATSAPP_TOKEN: 'expired', WHATSAPP_PER_SECOND: '2' })
  await soon(async () => {
    const [tries] = await hall.connection()
      .sql`select count(*)::int as n from message_attempt where failure = 'setup'`
    expect(tries?.n).toBeGreaterThan(0)
  })
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await hall.states()).toEqual({ waiting: 10 })
  const [tries] = await hall.connection().sql`select count(*)::int as n from message_attempt`
  expect(tries?.n).toBeLessThanOrEqual(2)
  // Mended, by a worker that doesn't remember.
  await hall.stopWorkers()
  await hall.connection().sql`update message set not_before = now() where state = 'waiting'`
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ read: 10 }))
  await eachOnce(10)
}, 90_000)

test('a wrong token, and mail is there: everything goes by that', async () => {
  const people = await somebody(8, { phone: true, mail: true })
  await hall.queue(ids(people))
  await hall.startWorker({ WHATSAPP_TOKEN: 'expired', WHATSAPP_PER_SECOND: '2' })
  // But the call or two that have shown it, which wait for their turn.
  await soon(async () => {
    const { sent = 0, waiting = 0, ...others } = await hall.states()
    expect(others).toEqual({})
    expect(sent + waiting).toBe(8)
    expect(waiting).toBeGreaterThan(0)
    expect(waiting).toBeLessThanOrEqual(2)
  })
  await hall.connection().sql`update message set not_before = now() where state = 'waiting'`
  await soon(async () => expect(await hall.states()).toEqual({ sent: 8 }))
  expect(await hall.world.counts()).toEqual({ whatsapp: 0, mail: 8 })
  await eachOnce(8)
}, 90_000)

test('what WhatsApp takes and fails later goes again: a code with its code, each once', async () => {
  const [limited, unpaid] = await somebody(2, { phone: true, mail: true })
  const number = '+628199900003'
  await hall.world.inject({ kind: 'failed-status', code: 131000, to: number })
  await hall.world.inject({ kind: 'failed-status', code: 131056, to: limited?.phone })
  await hall.world.inject({ kind: 'failed-status', code: 131042, to: unpaid?.phone })
  const [limitedId = '', unpaidId = ''] = await hall.queue(
    ids([limited, unpaid].flatMap((each) => each ?? [])),
  )
  const code = await hall.queueCode('whatsapp', number, '271828')
  await hall.startWorker()
  expect(await hall.world.codeTo(number)).toBe('271828')
  await soon(async () => expect((await hall.message(code)).state).toBe('read'))
  expect((await hall.world.received(number)).whatsapp).toHaveLength(1)
  await soon(async () => expect((await hall.message(limitedId)).state).toBe('read'))
  // The account itself is in trouble: five minutes later by mail.
  await soon(async () =>
    expect(await hall.message(unpaidId)).toMatchObject({ failure: 'setup', attempts: 1 }),
  )
  await hall.connection().sql`update message set not_before = now() where id = ${unpaidId}`
  await soon(async () =>
    expect(await hall.message(unpaidId)).toMatchObject({ state: 'sent', channel: 'mail' }),
  )
  await eachOnce(3)
}, 90_000)

test('no more than the configured rate in any second, counted at the receiver', async () => {
  const people = await somebody(45)
  await hall.queue(ids(people))
  await hall.startWorker({ WHATSAPP_PER_SECOND: '10' })
  await soon(async () => expect((await hall.world.counts()).whatsapp).toBe(45))
  const at = (await hall.world.received()).whatsapp.map((each) => each.at).sort((a, b) => a - b)
  // Six may have gathered in the bucket, and a busy machine moves some of one second into the next.
  for (const [index, from] of at.entries()) {
    const within = at.slice(index).filter((each) => each < from + 1_000).length
    expect(within).toBeLessThanOrEqual(10 + 6 + 5)
  }
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(3_000)
}, 90_000)
