import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { words as id } from '~/app/i18n/id/words'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { AppError, type AppErrorCode } from '~/domain/shared/app-error'
import type { Locale } from '~/domain/shared/locale'
import type { SearchIndex } from '~/search/search-index'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb } from '../setup/test-web'

const WORDS = { id, en, ar }
const LOCALES: Locale[] = ['id', 'en', 'ar']

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())

/** React escapes what HTML needs; the words have nothing else in them. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')

function searchThatThrows(error: Error): SearchIndex {
  const fail = () => Promise.reject(error)
  return { search: fail, upsert: fail, remove: fail, rebuild: fail }
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each([
    ['not-found', 404],
    ['forbidden', 403],
    ['conflict', 409],
    ['too-many-requests', 429],
    ['unavailable', 503],
  ] as [AppErrorCode, number][])('a refusal %s is a kind page with status %i', async (code, status) => {
    const web = await createTestWeb({
      connection: database.connection,
      search: searchThatThrows(new AppError(code, 'told', code === 'too-many-requests' ? 60 : undefined)),
    })
    const answer = await web.request(`/${locale}/products?q=x`)
    expect(answer.status).toBe(status)
    if (code === 'too-many-requests') expect(answer.headers.get('retry-after')).toBe('60')
    const html = await answer.text()
    expect(html).toContain(asHtml(WORDS[locale].errors[code].title))
    expect(html).toContain(`lang="${locale}"`)
    expect(html).toContain(`href="/${locale}"`)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it('an unexpected error is a kind page with status 500, logged once, telling nothing of the inside', async () => {
    const lines: Record<string, unknown>[] = []
    const web = await createTestWeb({
      connection: database.connection,
      search: searchThatThrows(new Error('secret inside')),
      onLog: (line) => lines.push(line),
    })
    const answer = await web.request(`/${locale}/products?q=rahasia`)
    const html = await answer.text()
    expect(answer.status).toBe(500)
    expect(html).toContain(asHtml(WORDS[locale].errors.failed.title))
    expect(html).not.toContain('secret inside')
    const failures = lines.filter((line) => line.msg === 'request failed')
    expect(failures).toHaveLength(1)
    expect(failures[0]?.requestId).toBe(answer.headers.get('x-request-id'))
    // What somebody typed is no matter for a log.
    expect(JSON.stringify(lines)).not.toContain('rahasia')
  })

  it('a lost database is a kind page with status 503, with a way on', async () => {
    // A port on which nothing listens: what a stopped database looks like.
    const lost: DatabaseConnection = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const web = await createTestWeb({ connection: lost })
      for (const page of ['', '/hall', '/booths/al-hikmah-1', '/products/kopi-1', '/products?q=kopi']) {
        const answer = await web.request(`/${locale}${page}`)
        expect(answer.status, page).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('10')
        expect(await answer.text()).toContain(asHtml(WORDS[locale].errors.unavailable.title))
      }
      expect((await web.request('/healthz')).status).toBe(200)
      expect((await web.request('/readyz')).status).toBe(503)
    } finally {
      await lost.close()
    }
  })

  it('a write from elsewhere is refused with 403 and an oversized one with 413', async () => {
    const web = await createTestWeb({ connection: database.connection })
    const foreign = await web.request(`/${locale}/chat`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ booth: 'x' }),
    })
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).toContain(asHtml(WORDS[locale].errors.forbidden.title))
    const large = await web.request(`/${locale}/inquiry`, {
      method: 'POST',
      headers: {
        'content-length': String(5 * 1024 * 1024),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'message=x',
    })
    expect(large.status).toBe(413)
    expect(await large.text()).toContain(asHtml(WORDS[locale].errors['too-large'].title))
  })
})

describe('an edition that is not there yet', () => {
  it.each(['/en', '/en/hall', '/en/products', '/en/about', '/en/business-matching', '/en/shortlist'])(
    '%s says so and goes on',
    async (page) => {
      const web = await createTestWeb({ connection: database.connection })
      const answer = await web.request(page)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<h1')
    },
  )
})

describe('the edge', () => {
  it('gives each answer an id, a policy and the language cookie', async () => {
    const web = await createTestWeb({ connection: database.connection })
    const answer = await web.request('/ar/about')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.get('set-cookie')).toContain('locale=ar')
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
    const scripts = (await answer.text()).match(/<script(?![^>]*application\/ld\+json)[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  })

  it('sends a bare address on by cookie, then by Accept-Language', async () => {
    const web = await createTestWeb({ connection: database.connection })
    const to = async (headers: Record<string, string>) =>
      (await web.request('/hall?pavilion=3', { headers })).headers.get('location')
    expect(await to({ cookie: 'locale=ar', 'accept-language': 'id' })).toBe('/ar/hall?pavilion=3')
    expect(await to({ 'accept-language': 'en-US,en;q=0.9' })).toBe('/en/hall?pavilion=3')
    expect(await to({})).toBe('/id/hall?pavilion=3')
  })

  it('sends the bare root on in the same way', async () => {
    const web = await createTestWeb({ connection: database.connection })
    const to = async (headers: Record<string, string>) => {
      const answer = await web.request('/', { headers })
      return [answer.status, answer.headers.get('location')]
    }
    expect(await to({ cookie: 'locale=ar', 'accept-language': 'id' })).toEqual([302, '/ar'])
    expect(await to({ 'accept-language': 'en-US,en;q=0.9' })).toEqual([302, '/en'])
    expect(await to({})).toEqual([302, '/id'])
  })
})
