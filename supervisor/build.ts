import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockDataDirectory, lockHolder } from '~/db/embedded/data-directory-lock.server'
import { putBuildInPlace } from './put-build-in-place'

/** Written last: a build that was put in its place only by half does not have it. */
const MARKER = 'build/complete'
const SOURCES = [
  ...['app', 'config', 'db', 'domain', 'integrations', 'matching', 'public', 'scenes', 'search'],
  ...['package-lock.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts'],
]
const IS_TEST = /[.]test[.]tsx?$/

function newest(entry: string): number {
  const stat = fs.statSync(entry, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return IS_TEST.test(entry) ? 0 : stat.mtimeMs
  // The folder's own time too: it changes when a file in it is deleted.
  return Math.max(stat.mtimeMs, ...fs.readdirSync(entry).map((name) => newest(path.join(entry, name))))
}

/** Whether the front end has to be built: never built, or a source is newer than the build. */
export function isBuildStale(root: string): boolean {
  const built = fs.statSync(path.join(root, MARKER), { throwIfNoEntry: false })
  return !built || SOURCES.some((source) => newest(path.join(root, source)) > built.mtimeMs)
}

/**
 * Builds the front end apart and puts it into build/ when it is whole: a web that runs meanwhile keeps
 * what it serves. When another process is building it, waits for that one instead.
 * @throws Error with the builder's own words when it fails.
 */
export async function buildFrontEnd(
  root: string,
  options: { quiet: boolean; signal?: AbortSignal },
): Promise<void> {
  const folder = path.join(root, 'build')
  fs.mkdirSync(folder, { recursive: true })
  const waited = lockHolder(folder) !== null
  while (lockHolder(folder)) await sleep(200, undefined, { signal: options.signal })
  if (waited && !isBuildStale(root)) return
  const release = await lockDataDirectory(folder, randomUUID())
  const startedAt = new Date()
  const marker = path.join(root, MARKER)
  try {
    await runBuilder(root, options)
    fs.rmSync(marker, { force: true })
    putBuildInPlace(folder, Date.now())
    fs.writeFileSync(marker, '')
    // A source that changed during the build is newer than it.
    fs.utimesSync(marker, startedAt, startedAt)
  } finally {
    release()
  }
}

function runBuilder(root: string, options: { quiet: boolean; signal?: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')
    if (!fs.existsSync(remix)) {
      reject(
        new Error('The front end is not built and the tools to build it are not installed: run `npm ci`.'),
      )
      return
    }
    const child: ChildProcess = spawn(process.execPath, [remix, 'vite:build'], {
      cwd: root,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      signal: options.signal,
    })
    let said = ''
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The front end could not be built.\n${said}`))
    })
  })
}
