import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

export interface RunningProduct {
  url: string
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}

/** The whole product as `npm start` runs it, with a sample edition of `booths` booths in a folder of its own. */
export async function startProduct(booths: number): Promise<RunningProduct> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'opop-bench-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'start.ts', '--booths', String(booths)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 180_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`)
    if (Date.now() > deadline) throw new Error('the product did not become ready')
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The bare server that renders `pages` (address to HTML) from memory. */
export async function startMarkupServer(pagesFile: string): Promise<RunningProduct> {
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
      await ended(child)
    },
  }
}
