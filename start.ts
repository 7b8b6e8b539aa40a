import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { childEnvironment, type Env, readEnv } from './config/env.server'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded.server'
import { buildFrontEnd, isBuildStale } from './supervisor/build'
import { databaseProblem } from './supervisor/check-database'
import { portProblem, waitUntilWebIsReady } from './supervisor/port'
import { prepareDatabase } from './supervisor/prepare-database'
import { type Processes, startProcesses } from './supervisor/processes'

// `npm start`: the database, then the web and the worker, kept running until Ctrl-C.

const root = import.meta.dirname
const say = (line: string) => console.log(line)
const started = performance.now()
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`

const preparing = new AbortController()
let postgres: EmbeddedPostgres | undefined
/** Settles when the database is prepared, or when that was given up and its connections are closed. */
let opening: Promise<string> | undefined
let processes: Processes | undefined
let stopping = false

/** Ends everything in order: first what writes, then what it writes to. */
async function stopAll(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  preparing.abort()
  // A database that ends under the seed would end us with it.
  await Promise.race([opening?.catch(() => {}), sleep(5_000)])
  await processes?.stop(6_000)
  await postgres?.stop(2_500)
  process.exit(exitCode)
}

/** A second Ctrl-C does not wait; the database recovers at the next start. */
function stopAtOnce(): void {
  processes?.kill()
  postgres?.kill()
  process.exit(130)
}

let signalledAt = 0
function onSignal(): void {
  // npm passes a Ctrl-C on that the terminal has already sent us: both are one.
  const isEcho = Date.now() - signalledAt < 500
  signalledAt = Date.now()
  if (isEcho) return
  if (stopping) {
    stopAtOnce()
  } else {
    say('\nStopping… (Ctrl-C again to stop at once)')
    void stopAll(0)
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
// The driver throws from nowhere where the database ends under a write that didn't stop in time: no reason
// to leave the rest running.
process.on('uncaughtException', (error) => {
  if (stopping) return
  console.error(error)
  process.exit(1)
})

async function build(): Promise<void> {
  if (!isBuildStale(root)) return
  say('Building the front end (only when it changed)…')
  await buildFrontEnd(root, { quiet: true, signal: preparing.signal })
  say(`The front end is built. (${seconds()})`)
}

async function openDatabase(env: Env, booths: number | undefined): Promise<string> {
  let url = env.DATABASE_URL
  if (!url) {
    postgres = await startEmbeddedPostgres({
      dataDir: env.dataDir,
      onEvent: (event) => {
        if (event === 'died') say('The database stopped unexpectedly; starting it again…')
        else say('The database is back.')
      },
    })
    url = postgres.url
  } else {
    const problem = await databaseProblem(url)
    if (problem) throw new Error(problem)
  }
  // Stops at once when Ctrl-C came while the server was starting.
  await prepareDatabase(url, env, { booths, say, signal: preparing.signal })
  say(`The database is ready. (${seconds()})`)
  return url
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { booths: { type: 'string' } } })
  const env = readEnv()
  const problem = await portProblem(env.PORT, env.HOST)
  if (problem) throw new Error(problem)

  say('OPOP Expo is starting…')
  const booths = values.booths === undefined ? undefined : Number(values.booths)
  opening = openDatabase(env, booths)
  const [url] = await Promise.all([opening, build()])
  if (stopping) return

  processes = startProcesses({
    root,
    dataDir: env.dataDir,
    env: childEnvironment({ DATABASE_URL: url, DATA_DIR: env.dataDir, NODE_ENV: 'production' }),
    port: env.PORT,
    say,
    giveUp: (reason) => {
      console.error(reason)
      void stopAll(1)
    },
  })
  const port = await processes.listening
  await waitUntilWebIsReady(port, env.HOST)
  if (stopping) return
  say(`\nOPOP Expo is open: http://localhost:${port}   (${seconds()})`)
  say(`Logs: ${processes.logDir} · Ctrl-C stops everything.\n`)
}

main().catch(async (error: unknown) => {
  if (stopping) return
  // A failed query is wrapped in its whole text; the reason is inside.
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
  console.error(reason instanceof Error ? reason.message : reason)
  await stopAll(1)
})
