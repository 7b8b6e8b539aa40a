import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { openSendingHall, type SendingHall, soon } from './sending-hall'

// Our own processes die at the worst moment: none is lost, none goes twice unknowingly, counted at the receiver.

let dataDir: string
let postgres: EmbeddedPostgres
let hall: SendingHall

beforeEach(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-deaths-'))
  postgres = await startEmbeddedPostgres({ dataDir })
  await migrateDatabase(postgres.url)
  hall = await openSendingHall(postgres.url)
})
afterEach(async () => {
  await hall.close()
  await postgres.stop().catch(() => {})
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function queueTo(count: number): Promise<string[]> {
  const people = []
  for (let i = 0; i < count; i++) people.push(await hall.person({ phone: true }))
  return hall.queue(people.map(({ id }) => id))
}

async function eachOnce(count: number): Promise<void> {
  const arrivals = await hall.arrivals()
  expect([...arrivals.values()].filter((times) => times !== 1)).toEqual([])
  expect(arrivals.size).toBe(count)
}

test("the worker is killed between WhatsApp's yes and our commit: unknown, told by the status, never again", async () => {
  // Taken at once, answered late; and what WhatsApp tells waits, so that nobody knows.
  await hall.world.set({ webhookUrl: null })
  const people = []
  for (let i = 0; i < 6; i++) people.push(await hall.person({ phone: true }))
  for (const { phone } of people) await hall.world.inject({ kind: 'silent-after', to: phone })
  await hall.queue(people.map(({ id }) => id))
  const worker = await hall.startWorker()
  await soon(async () => expect((await hall.world.counts()).whatsapp).toBe(6))
  await worker.kill('SIGKILL')
  expect(await hall.states()).toEqual({ sending: 6 })

  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ unknown: 6 }))
  // Others go meanwhile; these wait for what WhatsApp says.
  await queueTo(3)
  await soon(async () => expect(await hall.states()).toEqual({ unknown: 6, sent: 3 }))
  await hall.world.set({ webhookUrl: hall.webhookUrl })
  await soon(async () => expect(await hall.states()).toEqual({ read: 9 }))
  await eachOnce(9)
}, 90_000)

test('workers are killed and started while messages go: each arrives once', async () => {
  await hall.world.set({ answerAfterMs: 150 })
  await queueTo(60)
  for (let round = 0; round < 3; round++) {
    const worker = await hall.startWorker({ WHATSAPP_PER_SECOND: '10' })
    const before = (await hall.world.counts()).whatsapp
    await soon(async () => expect((await hall.world.counts()).whatsapp).toBeGreaterThan(before + 3))
    await worker.kill(round === 1 ? 'SIGTERM' : 'SIGKILL')
  }
  await hall.world.set({ answerAfterMs: 0 })
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toMatchObject({ read: expect.any(Number) }))
  // What was begun, and died before it left, is unknown until WhatsApp has been given its quarter of an hour.
  await soon(async () => {
    const { read = 0, unknown = 0, ...others } = await hall.states()
    expect(others).toEqual({})
    expect(read + unknown).toBe(60)
  })
  await hall.connection().sql`
    update message_attempt a set started_at = started_at - interval '16 minutes'
    from message m where m.id = a.message_id and m.state = 'unknown'`
  await hall.connection().sql`
    update message set updated_at = updated_at - interval '16 minutes' where state = 'unknown'`
  await soon(async () => expect(await hall.states()).toEqual({ read: 60 }))
  await eachOnce(60)
}, 90_000)

test('the database goes for ten seconds while messages go: results wait for it', async () => {
  await hall.world.set({ answerAfterMs: 1_000 })
  await queueTo(40)
  await hall.startWorker({ WHATSAPP_PER_SECOND: '10' })
  await soon(async () => expect((await hall.world.counts()).whatsapp).toBeGreaterThan(5))
  const { port } = postgres
  // WhatsApp says it again later, as it does for days.
  await hall.world.set({ webhookUrl: null })
  await sleep(300)
  await hall.connection().close()
  await postgres.stop()
  await sleep(10_000)
  postgres = await startEmbeddedPostgres({ dataDir })
  expect(postgres.port).toBe(port)
  await hall.reconnect(postgres.url)
  const written = await hall.states()
  // Before WhatsApp says anything: our own word of what it took.
  await soon(async () => expect((await hall.states()).sent ?? 0).toBeGreaterThan(written.sent ?? 0))
  await hall.world.set({ webhookUrl: hall.webhookUrl })
  // The supervisor's part: a worker whose queue was lost ends by itself, once its results are written.
  await hall.startWorker()
  await soon(async () => expect(await hall.states()).toEqual({ read: 40 }), 40_000)
  await eachOnce(40)
  const [unanswered] = await hall.connection().sql`
    select count(*)::int as n from message_attempt where failure is not null or ended_at is null`
  expect(unanswered?.n).toBe(0)
}, 90_000)
