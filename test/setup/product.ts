import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = path.join(import.meta.dirname, '../..')

export interface RunningProduct {
  /** Scheme, host and port, without a slash at the end. */
  url: string
  /** All that it has written to the terminal. */
  output(): string
  /** Resolves when the text has been written (again, after `since` characters). */
  said(text: string, options?: { since?: number; timeoutMs?: number }): Promise<void>
  process: ChildProcess
  /** Ctrl-C, and the end of it. @returns the exit code. */
  stop(): Promise<number | null>
}

export interface ProductOptions {
  dataDir: string
  env?: Record<string, string>
  args?: string[]
  timeoutMs?: number
}

/** What `npm start` runs, as a process of its own that a test may kill. Not yet open when it returns. */
export function spawnProduct({ dataDir, env, args }: ProductOptions): Omit<RunningProduct, 'url'> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'start.ts', ...(args ?? [])], {
    cwd: ROOT,
    // None of the outer configuration: only what the test says.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let written = ''
  const listen = (chunk: Buffer) => {
    written += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null

  return {
    process: child,
    output: () => written,
    async said(text, { since = 0, timeoutMs = 60_000 } = {}) {
      const deadline = Date.now() + timeoutMs
      while (!written.slice(since).includes(text)) {
        if (hasEnded() || Date.now() > deadline)
          throw new Error(`It never said '${text}'. It said:\n${written}`)
        await sleep(20)
      }
    },
    async stop() {
      if (!hasEnded()) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGINT')
        await ended
      }
      return child.exitCode
    },
  }
}

/** Starts the product and resolves when it is open. The front end is built first when it is stale. */
export async function startProduct(options: ProductOptions): Promise<RunningProduct> {
  const product = spawnProduct(options)
  try {
    await product.said('OPOP Expo is open: ', { timeoutMs: options.timeoutMs ?? 120_000 })
  } catch (error) {
    const logs = path.join(options.dataDir, 'log')
    const files = fs.existsSync(logs) ? fs.readdirSync(logs) : []
    const tails = files.map(
      (file) => `${file}:\n${fs.readFileSync(path.join(logs, file), 'utf8').slice(-2_000)}`,
    )
    product.process.kill('SIGKILL')
    throw new Error([error instanceof Error ? error.message : error, ...tails].join('\n'))
  }
  const [, port] = product.output().match(/open: http:\/\/localhost:(\d+)/) ?? []
  return { ...product, url: `http://127.0.0.1:${port}` }
}
