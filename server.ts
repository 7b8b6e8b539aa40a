import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from '@remix-run/node'
import { readEnv } from './config/env.server'
import { createLog } from './config/log.server'
import { connectDatabase } from './db/client.server'
import { surviveConnectionLoss } from './db/survive-connection-loss.server'
import { openStorage } from './integrations/storage/open-storage.server'
import { openSearchIndex } from './search/open-search-index.server'
import { createWeb } from './server/create-web'
import { HallPresence } from './server/presence'
import { VisitCounter } from './server/visit-counter'

const env = readEnv()
const log = createLog(env.LOG_LEVEL, { process: 'web' })
if (!env.DATABASE_URL)
  throw new Error('DATABASE_URL is not set: run `npm start`, which starts a database, or set it.')

surviveConnectionLoss(log)

const root = import.meta.dirname
const connection = connectDatabase(env.DATABASE_URL)
const build: ServerBuild = await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)
const presence = new HallPresence({ db: connection.db, log })
const visits = new VisitCounter({ db: connection.db, log })
let stopping = false
const web = await createWeb({
  env,
  connection,
  search: openSearchIndex(env, connection),
  storage: openStorage(env),
  log,
  build,
  clientDir: path.join(root, 'build/client'),
  isStopping: () => stopping,
  presence,
  visits,
})

const server = serve({ fetch: web.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) => {
  log.info({ port }, 'listening')
  process.send?.({ listening: port })
})
// HTTP/1.1 keeps a connection without being told: on two dozen files a page saying so would be a kilobyte.
server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
  response.removeHeader('connection')
})
// As long as proxies and browsers keep theirs, so that none writes into one that we have just closed.
if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000
server.on('error', (error: NodeJS.ErrnoException) => {
  log.fatal({ err: error }, 'cannot listen')
  process.send?.({ failed: error.code ?? 'error' })
  process.exit(error.code === 'EADDRINUSE' ? 98 : 1)
})

/** Lets the requests under way finish, then closes the pool. */
function stop() {
  if (stopping) return
  stopping = true
  // These would go on for ever.
  presence.close()
  const forced = setTimeout(() => process.exit(1), 8_000).unref()
  server.close(async () => {
    await visits.flush()
    await connection.close()
    clearTimeout(forced)
    process.exit(0)
  })
  // Again and again: a connection is idle only after its last answer.
  const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections()
  closeIdle()
  setInterval(closeIdle, 250).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The supervisor died: nobody would stop us. It may have done so while we were starting.
process.on('disconnect', stop)
if (process.connected === false) stop()
