import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '~/db/seed/sample-accounts'
import { phonePhoto } from '../setup/hostile-files'
import { processTable } from '../setup/process-table'
import { load, ratio } from './load'
import { startWithBooths } from './running-product'

/**
 * `npm run bench -- photos`: 20 photographs of 8 megapixels sent at once by one pesantren; the memory of the worker
 * and of the processes that it begins, each at its highest, while it makes them, and the 95th percentile of a product
 * page meanwhile over that before, in the same run.
 * Progress on standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    photos: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '24' },
    booths: { type: 'string', default: '500' },
  },
})
const MOST_MEMORY_MB = 600
const MOST_RATIO = 1.5
const TUS = { 'Tus-Resumable': '1.0.0' }

const count = Number(values.photos)
const seconds = Number(values.seconds)

interface Seen {
  /** Megabytes at the highest, by the kernel's own count. */
  mb: number
}

/** The worker of the product that runs at the moment: nobody else's, told by its parent. */
function workerOf(parents: ReadonlySet<number>): number {
  const found = processTable().find(
    ({ parent, command }) => parents.has(parent) && command.includes('worker.ts'),
  )
  if (!found) throw new Error('no worker runs')
  return found.pid
}

function memoryOf(pid: number): Seen {
  const [, kb] = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { mb: Math.round(Number(kb) / 1024) }
}

/** The processes that one began, and those that these began. */
function descendantsOf(pid: number): number[] {
  const table = processTable()
  const found = [pid]
  // It grows while we go through it.
  for (const one of found) found.push(...table.filter(({ parent }) => parent === one).map((row) => row.pid))
  return found.slice(1)
}

function memoryIfAlive(pid: number): number {
  try {
    // One that has ended and isn't collected yet has no memory to tell of.
    return memoryOf(pid).mb || 0
  } catch {
    return 0
  }
}

async function signIn(url: string): Promise<string> {
  const email = SAMPLE_ACCOUNTS.find(({ key }) => key === 'pesantren-owner')?.email ?? ''
  const answer = await fetch(`${url}/id/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, password: SAMPLE_PASSWORD }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (answer.status >= 400 || cookies.length === 0) throw new Error(`signing in: ${answer.status}`)
  return cookies.join('; ')
}

async function send(url: string, cookie: string, bytes: Buffer, productId: string | null): Promise<void> {
  const headers = { ...TUS, cookie, origin: url }
  const metadata = productId && {
    'Upload-Metadata': `productId ${Buffer.from(productId).toString('base64')}`,
  }
  const begun = await fetch(`${url}/uploads`, {
    method: 'POST',
    headers: { ...headers, 'Upload-Length': String(bytes.length), ...metadata },
  })
  if (begun.status !== 201) throw new Error(`beginning: ${begun.status} ${await begun.text()}`)
  const sent = await fetch(new URL(begun.headers.get('location') ?? '', url), {
    method: 'PATCH',
    headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (sent.status !== 204) throw new Error(`sending: ${sent.status} ${await sent.text()}`)
}

/** Addresses of photographs that the studio's pages show: those that are ready. */
async function readyIn(url: string, cookie: string, pages: readonly string[]): Promise<number> {
  const hashes = new Set<string>()
  for (const page of pages) {
    const html = await (await fetch(url + page, { headers: { cookie, accept: 'text/html' } })).text()
    for (const [, hash = ''] of html.matchAll(/\/photos\/([0-9a-f]{64})\//g)) hashes.add(hash)
  }
  return hashes.size
}

const product = await startWithBooths(Number(values.booths))
try {
  const { url } = product
  const starter = processTable()
    .filter(({ parent, command }) => parent === process.pid && command.includes('start.ts'))
    .map(({ pid }) => pid)
  const worker = workerOf(new Set(starter))
  const cookie = await signIn(url)
  const list = await (
    await fetch(`${url}/id/studio/products`, { headers: { cookie, accept: 'text/html' } })
  ).text()
  const [, productId] = /\/id\/studio\/products\/([0-9a-f-]{36})/.exec(list) ?? []
  if (!productId) throw new Error('the sample pesantren has no product')
  const search = await (await fetch(`${url}/en/products`, { headers: { accept: 'text/html' } })).text()
  const [, page] = /href="(\/en\/products\/[a-z0-9-]+)"/.exec(search) ?? []

  const photographs: Buffer[] = []
  // Each is another one: the same would be made again all the same, but a name could hide that.
  for (let i = 0; i < count; i++) photographs.push(await phonePhoto(3_264 + i * 8, 2_448))
  console.error(
    `${count} photographs, ${Math.round(photographs.reduce((sum, { length }) => sum + length, 0) / count / 1024)} kB each`,
  )

  await load(url + page, 2)
  const before = await load(url + page, seconds)
  const idle = memoryOf(worker)
  const started = performance.now()
  await Promise.all(photographs.map((bytes, i) => send(url, cookie, bytes, i < 12 ? null : productId)))
  const sentMs = Math.round(performance.now() - started)
  const pages = ['/id/studio/photos', `/id/studio/products/${productId}/photos`]
  let making = 0
  const watch = setInterval(() => {
    making = Math.max(
      making,
      descendantsOf(worker).reduce((sum, pid) => sum + memoryIfAlive(pid), 0),
    )
  }, 200)
  const during = await load(url + page, seconds)
  const readyDuring = await readyIn(url, cookie, pages)
  if (readyDuring >= count) throw new Error('they were ready before the load was over: ask for more of them')
  for (let ready = readyDuring; ready < count; ready = await readyIn(url, cookie, pages)) {
    if (performance.now() - started > 600_000) throw new Error(`only ${ready} are ready`)
    await sleep(500)
  }
  const madeMs = Math.round(performance.now() - started)
  clearInterval(watch)
  const memory = { mb: memoryOf(worker).mb + making }
  const result = {
    photos: count,
    sentMs,
    madeMs,
    workerMb: memory.mb,
    ofWhichMakingMb: making,
    workerIdleMb: idle.mb,
    before,
    during,
    readyDuring,
    p95Ratio: ratio(during.p95, before.p95),
    ok: memory.mb < MOST_MEMORY_MB && during.p95 <= before.p95 * MOST_RATIO,
  }
  console.log(JSON.stringify(result))
  if (!result.ok) process.exitCode = 1
} finally {
  await product.stop()
}
