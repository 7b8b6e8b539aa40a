import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { type Env, readEnv } from '~/config/env.server'
import { createLog } from '~/config/log.server'
import type { DatabaseConnection } from '~/db/client.server'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'
import type { SearchIndex } from '~/search/search-index'
import { createWeb } from '~/server/create-web'
import type { HallPresence } from '~/server/presence'

const root = path.join(import.meta.dirname, '../..')

export interface TestWebOptions {
  connection: DatabaseConnection
  /** Stands in for the engine that the environment chooses. */
  search?: SearchIndex
  env?: Record<string, string>
  /** Stands in for the web's own. */
  presence?: HallPresence
  /** Each line that the web logs, as an object. */
  onLog?: (line: Record<string, unknown>) => void
}

export interface TestWeb {
  /** A request as a browser on our own pages would send it. */
  request(address: string, init?: RequestInit): Promise<Response>
  /** What a server calls with each request. */
  fetch: Awaited<ReturnType<typeof createWeb>>['fetch']
  env: Env
}

/** The built web in this process, on a database of the test's. `npm run build` first: `npm test` does. */
export async function createTestWeb({
  connection,
  search,
  env: variables,
  presence,
  onLog,
}: TestWebOptions): Promise<TestWeb> {
  const env = readEnv({ NODE_ENV: 'production', DATA_DIR: '/tmp/opop-test-web', ...variables })
  const build: ServerBuild = await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)
  const log = createLog(
    onLog ? 'debug' : 'silent',
    { process: 'web' },
    { write: (line: string) => onLog?.(JSON.parse(line) as Record<string, unknown>) },
  )
  const web = await createWeb({
    env,
    connection,
    search: search ?? openSearchIndex(env, connection),
    storage: openStorage(env),
    log,
    build,
    clientDir: path.join(root, 'build/client'),
    ...(presence ? { presence } : {}),
  })
  return {
    env,
    fetch: web.fetch,
    async request(address, init = {}) {
      const headers = new Headers({ host: 'expo.test', accept: 'text/html', origin: 'http://expo.test' })
      for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
      return web.request(`http://expo.test${address}`, { ...init, headers, redirect: 'manual' })
    },
  }
}
