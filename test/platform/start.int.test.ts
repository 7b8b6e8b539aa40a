import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readEmbeddedUrl } from '~/db/embedded.server'
import { newId } from '~/domain/shared/ids'
import { type ProcessRow, processTable } from '~/test/setup/process-table'
import { type RunningProduct, spawnProduct, startProduct } from '~/test/setup/product'

// The whole product as `npm start` runs it, killed in every way. The tests go on from one to the next.

let dataDir: string
let product: RunningProduct

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-start-'))
  // Builds the front end first where it is stale.
  product = await startProduct({ dataDir, args: ['--booths', '12'], timeoutMs: 170_000 })
}, 180_000)
afterAll(async () => {
  await product?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}, 30_000)

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 50 })

/** The supervisor and all that it started, and what those started. */
function family(): ProcessRow[] {
  const all = processTable()
  const found = all.filter((row) => row.pid === product.process.pid)
  for (const known of found) found.push(...all.filter((row) => row.parent === known.pid))
  return found
}

function member(name: 'server.ts' | 'worker.ts' | 'bin/postgres'): number {
  const row = family().find((each) => each.command.includes(name) && each.parent === product.process.pid)
  if (!row) throw new Error(`no ${name} runs`)
  return row.pid
}

function living(pids: readonly number[]): number[] {
  return processTable()
    .map((row) => row.pid)
    .filter((pid) => pids.includes(pid))
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${product.url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

async function query<T>(work: (sql: postgres.Sql) => Promise<T>, of = dataDir): Promise<T> {
  const sql = postgres(readEmbeddedUrl(of) ?? '', { max: 1, onnotice: () => {}, fetch_types: false })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const boothCount = (of = dataDir) =>
  query(
    async (sql) => (await sql`select count(*)::int as n from participation where slot is not null`)[0]?.n,
    of,
  )

/** Writes an event as a use case would, and waits until the worker has delivered it. */
async function seeDelivery(): Promise<void> {
  await query(async (sql) => {
    const id = newId()
    await sql.begin(async (tx) => {
      await tx`insert into outbox (id, topic, payload_version, payload)
        values (${id}, 'inquiry.received', 1, ${JSON.stringify({ inquiryId: newId() })}::text::jsonb)`
      await tx`select graphile_worker.add_job('deliver', json_build_object('outboxId', ${id}::text))`
    })
    await soon(async () => {
      expect(await sql`select state from outbox where id = ${id}`).toMatchObject([{ state: 'delivered' }])
    })
  })
}

test('the first start fills the hall, answers in three languages and works on its queue', async () => {
  expect(await boothCount()).toBe(12)
  for (const locale of ['id', 'en', 'ar']) {
    const response = await fetch(`${product.url}/${locale}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(`lang="${locale}"`)
  }
  await seeDelivery()
}, 40_000)

test('what it prints is plain and holds no secret', async () => {
  const { password } = JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres/connection.json'), 'utf8'))
  expect(password.length).toBeGreaterThan(20)
  expect(product.output()).not.toContain(password)
  expect(product.output()).not.toMatch(/postgres:\/\/|^\s*[{]|\bat .+:\d+:\d+/m)
  for (const file of fs.readdirSync(path.join(dataDir, 'log'))) {
    expect(fs.readFileSync(path.join(dataDir, 'log', file), 'utf8')).not.toContain(password)
  }
})

test('a second start on the same port or the same data says so and leaves the first alone', async () => {
  const port = new URL(product.url).port
  const samePort = spawnProduct({ dataDir: path.join(dataDir, 'other'), env: { PORT: port } })
  await samePort.said(`Port ${port} is already in use`)
  const sameData = spawnProduct({ dataDir })
  await sameData.said('already uses the data directory')
  for (const { process } of [samePort, sameData]) {
    if (process.exitCode === null) await once(process, 'exit')
    expect(process.exitCode).toBe(1)
  }
  expect(await isReady()).toBe(true)
}, 40_000)

test('kill -9 of the web: it is back on the same port', async () => {
  const killed = member('server.ts')
  process.kill(killed, 'SIGKILL')
  await soon(async () => {
    expect(member('server.ts')).not.toBe(killed)
    expect(await isReady()).toBe(true)
  })
  expect(product.output()).toContain('The web is back.')
}, 40_000)

test('kill -9 of the worker: the next one delivers', async () => {
  const killed = member('worker.ts')
  process.kill(killed, 'SIGKILL')
  await seeDelivery()
  expect(member('worker.ts')).not.toBe(killed)
}, 40_000)

test('kill -9 of the database: it recovers, and the web that lived through it reaches it again', async () => {
  const web = member('server.ts')
  const killed = member('bin/postgres')
  const before = product.output().length
  process.kill(killed, 'SIGKILL')
  await product.said('The database is back.', { since: before })
  await soon(async () => expect(await isReady()).toBe(true))
  expect(member('bin/postgres')).not.toBe(killed)
  expect(member('server.ts')).toBe(web)
  expect(await boothCount()).toBe(12)
  await seeDelivery()
}, 60_000)

test('kill -9 of the supervisor: nothing of it stays, and the next start has everything', async () => {
  const pids = family().map((row) => row.pid)
  expect(pids.length).toBeGreaterThan(4)
  product.process.kill('SIGKILL')
  await soon(() => expect(living(pids)).toEqual([]))
  product = await startProduct({ dataDir })
  expect(await boothCount()).toBe(12)
  expect(product.output()).not.toContain('The database is empty')
}, 90_000)

test('kill -9 of everything at once: the next start recovers and keeps its data', async () => {
  const pids = family().map((row) => row.pid)
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A backend that ended with its server.
    }
  }
  await soon(() => expect(living(pids)).toEqual([]))
  product = await startProduct({ dataDir })
  expect(await boothCount()).toBe(12)
  await seeDelivery()
}, 90_000)

test('Ctrl-C stops everything in order within ten seconds and leaves no process and no open port', async () => {
  const pids = family().map((row) => row.pid)
  const started = Date.now()
  expect(await product.stop()).toBe(0)
  expect(Date.now() - started).toBeLessThan(10_000)
  expect(living(pids)).toEqual([])
  const socket = net.connect({ host: '127.0.0.1', port: Number(new URL(product.url).port) })
  const [error] = await once(socket, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  // The database was shut down, not cut off: no recovery waits.
  expect(fs.existsSync(path.join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false)
}, 30_000)

test('Ctrl-C while it is starting stops it too', async () => {
  const early = spawnProduct({ dataDir })
  await early.said('is starting')
  const end = once(early.process, 'exit')
  early.process.kill('SIGINT')
  await end
  await soon(() => expect(processTable().filter((row) => row.command.includes(dataDir))).toEqual([]))
  expect(early.output()).not.toContain('OPOP Expo is open')
}, 40_000)

test('Ctrl-C while it writes the sample edition ends quietly, and the next start writes all of it', async () => {
  const fresh = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-start-seed-'))
  const ofFresh = () => processTable().filter((row) => row.command.includes(fresh))
  try {
    // Where the signal falls, in a statement or between two, is chance: several moments.
    for (const moment of [200, 400, 700, 1_100, 1_500]) {
      const early = spawnProduct({ dataDir: fresh, args: ['--booths', '5018'] })
      await early.said('writing the sample edition')
      await sleep(moment)
      const end = once(early.process, 'exit')
      early.process.kill('SIGINT')
      await end
      expect(early.output()).not.toMatch(/TypeError|^\s+at /m)
      expect(early.process.exitCode).toBe(0)
      expect(ofFresh()).toEqual([])
      expect(fs.existsSync(path.join(fresh, 'postgres/data/postmaster.pid'))).toBe(false)
    }

    const next = await startProduct({ dataDir: fresh, args: ['--booths', '12'] })
    expect(next.output()).toContain('writing the sample edition of 12 booths')
    expect((await fetch(`${next.url}/en/hall`)).status).toBe(200)
    expect(await boothCount(fresh)).toBe(12)
    expect(await next.stop()).toBe(0)
  } finally {
    for (const { pid } of ofFresh()) process.kill(pid, 'SIGKILL')
    fs.rmSync(fresh, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}, 90_000)
