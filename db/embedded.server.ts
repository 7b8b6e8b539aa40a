import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import { findPostgresBinaries, type PostgresBinaries } from './embedded/binaries.server'
import { lockDataDirectory, lockHolder } from './embedded/data-directory-lock.server'
import { clearOrphan, waitForEnd } from './embedded/postmaster-file.server'

const connectionShape = z.object({ port: z.number(), password: z.string().min(1) })
type Connection = z.infer<typeof connectionShape>

const USER = 'opop'
const DATABASE = 'opop'

export interface EmbeddedOptions {
  /** The product's data directory; the server's files are in its `postgres/`. */
  dataDir: string
  /** false gives up safety for speed: only for tests, whose data nobody misses. */
  durable?: boolean
  /** Told when the server died and when it is back. */
  onEvent?: (event: 'died' | 'restarted') => void
}

export interface EmbeddedPostgres {
  url: string
  port: number
  /** The server's process number now; another one after a restart. */
  pid(): number
  /**
   * Ends connections, writes everything down and stops the server; the data directory is free then.
   * A server that takes longer than `patience` milliseconds is ended the hard way: it recovers at the next start.
   */
  stop(patience?: number): Promise<void>
  /** Ends the server this moment; it recovers at the next start. */
  kill(): void
}

const homeOf = (dataDir: string) => path.join(dataDir, 'postgres')
const urlOf = (connection: Connection, database = DATABASE) =>
  `postgres://${USER}:${connection.password}@127.0.0.1:${connection.port}/${database}`

function readConnection(home: string): Connection | null {
  try {
    return connectionShape.parse(JSON.parse(fs.readFileSync(path.join(home, 'connection.json'), 'utf8')))
  } catch {
    return null
  }
}

function writeConnection(home: string, connection: Connection): void {
  const file = path.join(home, 'connection.json')
  fs.writeFileSync(`${file}.new`, JSON.stringify(connection), { mode: 0o600 })
  fs.renameSync(`${file}.new`, file)
}

/** The address of the embedded server of `dataDir` while another process runs it, else null. */
export function readEmbeddedUrl(dataDir: string): string | null {
  const home = homeOf(dataDir)
  const connection = readConnection(home)
  return connection && lockHolder(home) ? urlOf(connection) : null
}

/** Binds the port to learn whether it is free; 0 asks for any. */
function probePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}

async function choosePort(remembered: number | undefined): Promise<number> {
  const port = (remembered && (await probePort(remembered))) || (await probePort(0))
  if (!port) throw new Error('No port is free on 127.0.0.1 for PostgreSQL.')
  return port
}

function lastLines(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
  } catch {
    return ''
  }
}

function explainDisk(directory: string, detail: string): string {
  const disk = fs.statfsSync(directory)
  const free = Math.round((disk.bavail * disk.bsize) / 1e6)
  const hint = free < 300 ? `Only ${free} MB are free there; about 300 MB are needed.\n` : ''
  return `PostgreSQL's files could not be made in ${directory}.\n${hint}${detail.trim()}`
}

/** Makes the cluster beside its final place and renames it: a start killed half-way leaves no half cluster. */
function initialise(home: string, data: string, binaries: PostgresBinaries): string {
  const password = randomBytes(24).toString('hex')
  const fresh = `${data}.new`
  const passwordFile = path.join(home, 'password.new')
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.mkdirSync(fresh, { mode: 0o700 })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const file of [home, fresh, passwordFile]) binaries.handOver(file)
  try {
    // The builtin locale sorts and folds the same on every platform.
    const result = binaries.run('initdb', [
      ...['-D', fresh, '-U', USER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ])
    if (result.status !== 0) {
      fs.rmSync(fresh, { recursive: true, force: true })
      throw new Error(explainDisk(home, result.stderr))
    }
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  // Before the rename: a cluster without its password would be lost.
  writeConnection(home, { port: 0, password })
  fs.renameSync(fresh, data)
  return password
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Resolves when the server answers; a recovery after a crash may take its time. */
async function waitUntilReady(connection: Connection, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + 300_000
  for (;;) {
    // Array types are asked for in a promise that nobody holds: a server that stops then would end us.
    const sql = postgres(urlOf(connection, 'postgres'), {
      max: 1,
      connect_timeout: 5,
      fetch_types: false,
      onnotice: () => {},
    })
    try {
      const found = await sql`select 1 from pg_database where datname = ${DATABASE}`
      if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      // 57P03: still starting. Anything that the server itself objects to will not pass by waiting.
      const passing = code === '57P03' || code.startsWith('ECONN') || code === 'CONNECT_TIMEOUT'
      if (hasEnded(child)) {
        throw new Error(`PostgreSQL does not start:\n${lastLines(logFile)}`)
      }
      if (!passing || Date.now() > deadline) {
        child.kill('SIGINT')
        throw new Error(`PostgreSQL does not answer: ${error instanceof Error ? error.message : error}`)
      }
    } finally {
      await sql.end({ timeout: 1 })
    }
    await sleep(30)
  }
}

/**
 * Starts the PostgreSQL that comes with the product, on 127.0.0.1 only, and keeps it up: a server that
 * dies is started again on the same port. Recovers from whatever a killed start left behind.
 * @throws Error that tells what to do: missing platform package, full disk, data directory in use.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = findPostgresBinaries()
  fs.mkdirSync(homeOf(options.dataDir), { recursive: true, mode: 0o700 })
  // The real path: an orphan is recognised by the directory on its command line.
  const home = fs.realpathSync(homeOf(options.dataDir))
  const data = path.join(home, 'data')
  const logFile = path.join(home, 'server.log')
  const release = await lockDataDirectory(home, randomBytes(8).toString('hex'))

  let child: ChildProcess | undefined
  let stopping = false

  async function launch(connection: Connection): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const log = fs.openSync(logFile, 'a', 0o600)
      const settings = [
        ...[`port=${connection.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='],
        ...['timezone=UTC', 'log_timezone=UTC', 'max_connections=100'],
        ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
      ]
      const next = binaries.launch(['-D', data, ...settings.flatMap((setting) => ['-c', setting])], log)
      next.on('error', () => {})
      fs.closeSync(log)
      child = next
      try {
        await waitUntilReady(connection, next, logFile)
        return
      } catch (error) {
        // Backends of a killed server hold its shared memory for a moment longer.
        const lingering = lastLines(logFile).includes('shared memory block')
        if (stopping || attempt >= (lingering ? 50 : 2)) throw error
        await sleep(200)
      }
    }
  }

  function watch(connection: Connection): void {
    if (child && hasEnded(child)) void revive(connection)
    else child?.once('exit', () => void revive(connection))
  }

  let reviving = false
  async function revive(connection: Connection): Promise<void> {
    if (stopping || reviving) return
    reviving = true
    options.onEvent?.('died')
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        await launch(connection)
        reviving = false
        if (!stopping) options.onEvent?.('restarted')
        watch(connection)
        return
      } catch {
        await sleep(pause)
      }
    }
  }

  try {
    const old = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0
    if (old > 5_000_000) fs.renameSync(logFile, `${logFile}.1`)
    const known = readConnection(home)
    const initialised = fs.existsSync(path.join(data, 'PG_VERSION'))
    if (initialised && !known) {
      throw new Error(`${path.join(home, 'connection.json')} is missing: it holds the database's password.`)
    }
    const password = initialised && known ? known.password : initialise(home, data, binaries)
    await clearOrphan(data)
    const connection = { port: await choosePort(known?.port), password }
    writeConnection(home, connection)
    await launch(connection)
    watch(connection)
    return {
      url: urlOf(connection),
      port: connection.port,
      pid: () => child?.pid ?? 0,
      async stop(patience = 8_000) {
        stopping = true
        await end(child, patience)
        release()
      },
      kill() {
        stopping = true
        child?.kill('SIGQUIT')
        release()
      },
    }
  } catch (error) {
    stopping = true
    await end(child, 8_000)
    release()
    throw error
  }
}

/** Fast shutdown; a server that hangs is ended the hard way, which costs it a recovery but no data. */
async function end(child: ChildProcess | undefined, patience: number): Promise<void> {
  if (!child?.pid || hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  if (!(await waitForEnd(child.pid, patience))) child.kill('SIGQUIT')
  await gone
}

/**
 * Runs `work` with the database's address: DATABASE_URL, else the embedded server, which is started
 * for as long as the work takes unless `npm start` runs it already.
 */
export async function withDatabase<T>(
  env: { DATABASE_URL?: string | undefined; dataDir: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const url = env.DATABASE_URL ?? readEmbeddedUrl(env.dataDir)
  if (url) return work(url)
  const embedded = await startEmbeddedPostgres({ dataDir: env.dataDir })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}
