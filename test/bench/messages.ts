import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { readEmbeddedUrl } from '~/db/embedded.server'
import { noonZone } from '../setup/noon-zone'
import { startOutsideWorld } from '../setup/outside-world'
import { startProduct } from '../setup/product'
import { ratio } from './load'

/**
 * `npm run bench -- messages [--messages 10000] [--rate 20] [--seconds 20] [--booths 500]`: so many messages to
 * as many people drain at the configured rate, with WhatsApp's statuses coming back as webhooks, while a product
 * page is opened at a steady pace; its 95th percentile before and meanwhile, in the same run. Progress on
 * standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    booths: { type: 'string', default: '500' },
  },
})
const total = Number(values.messages)
const rate = Number(values.rate)
/** Pages a second: a busy day, far from what the web can do. */
const PAGES_PER_SECOND = 10

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function p95(url: string, seconds: number): Promise<{ p95: number; pages: number }> {
  const result = await autocannon({
    url,
    connections: 4,
    overallRate: PAGES_PER_SECOND,
    duration: seconds,
    headers: { accept: 'text/html', 'accept-encoding': 'gzip', cookie: 'locale=en' },
  })
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${result.errors} errors, ${result.non2xx} refusals`)
  const { p90, p97_5 } = result.latency
  return { p95: Math.round((p90 + ((p97_5 - p90) * 5) / 7.5) * 10) / 10, pages: result['2xx'] }
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'opop-bench-messages-'))
const world = await startOutsideWorld()
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const product = await startProduct({
  dataDir: folder,
  args: ['--booths', String(values.booths)],
  env: {
    ...world.env,
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    WHATSAPP_PER_SECOND: String(rate),
    WHATSAPP_DAILY_PEOPLE: '1000000',
  },
  timeoutMs: 240_000,
})
const sql = postgres(readEmbeddedUrl(folder) ?? '', { max: 1, onnotice: () => {} })
try {
  await world.set({ webhookUrl: `${url}/webhooks/whatsapp` })
  const page = /href="(\/en\/products\/[a-z0-9-]+)"/.exec(
    await (await fetch(`${url}/en/products`)).text(),
  )?.[1]
  if (!page) throw new Error('no product is shown')

  await sql.begin(async (tx) => {
    await tx`create temp table receiver on commit drop as
      select gen_random_uuid() as id, '+62812' || lpad(i::text, 8, '0') as phone from generate_series(1, ${total}::int) i`
    await tx`insert into person (id, name, phone_e164, phone_verified, time_zone)
      select id, 'Bench', phone, true, ${noonZone()}::text from receiver`
    await tx`insert into consent (id, person_id, kind, text_version, text, locale, granted_at)
      select gen_random_uuid(), id, 'whatsapp', 'bench', 'Yes.', 'id', now() from receiver`
    await tx`analyze person`
  })
  await p95(url + page, 3)
  const before = await p95(url + page, Number(values.seconds))
  console.error(`before: p95 ${before.p95} ms of ${before.pages} pages`)

  const started = performance.now()
  await sql`insert into message (id, template, variables, locale, person_id, about_kind, about_id, priority, not_before)
    select gen_random_uuid(), 'verification-approved', '{"organisation":"Pesantren Bench"}', 'id', id, 'person', id, 9, now()
    from person where name = 'Bench'`
  await sleep(1_000)
  const during = await p95(url + page, Math.min(Number(values.seconds) * 3, Math.max(5, total / rate - 2)))
  console.error(`while they drain: p95 ${during.p95} ms of ${during.pages} pages`)

  let arrived = 0
  while (arrived < total) {
    arrived = (await world.counts()).whatsapp
    if (performance.now() - started > (total / rate) * 3_000 + 60_000) break
    await sleep(500)
  }
  const drainedMs = performance.now() - started
  await Promise.race([world.settled(), sleep(60_000)])
  await sleep(1_000)
  const states = await sql<{ state: string; n: number }[]>`
    select state, count(*)::int as n from message group by state order by state`
  const received = await world.received()
  const each = new Map<string, number>()
  for (const { to } of received.whatsapp) each.set(to, (each.get(to) ?? 0) + 1)
  const slower = ratio(during.p95, before.p95)
  console.log(
    JSON.stringify({
      bench: 'messages',
      messages: total,
      rate,
      drainedSeconds: Math.round(drainedMs / 100) / 10,
      perSecond: Math.round((arrived / drainedMs) * 10_000) / 10,
      arrived,
      twice: [...each.values()].filter((times) => times > 1).length,
      states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
      pagesPerSecond: PAGES_PER_SECOND,
      p95BeforeMs: before.p95,
      p95DuringMs: during.p95,
      duringOverBefore: slower,
    }),
  )
  if (arrived !== total || each.size !== total || slower > 1.5) process.exitCode = 1
} finally {
  await sql.end({ timeout: 2 })
  await product.stop()
  await world.close()
  await rm(folder, { recursive: true, force: true })
}
