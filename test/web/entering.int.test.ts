import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { CLIENT_ADDRESS_CODES, CODE_TRIES } from '~/domain/account/code-limit'
import { newId } from '~/domain/shared/ids'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import { asCookie, forgetEntering } from '../setup/entering'
import { shownHtml } from '../setup/shown-html'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// The ways in, as a browser without JavaScript uses them and as an attacker does.

const RINA = 'rina@contoh.id'
const PHONE = '+6281234567890'
let database: TestDatabase
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(db(), { booths: 12 })
  web = await createTestWeb({ connection: database.connection })
  await db().insert(schema.person).values({
    id: newId(),
    name: 'Rina',
    email: RINA,
    emailVerified: true,
    phoneE164: PHONE,
    phoneVerified: true,
  })
})
afterAll(() => database?.drop())
beforeEach(() => forgetEntering(database))

const db = () => database.connection.db
const send = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  web.request(address, { method: 'POST', headers, body: new URLSearchParams(fields) })
const location = (answer: Response) => answer.headers.get('location') ?? ''
const byMail = (email: string) => ({ channel: 'mail', phone: '', email })
const isSignedIn = (answer: Response) => /session_token=[^;]/.test(answer.headers.getSetCookie().join())

/** Asks for a code. @returns where it is entered. */
async function askFor(fields: Record<string, string>, locale: Locale = 'id'): Promise<string> {
  const answer = await send(`/${locale}/sign-in`, fields)
  expect(answer.status).toBe(303)
  expect(location(answer)).toMatch(new RegExp(`^/${locale}/sign-in/code/[\\w-]{22}$`))
  return location(answer)
}

/** As its receiver reads it. */
async function codeSentTo(address: string): Promise<string> {
  const rows = await db()
    .select()
    .from(schema.message)
    .where(eq(schema.message.address, address))
    .orderBy(schema.message.createdAt)
  return String(rows.at(-1)?.variables.code)
}

const notThis = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('the way in by code', () => {
  it('leads somebody known on to where they were going', async () => {
    const answer = await send('/id/sign-in', { ...byMail(RINA), next: '/id/needs/new' })
    const page = location(answer)
    expect(page).toContain('next=%2Fid%2Fneeds%2Fnew')
    const html = await (await web.request(page)).text()
    expect(html).toContain('r•••@contoh.id')
    expect(html).not.toContain(await codeSentTo(RINA))
    const entered = await send(page, { intent: 'prove', code: await codeSentTo(RINA) })
    expect([entered.status, location(entered)]).toEqual([303, '/id/needs/new'])
    expect(entered.headers.get('cache-control')).toBe('no-store')
    const cookie = asCookie(entered.headers.getSetCookie())
    const about = await web.request('/id/about', { headers: { cookie } })
    expect(await about.text()).toContain('action="/id/sign-out"')
  })

  it('leads somebody new on to joining, from whichever country the number is', async () => {
    const page = await askFor({ channel: 'whatsapp', phone: '+971 50 123 4567', email: '' }, 'ar')
    const entered = await send(page, { code: await codeSentTo('+971501234567') })
    expect([entered.status, location(entered)]).toEqual([303, '/ar/join'])
    const [made] = await db().select().from(schema.person).where(eq(schema.person.phoneE164, '+971501234567'))
    expect(made).toMatchObject({ locale: 'ar', name: '', phoneVerified: true })
  })

  it('goes to no other site afterwards', async () => {
    const asked = await send('/id/sign-in', { ...byMail(RINA), next: '//elsewhere.example/' })
    const page = `${location(asked)}?next=${encodeURIComponent('https://elsewhere.example/')}`
    const entered = await send(page, { code: await codeSentTo(RINA) })
    expect(location(entered)).toBe('/id/sign-in')
  })

  it('shows the code of a sample account, marked as a demonstration', async () => {
    const [sample] = SAMPLE_ACCOUNTS
    const html = shownHtml(await (await web.request(await askFor(byMail(sample.email)))).text())
    expect(html).toContain(await codeSentTo(sample.email))
    expect(html).toContain(PAGE_WORDS.id.entering.code.demonstration.slice(0, 9))
  })

  it.each(LOCALES)('keeps in %s what was typed, and says at its field how to mend it', async (locale) => {
    const { problems } = PAGE_WORDS[locale].entering.address
    const wrong = await send(`/${locale}/sign-in`, { channel: 'whatsapp', phone: '0812', email: RINA })
    expect(wrong.status).toBe(400)
    const html = shownHtml(await wrong.text())
    expect(html).toContain('value="0812"')
    expect(html).toContain(`value="${RINA}"`)
    expect(html).toContain(problems['phone-wrong'])
    expect(shownHtml(await (await send(`/${locale}/sign-in`, byMail(''))).text())).toContain(
      problems['email-missing'],
    )
  })
})

describe('a code that is not right', () => {
  it.each(LOCALES)('is refused kindly in %s: wrong, dead, and asked for anew', async (locale) => {
    const { code: words } = PAGE_WORDS[locale].entering
    const page = await askFor(byMail(RINA), locale)
    const right = await codeSentTo(RINA)
    const missing = await send(page, { code: '12' })
    expect([missing.status, shownHtml(await missing.text()).includes(words.missing)]).toEqual([400, true])
    for (let n = 0; n < CODE_TRIES; n++) {
      const wrong = await send(page, { code: notThis(right) })
      expect(wrong.status).toBe(400)
      if (n === 0)
        expect(shownHtml(await wrong.text())).toContain(
          fill(locale === 'ar' ? (words.triesLeft.few ?? '') : words.triesLeft.other, { count: 4 }),
        )
      if (n === CODE_TRIES - 1) expect(shownHtml(await wrong.text())).toContain(words.lastTry)
    }
    const dead = await send(page, { code: right })
    expect([dead.status, isSignedIn(dead)]).toEqual([400, false])
    expect(shownHtml(await dead.text())).toContain(words.failures.expired)
    const early = await send(page, { intent: 'resend' })
    expect([early.status, early.headers.has('retry-after')]).toEqual([429, true])

    await db()
      .update(schema.oneTimeCode)
      .set({ createdAt: new Date(Date.now() - 61_000) })
    const again = await send(page, { intent: 'resend' })
    expect(again.status).toBe(303)
    expect(shownHtml(await (await web.request(location(again))).text())).toContain(words.sentAgain)
    expect(isSignedIn(await send(location(again), { code: await codeSentTo(RINA) }))).toBe(true)
  })

  it('that was used, or is of another browser, says so', async () => {
    const words = PAGE_WORDS.id.entering
    const page = await askFor(byMail(RINA))
    const code = await codeSentTo(RINA)
    expect(isSignedIn(await send(page, { code }))).toBe(true)
    const used = await send(page, { code })
    expect(used.status).toBe(400)
    expect(shownHtml(await used.text())).toContain(words.code.failures.used)
    const guessed = await web.request(`/id/sign-in/code/${'A'.repeat(22)}`)
    expect(guessed.status).toBe(404)
    expect(shownHtml(await guessed.text())).toContain(words.codePage.over)
    const unknown = await send(`/id/sign-in/code/${'A'.repeat(22)}`, { code })
    expect(shownHtml(await unknown.text())).toContain(words.code.failures.unknown)
  })

  it('makes a client that asks too often wait, with what it typed', async () => {
    for (let n = 0; n < CLIENT_ADDRESS_CODES.limit; n++) await askFor(byMail(RINA))
    const stopped = await send('/id/sign-in', byMail(RINA))
    expect([stopped.status, Number(stopped.headers.get('retry-after')) > 0]).toEqual([429, true])
    const html = shownHtml(await stopped.text())
    expect(html).toContain('Tunggu 60 menit')
    expect(html).toContain(`value="${RINA}"`)
  })
})

describe('a new password', () => {
  it('is set without JavaScript, in two steps', async () => {
    const words = PAGE_WORDS.id.entering.newPassword
    const asked = await send('/id/sign-in/new-password', { intent: 'ask', email: RINA })
    expect(asked.status).toBe(303)
    const page = location(asked)
    const code = await codeSentTo(RINA)
    const short = await send(page, { intent: 'prove', code, password: 'pendek' })
    const html = shownHtml(await short.text())
    expect(short.status).toBe(400)
    expect(html).toContain(fill(words.problems['password-short'], { least: 10 }))
    // The code is still there, the password never.
    expect(html).toContain(`value="${code}"`)
    expect(html).not.toContain('value="pendek"')
    const password = 'madu hutan dari Garut'
    const set = await send(page, { intent: 'prove', code, password })
    expect([set.status, location(set), isSignedIn(set)]).toEqual([303, '/id/sign-in', true])
    expect(isSignedIn(await send('/id/sign-in', { email: RINA, password }))).toBe(true)
  })
})

describe('an attacker', () => {
  it('who planted a session cookie has nothing of the session that follows', async () => {
    const theirs = await send(await askFor(byMail('attacker@contoh.id')), {
      code: await codeSentTo('attacker@contoh.id'),
    })
    const planted = asCookie(theirs.headers.getSetCookie())
    const page = await askFor(byMail(RINA))
    const victim = await send(page, { code: await codeSentTo(RINA) }, { cookie: planted })
    const own = asCookie(victim.headers.getSetCookie())
    expect(own).toMatch(/session_token=./)
    expect(own).not.toBe(planted)
    // The planted one stands for nobody, not even for the attacker.
    expect(location(await web.request('/id/needs', { headers: { cookie: planted } }))).toContain('/sign-in')
    // Nor does a made-up cookie become a session.
    const madeUp = 'opop.session_token=fixed.signature'
    const second = await send(
      await askFor(byMail(RINA)),
      { code: await codeSentTo(RINA) },
      { cookie: madeUp },
    )
    expect(asCookie(second.headers.getSetCookie())).not.toContain('fixed')
  })

  it('has none of these forms sent from another site, and is told so kindly', async () => {
    const page = await askFor(byMail(RINA))
    const code = await codeSentTo(RINA)
    const sessions = await db().$count(schema.session)
    const codes = await db().$count(schema.oneTimeCode)
    const elsewhere = { origin: 'https://elsewhere.example' }
    for (const [address, fields] of [
      ['/id/sign-in', byMail(RINA)],
      ['/id/sign-in', { email: RINA, password: 'rahasia sekali' }],
      [page, { intent: 'prove', code }],
      [page, { intent: 'resend' }],
      ['/id/sign-in/new-password', { intent: 'ask', email: RINA }],
      ['/id/sign-in/new-password?code=x', { code, password: 'madu hutan dari Garut' }],
      ['/id/sign-out', {}],
    ] as const) {
      const answer = await send(address, { ...fields }, elsewhere)
      expect(answer.status, address).toBe(403)
      expect(await answer.text()).toContain('<h1')
      expect(isSignedIn(answer)).toBe(false)
    }
    expect(await db().$count(schema.session)).toBe(sessions)
    expect(await db().$count(schema.oneTimeCode)).toBe(codes)
    // The code itself is still good on our own page.
    expect(isSignedIn(await send(page, { code }))).toBe(true)
  })
})
