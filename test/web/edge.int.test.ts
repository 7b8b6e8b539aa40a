import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDatabase } from '~/db/client.server'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 60 })
  web = await createTestWeb({ connection: database.connection })
}, 60_000)
afterAll(() => database?.drop())

describe('what is no page', () => {
  it('answers health to GET and HEAD', async () => {
    for (const method of ['GET', 'HEAD']) {
      expect((await web.request('/healthz', { method })).status).toBe(200)
      expect((await web.request('/readyz', { method })).status).toBe(200)
      expect((await web.request('/en', { method })).status).toBe(200)
    }
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('refuses %s with what it takes', async (method) => {
    const answer = await web.request('/en/chat', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
  })

  it('says in no language that a file of an old build is gone', async () => {
    for (const file of ['/assets/root-old.js', '/images/none.webp', '/favicon.ico'])
      expect((await web.request(file)).status).toBe(404)
  })

  it('answers a request without a host with 400', async () => {
    expect((await web.request('/en', { headers: { host: ' ' } })).status).toBe(400)
  })

  it('lets nobody ask for the page of a refusal', async () => {
    expect((await web.request('/en/refused/403')).status).toBe(404)
    expect((await web.request('/en/refused/500')).status).toBe(404)
  })

  it('refuses a body that turns out too large, whatever it announced', async () => {
    const chunk = new TextEncoder().encode('message='.padEnd(64 * 1024, 'x'))
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.byteLength
        if (sent > 3 * 1024 * 1024) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      duplex: 'half',
    }
    expect((await web.request('/en/inquiry', init)).status).toBe(413)
    expect(sent).toBeLessThan(2 * 1024 * 1024)
  })

  it('answers what has no page with a bare status', async () => {
    expect((await web.request('/hall/shards/none/1/abc.json')).status).toBe(404)
    expect((await web.request('/share/booth/none.en.abcdefghijkl.png')).status).toBe(404)
    const lost = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const offline = await createTestWeb({ connection: lost })
      for (const address of ['/hall/manifest.json', '/sitemap.xml']) {
        const answer = await offline.request(address)
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('10')
      }
    } finally {
      await lost.close()
    }
  })

  it('keeps a page’s data as private as the page', async () => {
    const answer = await web.request('/en/shortlist.data')
    expect(answer.headers.get('content-type')).toContain('text/x-script')
    expect(answer.headers.get('cache-control')).toContain('private')
  })
})

describe('pages as bytes', () => {
  it('hold no zero, in Arabic too, where letters have several bytes', async () => {
    const hall = await (await web.request('/ar/hall')).text()
    const booths = [...hall.matchAll(/href="(\/ar\/booths\/[a-z0-9-]+)"/g)].map((match) => match[1] ?? '')
    expect(booths.length).toBeGreaterThan(15)
    for (const page of [
      '/ar',
      '/ar/hall',
      '/ar/hall?page=2',
      '/ar/about',
      '/ar/business-matching',
      ...booths,
    ]) {
      const bytes = Buffer.from(await (await web.request(page)).arrayBuffer())
      expect(bytes.includes(0), page).toBe(false)
      expect(bytes.toString('utf8'), page).not.toContain('\ufffd')
    }
  })
})
