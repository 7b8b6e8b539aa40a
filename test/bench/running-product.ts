import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startProduct } from '../setup/product'

export interface Measured {
  url: string
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

/** The whole product as `npm start` runs it, with a sample edition of `booths` booths in a folder of its own. */
export async function startWithBooths(booths: number): Promise<Measured> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'opop-bench-'))
  const product = await startProduct({
    dataDir,
    args: ['--booths', String(booths)],
    env: { LOG_LEVEL: 'warn' },
    timeoutMs: 240_000,
  })
  return {
    url: product.url,
    async stop() {
      await product.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The bare server that renders the pages in `pagesFile` (address to HTML) from memory. */
export async function startMarkupServer(pagesFile: string): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/markup-server.tsx', pagesFile], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { listening: number }).listening))
    child.once('exit', (code) => reject(new Error(`the markup server ended with ${code}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
