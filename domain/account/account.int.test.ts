import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectDatabase } from '~/db/client.server'
import { edition } from '~/db/schema/edition'
import { person } from '~/db/schema/person'
import { rateLimit } from '~/db/schema/rate-limit'
import { province } from '~/db/schema/region'
import { session } from '~/db/schema/session'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD, type SampleAccountKey } from '~/db/seed/sample-accounts'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { actFor } from './act-for.server'
import { type Auth, createAuth, hasSessionCookie } from './create-auth.server'
import { openSignIn } from './open-sign-in.server'
import { readViewer } from './read-viewer.server'
import { signIn } from './sign-in.server'
import { ACCOUNT_LIMIT, CLIENT_LIMIT, EVERYBODY_LIMIT } from './sign-in-limit'
import { signOut } from './sign-out.server'

const SECRET = 'a secret for these tests, and for nothing else'
const queries: string[] = []
let database: TestDatabase
let auth: Auth
beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  await seedSampleEdition(database.connection.db, { booths: 12 })
  auth = createAuth({ db: database.connection.db, secret: SECRET, isSecure: false })
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await database.connection.db.delete(rateLimit)
  await database.connection.db.delete(session)
})

const emailOf = (key: SampleAccountKey) => SAMPLE_ACCOUNTS.find((row) => row.key === key)?.email ?? ''
const context = (now?: Date) => visitorContext(database, now)

/** One try, as a client of that key. */
function tryIn(
  email: string,
  password = SAMPLE_PASSWORD,
  { clientKey = 'client-a', sessionId = null as string | null, now = undefined as Date | undefined } = {},
) {
  return signIn(context(now), { auth, fields: { email, password }, clientKey, sessionId })
}

/** The cookie that a browser sends after signing in. */
async function cookieOf(key: SampleAccountKey): Promise<string> {
  const outcome = await tryIn(emailOf(key))
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return asCookie(outcome.cookies)
}

const asCookie = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ')
const viewerOf = async (cookie: string) => (await readViewer(context(), { auth, cookie })).signedIn

describe('signing in', () => {
  it('keeps a session of the person, without address and browser, in a cookie that scripts cannot read', async () => {
    const outcome = await tryIn(emailOf('offtaker-owner'))
    expect(outcome).toMatchObject({ kind: 'signed-in' })
    const cookies = outcome.kind === 'signed-in' ? outcome.cookies : []
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^opop\.session_token=/)
    expect(cookies[0]).toMatch(/; HttpOnly/)
    expect(cookies[0]).toMatch(/; SameSite=Lax/)
    expect(cookies[0]).toMatch(/; Max-Age=2592000/)
    expect(cookies[0]).not.toMatch(/Secure/)
    const rows = await database.connection.db.select().from(session)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ ipAddress: null, userAgent: null, organisationId: null })
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('gives the cookie to https alone where people come by https', async () => {
    const secure = createAuth({ db: database.connection.db, secret: SECRET, isSecure: true })
    expect(createAuth({ db: database.connection.db, secret: SECRET, isSecure: true })).toBe(secure)
    const outcome = await signIn(context(), {
      auth: secure,
      fields: { email: emailOf('buyer-dubai'), password: SAMPLE_PASSWORD },
      clientKey: 'a',
      sessionId: null,
    })
    const cookies = outcome.kind === 'signed-in' ? outcome.cookies : []
    expect(cookies[0]).toMatch(/^__Secure-opop\.session_token=.*; Secure/)
    expect(hasSessionCookie(asCookie(cookies))).toBe(true)
  })

  it('answers a wrong password and an unknown e-mail alike, and makes no session', async () => {
    expect(await tryIn(emailOf('offtaker-owner'), 'not this one')).toEqual({ kind: 'wrong' })
    expect(await tryIn('nobody@nowhere.example', 'not this one')).toEqual({ kind: 'wrong' })
    expect(await database.connection.db.$count(session)).toBe(0)
  })

  it('takes about as long for an unknown e-mail as for a known one', async () => {
    const times = { known: [] as number[], unknown: [] as number[] }
    const emails = { known: emailOf('buyer-istanbul'), unknown: 'nobody@nowhere.example' }
    for (let n = 0; n < 5; n++) {
      for (const which of ['known', 'unknown'] as const) {
        const started = performance.now()
        await tryIn(emails[which], 'not this one')
        times[which].push(performance.now() - started)
      }
    }
    const median = (of: number[]) => of.toSorted((a, b) => a - b)[2] ?? 0
    // Both hash once, which is most of it; without, unknown ones would take a tenth.
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) / 3)
    expect(median(times.unknown)).toBeLessThan(median(times.known) * 3)
  })

  it('never takes over a session that the browser brought: a new token, and the old row gone', async () => {
    const before = await cookieOf('offtaker-owner')
    const old = await viewerOf(before)
    const outcome = await tryIn(emailOf('offtaker-owner'), SAMPLE_PASSWORD, {
      sessionId: old?.sessionId ?? null,
    })
    const after = asCookie(outcome.kind === 'signed-in' ? outcome.cookies : [])
    expect(after).not.toBe(before)
    expect(await viewerOf(before)).toBeNull()
    expect(await viewerOf(after)).not.toBeNull()
    expect(await database.connection.db.$count(session)).toBe(1)
  })

  it('believes no cookie that another secret signed, and none that somebody made up', async () => {
    const cookie = await cookieOf('offtaker-owner')
    const other = createAuth({ db: database.connection.db, secret: `${SECRET}!`, isSecure: false })
    expect((await readViewer(context(), { auth: other, cookie })).signedIn).toBeNull()
    const [row] = await database.connection.db.select().from(session)
    expect(await viewerOf(`opop.session_token=${row?.token}`)).toBeNull()
    expect(await viewerOf('opop.session_token=made-up.signature')).toBeNull()
  })
})

describe('the limits', () => {
  it('stop a client at one account, and let the owner in from elsewhere', async () => {
    const email = emailOf('offtaker-owner')
    for (let n = 0; n < ACCOUNT_LIMIT.limit; n++)
      expect(await tryIn(email, 'wrong one')).toEqual({ kind: 'wrong' })
    expect(await tryIn(email)).toMatchObject({ kind: 'too-many' })
    expect(await tryIn(email, SAMPLE_PASSWORD, { clientKey: 'client-b' })).toMatchObject({
      kind: 'signed-in',
    })
    expect(await tryIn(emailOf('buyer-dubai'))).toMatchObject({ kind: 'signed-in' })
    const later = new Date(Date.parse('2026-11-22T03:00:00Z') + ACCOUNT_LIMIT.windowSeconds * 1000)
    expect(await tryIn(email, SAMPLE_PASSWORD, { now: later })).toMatchObject({ kind: 'signed-in' })
  })

  it('stop a client that goes through many accounts', async () => {
    await Promise.all(
      Array.from({ length: CLIENT_LIMIT.limit }, (_, n) => tryIn(`nobody-${n}@nowhere.example`, 'wrong one')),
    )
    const stopped = await tryIn(emailOf('offtaker-owner'))
    expect(stopped).toMatchObject({ kind: 'too-many' })
    expect(stopped.kind === 'too-many' && stopped.retryAfterSeconds).toBeGreaterThan(0)
  })

  it('count tries at the same time, and none that were right', async () => {
    for (let n = 0; n < ACCOUNT_LIMIT.limit + 2; n++)
      expect(await tryIn(emailOf('buyer-dubai'))).toMatchObject({ kind: 'signed-in' })
    const outcomes = await Promise.all(
      Array.from({ length: ACCOUNT_LIMIT.limit + 4 }, () => tryIn(emailOf('offtaker-owner'), 'wrong one')),
    )
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(ACCOUNT_LIMIT.limit)
  })

  it('stop many addresses at one account, but not its owner where they have signed in before', async () => {
    const email = emailOf('offtaker-owner')
    expect(await tryIn(email, SAMPLE_PASSWORD, { clientKey: 'home' })).toMatchObject({ kind: 'signed-in' })
    for (let n = 0; n < EVERYBODY_LIMIT.limit; n += 20) {
      const tries = Array.from({ length: 20 }, (_, at) =>
        tryIn(email, 'wrong one', { clientKey: `address-${n + at}` }),
      )
      expect(new Set((await Promise.all(tries)).map(({ kind }) => kind))).toEqual(new Set(['wrong']))
    }
    const next = await tryIn(email, SAMPLE_PASSWORD, { clientKey: 'one-more-address' })
    expect(next).toMatchObject({ kind: 'too-many' })
    expect(await tryIn(email, SAMPLE_PASSWORD, { clientKey: 'home' })).toMatchObject({ kind: 'signed-in' })
    expect(await tryIn(emailOf('buyer-dubai'), SAMPLE_PASSWORD, { clientKey: 'other' })).toMatchObject({
      kind: 'signed-in',
    })
  }, 60_000)

  it('keep no e-mail', async () => {
    await tryIn('somebody@nowhere.example', 'wrong one')
    const keys = (await database.connection.db.select().from(rateLimit)).map(({ key }) => key)
    expect(keys).toHaveLength(3)
    expect(keys.join()).not.toContain('somebody')
  })
})

describe('a session', () => {
  it('tells who is there in one query beside better-auth’s two', async () => {
    const cookie = await cookieOf('two-organisations')
    queries.length = 0
    const signedIn = await viewerOf(cookie)
    expect(queries).toHaveLength(3)
    expect(signedIn?.viewer).toMatchObject({ personName: 'Nadia 8', locale: 'id', timeZone: 'Asia/Jakarta' })
    expect(signedIn?.viewer.organisations.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
      'pesantren owner',
      'offtaker member',
    ])
    const first = signedIn?.viewer.organisations[0]?.id
    expect(signedIn?.viewer.organisationId).toBe(first)
    expect(signedIn?.actor).toMatchObject({ kind: 'person', organisationId: first })
  })

  it('ends with signing out: its row is gone and its cookie is worth nothing', async () => {
    const cookie = await cookieOf('pesantren-owner')
    const cleared = await signOut(context(), { auth, cookie })
    expect(cleared.join()).toMatch(/opop\.session_token=;.*Max-Age=0/)
    expect(await database.connection.db.$count(session)).toBe(0)
    expect(await viewerOf(cookie)).toBeNull()
    expect(await signOut(context(), { auth, cookie: '' })).toBeInstanceOf(Array)
  })

  it('ends with its time, and slides on while it is used', async () => {
    const cookie = await cookieOf('pesantren-owner')
    const { db } = database.connection
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    await db.update(session).set({ expiresAt: inDays(20) })
    const read = await readViewer(context(), { auth, cookie })
    expect(read.signedIn).not.toBeNull()
    expect(read.cookies.join()).toContain('Max-Age=2592000')
    const [slid] = await db.select().from(session)
    expect(slid?.expiresAt.getTime()).toBeGreaterThan(inDays(29).getTime())
    await db.update(session).set({ expiresAt: inDays(-1) })
    expect(await viewerOf(cookie)).toBeNull()
  })

  it('acts for another organisation of its own, and for no other', async () => {
    const cookie = await cookieOf('two-organisations')
    const before = await viewerOf(cookie)
    const [, second] = before?.viewer.organisations ?? []
    if (!before || !second) throw new Error('lacks a second organisation')
    const as = { ...context(), actor: before.actor }
    const chosen = await actFor(as, { sessionId: before.sessionId, organisationId: second.id })
    expect(chosen.organisationKind).toBe('offtaker')
    expect((await viewerOf(cookie))?.viewer.organisationId).toBe(second.id)

    const foreign = await viewerOf(await cookieOf('offtaker-owner'))
    const theirs = foreign?.viewer.organisationId ?? ''
    for (const organisationId of [theirs, 'nonsense', '']) {
      await expect(actFor(as, { sessionId: before.sessionId, organisationId })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    // Nor in another person's session, nor for a visitor.
    await expect(
      actFor(as, { sessionId: foreign?.sessionId ?? '', organisationId: second.id }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      actFor(context(), { sessionId: before.sessionId, organisationId: second.id }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect((await viewerOf(cookie))?.viewer.organisationId).toBe(second.id)
  })

  it('of a lost database is an error, never a visitor', async () => {
    const lost = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const cut = createAuth({ db: lost.db, secret: SECRET, isSecure: false })
      const cookie = await cookieOf('pesantren-owner')
      await expect(readViewer({ db: lost.db }, { auth: cut, cookie })).rejects.toThrow()
    } finally {
      await lost.close()
    }
  })
})

describe('outside the sample edition', () => {
  it('no sample person signs in, none stays signed in, and none is listed', async () => {
    const { db } = database.connection
    const cookie = await cookieOf('offtaker-owner')
    expect((await openSignIn(context())).samples?.accounts).toHaveLength(SAMPLE_ACCOUNTS.length)
    await db.update(edition).set({ isSample: false }).where(eq(edition.isOpen, true))
    try {
      expect(await openSignIn(context())).toEqual({ samples: null })
      expect(await tryIn(emailOf('offtaker-owner'))).toEqual({ kind: 'wrong' })
      expect(await viewerOf(cookie)).toBeNull()
      // A real person does.
      const real = await db
        .update(person)
        .set({ isSample: false })
        .where(eq(person.email, emailOf('buyer-dubai')))
        .returning()
      expect(real).toHaveLength(1)
      expect(await tryIn(emailOf('buyer-dubai'))).toMatchObject({ kind: 'signed-in' })
    } finally {
      await db.update(edition).set({ isSample: true }).where(eq(edition.isOpen, true))
      await db.update(person).set({ isSample: true })
    }
  })

  it('nor does one where a real edition is open beside it, in whatever province', async () => {
    const { db } = database.connection
    const cookie = await cookieOf('offtaker-owner')
    await db.insert(province).values({ code: '99', name: 'Lain' }).onConflictDoNothing()
    const real = newId()
    await db.insert(edition).values({
      id: real,
      slug: 'real-hall',
      name: { id: 'Hall lain' },
      provinceCode: '99',
      startsOn: '2026-01-01',
      isOpen: true,
    })
    try {
      expect(await openSignIn(context())).toEqual({ samples: null })
      expect(await tryIn(emailOf('offtaker-owner'))).toEqual({ kind: 'wrong' })
      expect(await viewerOf(cookie)).toBeNull()
    } finally {
      await db.delete(edition).where(eq(edition.id, real))
    }
    expect(await viewerOf(cookie)).not.toBeNull()
  })
})
