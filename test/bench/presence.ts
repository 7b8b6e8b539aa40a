import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { PresenceVisitor, visitName } from '../setup/presence-visitor'
import { processTable } from '../setup/process-table'
import { startProduct } from '../setup/product'
import { ratio } from './load'

/**
 * `npm run bench -- presence [--visitors 2000] [--seconds 60] [--booths 500]`: so many visitors listen in the
 * halls of one process over connections of their own, each going to another pavilion once a minute, while a
 * product page is opened at a steady pace: the bytes of a visitor in a minute, with its request's, the page's
 * 95th percentile before and meanwhile, and what the process's memory grows by. Progress on standard error, one
 * JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    booths: { type: 'string', default: '500' },
  },
})
const count = Number(values.visitors)
const seconds = Number(values.seconds)
const PAVILIONS = 27
/** Pages a second: a busy day, far from what the web can do. */
const PAGES_PER_SECOND = 10
/** Openings a second while the hall fills. */
const ARRIVALS = 200

async function p95(url: string, duration: number): Promise<{ p95: number; pages: number }> {
  const result = await autocannon({
    url,
    connections: 4,
    // Beside us: the visitors' own work must not pass for the product's.
    workers: 1,
    overallRate: PAGES_PER_SECOND,
    duration,
    headers: { accept: 'text/html', 'accept-encoding': 'gzip', cookie: 'locale=en' },
  })
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${result.errors} errors, ${result.non2xx} refusals`)
  const { p90, p97_5 } = result.latency
  return { p95: Math.round((p90 + ((p97_5 - p90) * 5) / 7.5) * 10) / 10, pages: result['2xx'] }
}

interface Use {
  /** Resident memory, as the system counts it. */
  mb: number
  /** Seconds of processor that it has had. */
  cpuSeconds: number
}

/** What the web below the process `parent` uses; null where the system doesn't say as Linux does. */
function webUse(parent: number | undefined): Use | null {
  try {
    const pid = processTable().find((row) => row.parent === parent && row.command.includes('server.ts'))?.pid
    const resident = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name, which is in parentheses; in hundredths of a second, on every Linux that runs Node.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return {
      mb: Math.round(Number(resident) / 102.4) / 10,
      cpuSeconds: (Number(user) + Number(system)) / 100,
    }
  } catch {
    return null
  }
}

/** Measures pages for a while. @returns their 95th percentile and the web's share of one processor. */
async function underPages(page: string): Promise<{ p95: number; cpu: number | null; mb: number | null }> {
  const from = webUse(product.process.pid)
  const started = performance.now()
  const measured = await p95(page, seconds)
  const to = webUse(product.process.pid)
  const cpu =
    from && to
      ? Math.round(((to.cpuSeconds - from.cpuSeconds) / (performance.now() - started)) * 1_000_000) / 10
      : null
  console.error(`p95 ${measured.p95} ms of ${measured.pages} pages, ${cpu} % of a processor, ${to?.mb} MB`)
  return { p95: measured.p95, cpu, mb: to?.mb ?? null }
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'opop-bench-presence-'))
const product = await startProduct({
  dataDir: folder,
  args: ['--booths', String(values.booths)],
  // So that visitors can come from addresses of their own: one client may hold 200 streams.
  env: { LOG_LEVEL: 'warn', TRUSTED_PROXIES: '1' },
  timeoutMs: 240_000,
})
const { url } = product
const visitors = Array.from(
  { length: count },
  (_, at) =>
    new PresenceVisitor({
      url,
      visit: visitName(at),
      forwardedFor: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
    }),
)
try {
  const page = /href="(\/en\/products\/[a-z0-9-]+)"/.exec(
    await (await fetch(`${url}/en/products`)).text(),
  )?.[1]
  if (!page) throw new Error('no product is shown')
  await p95(url + page, 5)
  const before = await underPages(url + page)

  for (let at = 0; at < count; at += ARRIVALS) {
    const arriving = visitors.slice(at, at + ARRIVALS)
    await Promise.all([...arriving.map((visitor, i) => visitor.enter((at + i) % PAVILIONS)), sleep(1_000)])
  }
  const opened = visitors.filter(({ status, isOpen }) => status === 200 && isOpen).length
  console.error(`${opened} streams are open`)
  await sleep(10_000)

  const bytes = () => visitors.map(({ sent, received }) => sent + received)
  const bytesBefore = bytes()
  const started = performance.now()
  // Everybody goes on once a minute, each at a moment of its own.
  const moves = visitors.map(async (visitor, at) => {
    for (let from = (at / count) * 60; from < seconds; from += 60) {
      await sleep(from * 1_000 - (performance.now() - started))
      await visitor.enter((at + 1) % PAVILIONS)
    }
  })
  const during = await underPages(url + page)
  await Promise.all(moves)
  const minutes = (performance.now() - started) / 60_000
  const used = bytes().map((after, at) => (after - (bytesBefore[at] ?? 0)) / minutes)

  await sleep(25_000)
  const pavilionOf = (at: number) => (at + 1) % PAVILIONS
  const here = Array.from(
    { length: PAVILIONS },
    (_, pavilion) => visitors.filter((_visitor, at) => pavilionOf(at) === pavilion).length,
  )
  const right = visitors.filter(
    (visitor, at) => visitor.isOpen && visitor.figures()?.[0] === here[pavilionOf(at)],
  ).length
  const leaving = performance.now()
  await product.stop()
  const slower = ratio(during.p95, before.p95)
  const bytesAMinute = Math.round(used.reduce((sum, one) => sum + one, 0) / count)
  console.log(
    JSON.stringify({
      bench: 'presence',
      visitors: count,
      open: opened,
      told: right,
      bytesAMinute,
      mostBytesAMinute: Math.round(Math.max(...used)),
      pagesPerSecond: PAGES_PER_SECOND,
      p95BeforeMs: before.p95,
      p95DuringMs: during.p95,
      duringOverBefore: slower,
      cpuBeforePercent: before.cpu,
      cpuDuringPercent: during.cpu,
      residentBeforeMb: before.mb,
      residentDuringMb: during.mb,
      stoppedMs: Math.round(performance.now() - leaving),
    }),
  )
  if (opened !== count || right !== count || bytesAMinute >= 1_000) process.exitCode = 1
} finally {
  for (const visitor of visitors) visitor.leave()
  await product.stop()
  await rm(folder, { recursive: true, force: true })
}
