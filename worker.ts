import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { readEnv } from './config/env.server'
import { createLog } from './config/log.server'
import { connectDatabase } from './db/client.server'
import { surviveConnectionLoss } from './db/survive-connection-loss.server'
import { openStorage } from './integrations/storage/open-storage.server'
import { openCards } from './integrations/stripe/open-cards.server'
import { openSearchIndex } from './search/open-search-index.server'
import { authSecret } from './server/auth-secret'
import { deliveries, paperSent, photoSent } from './worker/deliveries'
import { delivery } from './worker/delivery'
import { makePaperInOwnProcess, makePhotoInOwnProcess } from './worker/in-own-process'
import { runWorker } from './worker/run-worker'
import { type RunningSender, startSender } from './worker/send-messages'
import { openServices } from './worker/services'

const env = readEnv()
const log = createLog(env.LOG_LEVEL, { process: 'worker' })
if (!env.DATABASE_URL)
  throw new Error('DATABASE_URL is not set: run `npm start`, which starts a database, or set it.')

surviveConnectionLoss(log)

/** Its time tells from outside that the worker works; docker-compose.yml looks at it. */
const aliveFile = path.join(env.dataDir, 'worker.alive')
fs.mkdirSync(env.dataDir, { recursive: true })

// Links need it as soon as a service is configured, and the environment is refused without.
const publicUrl = (env.PUBLIC_URL ?? '').replace(/\/+$/, '')
const connection = connectDatabase(env.DATABASE_URL, { max: 6 })
let running: RunningSender | null = null
const worker = await runWorker({
  url: env.DATABASE_URL,
  db: connection.db,
  search: openSearchIndex(env, connection),
  storage: openStorage(env),
  cards: await openCards(env),
  publicUrl,
  deliveries: {
    ...deliveries,
    'photo.sent': { 1: delivery(photoSent, makePhotoInOwnProcess) },
    'paper.sent': { 1: delivery(paperSent, makePaperInOwnProcess) },
  },
  log,
  onAlive: () => {
    if (running?.isWorking() ?? true) fs.writeFileSync(aliveFile, '')
  },
})
const sender = startSender({
  url: env.DATABASE_URL,
  db: connection.db,
  log,
  services: openServices(env, publicUrl),
  pace: {
    whatsappPerSecond: env.WHATSAPP_PER_SECOND,
    mailPerSecond: env.MAIL_PER_SECOND,
    dailyPeople: env.WHATSAPP_DAILY_PEOPLE,
  },
  publicUrl,
  addressSecret: createHmac('sha256', await authSecret(env))
    .update('address')
    .digest('hex'),
})
running = sender
log.info('working')
process.send?.({ working: true })

let stopping = false
worker.ended.catch((error) => {
  // Most often the database went away for longer: the supervisor starts a new worker.
  if (!stopping) void endBadly('the queue is lost', error)
})
sender.ended.catch((error) => {
  if (!stopping) void endBadly('the database has stopped answering', error)
})
// The driver throws from nowhere when the database dies under a transaction.
process.on('uncaughtException', (error) => {
  if (!stopping) void endBadly('the worker cannot go on', error)
})

/** Ends, but first writes what services have answered: only this process knows until the database is back. */
async function endBadly(what: string, error: unknown) {
  stopping = true
  log.error({ kind: error instanceof Error ? error.name : 'unknown' }, what)
  await sender.stop(60_000, connectDatabase(env.DATABASE_URL ?? '', { max: 2 }).db)
  process.exit(1)
}

/** Finishes the jobs under way; the others go back into the queue. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 8_000).unref()
  await Promise.all([worker.stop(), sender.stop()])
  await connection.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The supervisor died: nobody would stop us. It may have done so while we were starting.
process.on('disconnect', stop)
if (process.connected === false) void stop()
