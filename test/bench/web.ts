import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Load, load, ratio } from './load'
import { startMarkupServer, startWithBooths } from './running-product'

/**
 * `npm run bench -- web`: requests a second and the 95th percentile of the pages that buyers open most, against
 * a bare server that renders the same markup from memory with React (the limit), page by page in the same run,
 * so that a noisy machine disturbs both; then the same pages with 5,018 booths over those with 500.
 * Progress on standard error, one JSON line last on standard output.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    booths: { type: 'string', default: '500' },
    more: { type: 'string', default: '5018' },
  },
})
const seconds = Number(values.seconds)

interface Page {
  product: Load
  limit: Load
  /** Requests a second over the limit's. */
  ofLimit: number
}

async function firstLink(url: string, page: string, pattern: RegExp): Promise<string> {
  const html = await (await fetch(url + page, { headers: { accept: 'text/html' } })).text()
  const found = pattern.exec(html)?.[1]
  if (!found) throw new Error(`no link like ${pattern} on ${page}`)
  return found
}

async function measure(booths: number): Promise<Record<string, Page>> {
  const product = await startWithBooths(booths)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'opop-markup-'))
  try {
    const paths = {
      home: '/en',
      hall: '/en/hall',
      booth: await firstLink(product.url, '/en/hall', /href="(\/en\/booths\/[a-z0-9-]+)"/),
      product: await firstLink(product.url, '/en/products', /href="(\/en\/products\/[a-z0-9-]+)"/),
      search: '/en/products?q=coffee',
    }
    const markup: Record<string, string> = {}
    for (const page of Object.values(paths)) {
      const answer = await fetch(product.url + page, { headers: { cookie: 'locale=en' } })
      if (!answer.ok) throw new Error(`${page} answers ${answer.status}`)
      markup[page] = await answer.text()
    }
    const pagesFile = path.join(folder, 'pages.json')
    await writeFile(pagesFile, JSON.stringify(markup))
    const limit = await startMarkupServer(pagesFile)
    try {
      const measured: Record<string, Page> = {}
      for (const [name, page] of Object.entries(paths)) {
        await load(product.url + page, 1)
        await load(limit.url + page, 1)
        const ours = await load(product.url + page, seconds)
        const best = await load(limit.url + page, seconds)
        measured[name] = {
          product: ours,
          limit: best,
          ofLimit: ratio(ours.requestsPerSecond, best.requestsPerSecond),
        }
        console.error(
          `${booths} booths, ${name}: ${ours.requestsPerSecond}/s, p95 ${ours.p95} ms; limit ${best.requestsPerSecond}/s, p95 ${best.p95} ms`,
        )
      }
      return measured
    } finally {
      await limit.stop()
    }
  } finally {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const small = await measure(Number(values.booths))
const large = await measure(Number(values.more))
const growth = Object.fromEntries(
  Object.entries(large).map(([name, page]) => [
    name,
    {
      requestsPerSecond: ratio(
        page.product.requestsPerSecond,
        small[name]?.product.requestsPerSecond ?? Number.NaN,
      ),
      p95: ratio(page.product.p95, small[name]?.product.p95 ?? Number.NaN),
    },
  ]),
)
console.log(
  JSON.stringify({
    bench: 'web',
    seconds,
    booths: Number(values.booths),
    pages: small,
    more: { booths: Number(values.more), pages: large, overSmaller: growth },
  }),
)
