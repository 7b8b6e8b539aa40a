import http from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { createServer } from 'vite'
import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { withDatabase } from '~/db/embedded.server'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'
import { createWeb } from '~/server/create-web'
import { prepareDatabase } from '~/supervisor/prepare-database'
import { deliveries } from '~/worker/deliveries'
import { runWorker } from '~/worker/run-worker'

// `npm run dev`: the web with Vite's development server inside, so that a saved file shows at once, with
// the worker in the same process. Same database as `npm start`, which may not run at the same time.
const env = { ...readEnv(), NODE_ENV: 'development' as const }
const root = path.join(import.meta.dirname, '..')
const log = pino({ level: 'warn' })

await withDatabase(env, async (url) => {
  await prepareDatabase(url, env, { booths: undefined, say: console.log })
  const connection = connectDatabase(url)
  const search = openSearchIndex(env, connection)
  const storage = openStorage(env)
  const worker = await runWorker({ url, db: connection.db, search, storage, deliveries, log })
  const vite = await createServer({
    root,
    server: { middlewareMode: true },
    // Remix hands Vite the routes to look for packages to bundle for the browser; these stay on the server.
    optimizeDeps: {
      exclude: [
        '@resvg/resvg-js',
        'sharp',
        '@aws-sdk/client-s3',
        'wawoff2',
        'postgres',
        'meilisearch',
        'graphile-worker',
      ],
    },
  })
  const web = await createWeb({
    env,
    connection,
    search,
    storage,
    log,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    clientDir: path.join(root, 'public'),
  })
  const answer = getRequestListener(web.fetch)
  const server = http.createServer((request, response) => {
    vite.middlewares(request, response, () => void answer(request, response))
  })
  server.listen(env.PORT, env.HOST, () => console.log(`Developing at http://localhost:${env.PORT}`))

  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  server.close()
  server.closeAllConnections()
  await Promise.all([vite.close(), worker.stop()])
  await connection.close()
})
