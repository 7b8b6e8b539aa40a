import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words as commonWords } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { edition } from '~/db/schema/edition'
import { rateLimit } from '~/db/schema/rate-limit'
import { session } from '~/db/schema/session'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD, type SampleAccountKey } from '~/db/seed/sample-accounts'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { ACCOUNT_LIMIT } from '~/domain/account/sign-in-limit'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

const words = PAGE_WORDS.id.account.signIn
const queries: string[] = []
let database: TestDatabase
let counted: DatabaseConnection
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 12 })
  counted = connectDatabase(database.url, { onQuery: (query) => queries.push(query) })
  web = await createTestWeb({ connection: counted })
})
afterAll(async () => {
  await counted?.close()
  await database?.drop()
})
beforeEach(() => database.connection.db.delete(rateLimit))

const emailOf = (key: SampleAccountKey) => SAMPLE_ACCOUNTS.find((row) => row.key === key)?.email ?? ''

function send(address: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return web.request(address, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

async function signedIn(key: SampleAccountKey): Promise<string> {
  const answer = await send('/id/sign-in', { email: emailOf(key), password: SAMPLE_PASSWORD })
  expect(answer.status).toBe(303)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

const location = (answer: Response) => answer.headers.get('location')

describe('the sign-in page', () => {
  it('keeps the e-mail that was typed and never the password, with status 400', async () => {
    const answer = await send('/id/sign-in', { email: 'salah@example.com', password: 'rahasia sekali' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain('value="salah@example.com"')
    expect(html).not.toContain('rahasia sekali')
    expect(html).toContain(words.wrong)
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token')
  })

  it('says at its field what is missing', async () => {
    const html = await (await send('/id/sign-in', { email: 'rina@', password: '' })).text()
    expect(html).toContain(words.problems['email-wrong'])
    expect(html).toContain(words.problems['password-missing'])
    expect(html).toContain('value="rina@"')
  })

  it('says how long to wait after too many wrong tries', async () => {
    const typed = { email: 'salah@example.com', password: 'rahasia' }
    for (let n = 0; n < ACCOUNT_LIMIT.limit; n++) await send('/id/sign-in', typed)
    const answer = await send('/id/sign-in', typed)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain('Tunggu 15 menit')
  })

  it.each([
    ['offtaker-owner', '/id/needs'],
    ['buyer-istanbul', '/id/needs'],
    ['pesantren-member', '/id/studio'],
    ['organiser', '/id/organiser/verification'],
  ] as const)('leads %s to %s', async (key, start) => {
    const cookie = await signedIn(key)
    expect(location(await web.request('/id/sign-in', { headers: { cookie } }))).toBe(start)
  })

  it.each([
    ['/en/needs/new?booth=a', '/en/needs/new?booth=a'],
    ['https://elsewhere.example/', '/id/sign-in'],
    ['//elsewhere.example/', '/id/sign-in'],
  ])('goes on from next=%s to %s', async (next, goal) => {
    const typed = { email: emailOf('offtaker-owner'), password: SAMPLE_PASSWORD, next }
    expect(location(await send('/id/sign-in', typed))).toBe(goal)
    const cookie = await signedIn('offtaker-owner')
    const again = await web.request(`/id/sign-in?next=${encodeURIComponent(next)}`, { headers: { cookie } })
    expect(location(again)).toBe(goal === '/id/sign-in' ? '/id/needs' : goal)
  })

  it('lists the sample accounts only while the open edition is the sample', async () => {
    const listed = await (await web.request('/id/sign-in')).text()
    for (const { email } of SAMPLE_ACCOUNTS) expect(listed).toContain(email)
    expect(listed).toContain(SAMPLE_PASSWORD)
    const { db } = database.connection
    await db.update(edition).set({ isSample: false }).where(eq(edition.isOpen, true))
    try {
      const html = await (await web.request('/id/sign-in')).text()
      expect(html).toContain(words.email)
      expect(html).not.toContain('.example')
      expect(html).not.toContain(SAMPLE_PASSWORD)
      // Nor does the address of a sample's form work.
      const refused = await send('/id/sign-in', { email: emailOf('organiser'), password: SAMPLE_PASSWORD })
      expect(refused.status).toBe(400)
    } finally {
      await db.update(edition).set({ isSample: true }).where(eq(edition.isOpen, true))
    }
  })

  it('takes no form from elsewhere', async () => {
    const typed = { email: emailOf('organiser'), password: SAMPLE_PASSWORD }
    const answer = await send('/id/sign-in', typed, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token')
  })
})

describe('a page of somebody who is signed in', () => {
  it('says for whom they act and is kept by nobody', async () => {
    const cookie = await signedIn('two-organisations')
    const answer = await web.request('/ar/about', { headers: { cookie } })
    const html = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(html).toContain('دار المعارف 5')
    expect(html).toContain('action="/ar/sign-out"')
    expect(html).toContain('Oleh-oleh Pantura 8')
    expect(html).not.toContain('href="/ar/sign-in"')
  })

  it('costs three queries more than a visitor’s, which costs none', async () => {
    const cookie = await signedIn('offtaker-owner')
    const cost = async (address: string, headers: Record<string, string>) => {
      await web.request(address, { headers })
      queries.length = 0
      await (await web.request(address, { headers })).text()
      return queries.length
    }
    expect(await cost('/id/business-matching', {})).toBeLessThanOrEqual(1)
    const visitor = await cost('/id/hall', {})
    expect(await cost('/id/hall', { cookie })).toBe(visitor + 3)
    // A picture asks nobody who asks for it.
    expect(await cost('/robots.txt', { cookie })).toBe(0)
  })

  it('shows who they are on a refusal too', async () => {
    const cookie = await signedIn('offtaker-owner')
    const foreign = await send('/id/chat', { booth: 'x' }, { cookie, origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).toContain('Grosir Pasundan 4')
    const missing = await web.request('/id/tidak-ada', { headers: { cookie } })
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('Grosir Pasundan 4')
  })

  it('switches, signs out, and is a visitor’s again', async () => {
    const cookie = await signedIn('two-organisations')
    const page = await (await web.request('/id/about', { headers: { cookie } })).text()
    const other = /name="organisation" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const switched = await send('/id/acting-for', { organisation: other }, { cookie })
    expect([switched.status, location(switched)]).toEqual([303, '/id/needs'])
    const out = await send('/id/sign-out', {}, { cookie })
    expect([out.status, location(out)]).toEqual([303, '/id'])
    expect(out.headers.getSetCookie().join()).toMatch(/opop\.session_token=;[^,]*Max-Age=0/)
    // The cookie itself is worth nothing any more, and is taken away.
    const after = await web.request('/id/needs', { headers: { cookie } })
    expect(location(after)).toBe('/id/sign-in?next=%2Fid%2Fneeds')
    expect(after.headers.getSetCookie().join()).toMatch(/opop\.session_token=;/)
  })

  it('goes over https alone where people come by https', async () => {
    const secure = await createTestWeb({
      connection: counted,
      env: { PUBLIC_URL: 'https://expo.example.org' },
    })
    const answer = await secure.request('/id/sign-in', {
      method: 'POST',
      headers: { origin: 'https://expo.example.org', host: 'expo.example.org' },
      body: new URLSearchParams({ email: emailOf('organiser'), password: SAMPLE_PASSWORD }),
    })
    expect(answer.headers.getSetCookie().join()).toMatch(/__Secure-opop\.session_token=.*; Secure/)
  })
})

describe('a lost database', () => {
  it('makes nobody a visitor: their own pages say so kindly, and ask nobody to sign in again', async () => {
    const cookie = await signedIn('offtaker-owner')
    const lost = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const cut = await createTestWeb({ connection: lost })
      for (const page of ['/id/needs', '/id/hall', '/id/sign-in']) {
        const answer = await cut.request(page, { headers: { cookie } })
        expect(answer.status, page).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('10')
        expect(await answer.text()).toContain(commonWords.errors.unavailable.title)
        // The cookie stays: it is good again when the database is.
        expect(answer.headers.getSetCookie().join()).not.toContain('session_token')
      }
      const typed = { email: 'rina@example.com', password: 'rahasia sekali' }
      const answer = await cut.request('/id/sign-in', { method: 'POST', body: new URLSearchParams(typed) })
      expect(answer.status).toBe(503)
      const html = await answer.text()
      expect(html).toContain(words.notSignedIn)
      expect(html).toContain('value="rina@example.com"')
      expect(html).not.toContain('rahasia sekali')
    } finally {
      await lost.close()
    }
    expect(await database.connection.db.$count(session)).toBeGreaterThan(0)
  })
})
