import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { commandLineOf, isAlive } from '~/db/embedded/process-identity.server'
import {
  type EmbeddedPostgres,
  readEmbeddedUrl,
  startEmbeddedPostgres,
  withDatabase,
} from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'

// One directory for all: making a cluster is what takes time.
let dataDir: string
let running: EmbeddedPostgres[] = []
let holders: ChildProcess[] = []

beforeAll(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-embedded-'))
})
afterEach(async () => {
  for (const holder of holders) {
    const ended = holder.signalCode === null ? once(holder, 'exit') : undefined
    holder.kill('SIGKILL')
    await ended
  }
  await Promise.all(running.map((database) => database.stop()))
  running = []
  holders = []
})
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

async function start(onEvent?: (event: string) => void): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, onEvent })
  running.push(database)
  return database
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Another process that runs the database of `dataDir`, as `npm start` would. */
async function holdInAnotherProcess(): Promise<{ holder: ChildProcess; pid: number; url: string }> {
  const script = path.join(import.meta.dirname, 'hold-database.ts')
  const holder = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  const [line] = await once(holder.stdout, 'data')
  return { holder, ...z.object({ pid: z.number(), url: z.string() }).parse(JSON.parse(String(line))) }
}

const pidFile = () => path.join(dataDir, 'postgres/data/postmaster.pid')

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.setTimeout(1_000, () => resolve(false))
    socket.once('close', () => socket.destroy())
  })
}

test('a first start that was killed half-way is begun anew', async () => {
  const half = path.join(dataDir, 'postgres/data.new')
  fs.mkdirSync(half, { recursive: true })
  fs.writeFileSync(path.join(half, 'PG_VERSION'), '18\n')
  const database = await start()
  expect(await query(database.url, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }])
})

test('nobody but this machine and the holder of the password gets in', async () => {
  const { url, port } = await start()
  const outside = Object.values(os.networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === 'IPv4')
  if (outside) expect(await canConnect(outside.address, port)).toBe(false)
  expect(await canConnect('127.0.0.1', port)).toBe(true)

  const wrong = new URL(url)
  wrong.password = 'guessed'
  await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' })
  const [setting] = await query(url, (sql) => sql`select rolpassword from pg_authid where rolname = 'opop'`)
  expect(setting?.rolpassword).toMatch(/^SCRAM-SHA-256\$/)
  const mode = fs.statSync(path.join(dataDir, 'postgres/connection.json')).mode & 0o777
  expect(mode).toBe(0o600)
})

test('a second start finds its data and keeps its port', async () => {
  const first = await start()
  await query(first.url, (sql) => sql`create table kept_at_stop as select 42 as answer`)
  await first.stop()
  expect(isAlive(first.pid())).toBe(false)
  const second = await start()
  expect(second.port).toBe(first.port)
  expect(await query(second.url, (sql) => sql`select answer from kept_at_stop`)).toMatchObject([
    { answer: 42 },
  ])
})

test('another port is taken when the remembered one is not free', async () => {
  const first = await start()
  await first.stop()
  const squatter = net.createServer().listen(first.port, '127.0.0.1')
  await once(squatter, 'listening')
  try {
    const second = await start()
    expect(second.port).not.toBe(first.port)
    expect(await query(second.url, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }])
  } finally {
    squatter.close()
  }
})

test('a directory in use is refused with words, and used by commands through its address', async () => {
  const { holder, url } = await holdInAnotherProcess()
  await expect(start()).rejects.toThrow(/Another process \(number \d+\) already uses the data directory/)
  expect(readEmbeddedUrl(dataDir)).toBe(url)
  expect(await withDatabase({ dataDir }, async (given) => given)).toBe(url)
  expect(isAlive(holder.pid ?? 0)).toBe(true)
})

test('a command starts the database for itself when nobody runs it, and stops it', async () => {
  let pid = 0
  const answer = await withDatabase({ dataDir }, (url) =>
    query(url, async (sql) => {
      pid = Number(fs.readFileSync(pidFile(), 'utf8').split('\n')[0])
      const [row] = await sql`select 6 * 7 as answer`
      return row?.answer
    }),
  )
  expect(answer).toBe(42)
  expect(isAlive(pid)).toBe(false)
  expect(readEmbeddedUrl(dataDir)).toBeNull()
})

test('after kill -9 of the process that runs it, the next start has every committed row', async () => {
  const { holder, url, pid } = await holdInAnotherProcess()
  await query(url, (sql) => sql`create table kept_at_kill as select generate_series(1, 1000) as n`)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const next = await start()
  expect(next.pid()).not.toBe(pid)
  expect(await query(next.url, (sql) => sql`select count(*)::int as n from kept_at_kill`)).toMatchObject([
    { n: 1000 },
  ])
  expect(commandLineOf(pid)).toBe('')
})

test('an orphaned server of an earlier start is stopped first', async () => {
  const first = await start()
  await query(first.url, (sql) => sql`create table kept_by_orphan as select 1 as n`)
  // What a kill -9 leaves where the system does not stop the server with its parent: a lock of nobody.
  fs.writeFileSync(
    path.join(dataDir, 'postgres/lock.json'),
    JSON.stringify({ pid: process.pid, birth: 'an earlier one', nonce: 'x' }),
  )
  const orphan = first.pid()
  const next = await startEmbeddedPostgres({ dataDir })
  try {
    expect(next.pid()).not.toBe(orphan)
    expect(await query(next.url, (sql) => sql`select n from kept_by_orphan`)).toMatchObject([{ n: 1 }])
  } finally {
    // The first one's keeper would start it again: both are stopped together.
    await Promise.all([next.stop(), first.stop()])
  }
})

test.each([
  ['a dead process', () => 2_147_483_000],
  ['a stranger', () => process.pid],
])('a lock file of PostgreSQL with the number of %s does not keep it from starting', async (_, number) => {
  const first = await start()
  const content = fs.readFileSync(pidFile(), 'utf8')
  await first.stop()
  const [, ...rest] = content.split('\n')
  fs.writeFileSync(pidFile(), [String(number()), ...rest].join('\n'))
  const next = await start()
  expect(await query(next.url, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }])
})

test('two processes migrate one database at the same time without harm', async () => {
  const { url } = await start()
  await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)])
  const rows = await query(
    url,
    (sql) => sql`select count(*)::int as n, count(distinct hash)::int as d from drizzle.__drizzle_migrations`,
  )
  expect(rows[0]?.n).toBeGreaterThan(0)
  expect(rows[0]?.n).toBe(rows[0]?.d)
})

test('kill -9 of the server under four writing clients loses no acknowledged row, three times over', async () => {
  const events: string[] = []
  const database = await start((event) => events.push(event))
  // Without the driver's own query at each connect, whose rejection nobody holds (see survive-connection-loss).
  const sql = postgres(database.url, { max: 4, onnotice: () => {}, connect_timeout: 2, fetch_types: false })
  await sql`create table written (client int, n int, primary key (client, n))`
  const acknowledged: [client: number, n: number][] = []
  let writing = true

  async function client(id: number): Promise<void> {
    for (let n = 0; writing; n++) {
      try {
        await sql`insert into written (client, n) values (${id}, ${n})`
        acknowledged.push([id, n])
      } catch {
        // Not acknowledged: the row may or may not be there.
        await sleep(10)
      }
    }
  }
  const clients = [1, 2, 3, 4].map(client)
  const seen: number[] = []
  for (let round = 1; round <= 3; round++) {
    const before = acknowledged.length
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 100), {
      timeout: 20_000,
      interval: 10,
    })
    seen.push(acknowledged.length)
    process.kill(database.pid(), 'SIGKILL')
    await vi.waitFor(() => expect(events).toHaveLength(round * 2), { timeout: 20_000, interval: 10 })
  }
  const after = acknowledged.length
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(after + 100), {
    timeout: 20_000,
    interval: 10,
  })
  writing = false
  await Promise.all(clients)

  const stored = new Set((await sql`select client, n from written`).map((row) => `${row.client}/${row.n}`))
  await sql.end()
  const lost = acknowledged.filter(([id, n]) => !stored.has(`${id}/${n}`))
  expect(lost).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(400)
  expect(events).toEqual(['died', 'restarted', 'died', 'restarted', 'died', 'restarted'])
  expect(seen).toHaveLength(3)
}, 60_000)
