import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { schema } from '~/db/schema'
import { addCompany, addPerson } from '../setup/actors'
import { asCookie } from '../setup/entering'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let away: DatabaseConnection
let web: TestWeb
let cut: TestWeb
let cookie = ''
beforeAll(async () => {
  database = await createTestDatabase()
  away = connectDatabase('postgres://nobody@127.0.0.1:9/none')
  web = await createTestWeb({ connection: database.connection })
  cut = await createTestWeb({ connection: away })
  const company = await addCompany(database, 'pesantren', 'al-falah')
  cookie = await sessionCookie(database, web, await addPerson(database, company, 'pesantren', 'owner'))
})
afterAll(async () => {
  await away?.close()
  await database?.drop()
})

const post = (to: TestWeb, path: string, fields: Record<string, string>, as = '') =>
  to.request(path, {
    method: 'POST',
    headers: as ? { cookie: as } : {},
    body: new URLSearchParams(fields),
  })

/** What the form of the page sends. */
function sentAgain(html: string): Record<string, string> {
  const unescaped = (text = '') =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const kept = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(kept.map(([, name = '', value]) => [name, unescaped(value)]))
}

describe('while the database is away', () => {
  it.each([
    [
      '/id/join',
      { kind: 'pesantren', channel: 'mail', phone: '', email: 'rina@contoh.id', agree: 'privacy' },
      false,
    ],
    [
      '/id/join/who',
      { personName: 'Ust. Ahmad', name: 'Al-Manar <Leles>', intro: 'Kami membuat kopi.' },
      true,
    ],
    ['/id/join/check', { claim: 'x', claimNote: 'Saya bendahara pesantren ini.' }, true],
    ['/id/verification', { seen: '3', answer: 'Ini surat kami & fotonya.', name: 'Al-Falah' }, true],
    ['/id/team', { intent: 'invite', channel: 'mail', email: 'budi@contoh.id', role: 'editor' }, true],
    [
      '/id/organiser/verification/0199a000-0000-7000-8000-000000000001',
      { intent: 'ask-back', seen: '1', text: 'Mohon kirim <surat> izin operasional.' },
      true,
    ],
    [
      '/id/meetings/0199a000-0000-7000-8000-000000000001',
      { intent: 'decline', version: '1', code: 'other', text: 'Kami panen hari itu & tidak bisa.' },
      true,
    ],
    [
      '/id/meetings/0199a000-0000-7000-8000-000000000001',
      { intent: 'outcome', outcomeVersion: '', kind: 'deal', note: 'Sepakat 200 botol.' },
      true,
    ],
    [
      '/id/studio/meetings',
      { intent: 'decline', meeting: 'x', version: '1', code: 'other', text: 'Kami panen hari itu.' },
      true,
    ],
    [
      '/id/needs/0199a000-0000-7000-8000-000000000001/times/host-0',
      { intent: 'ask', date: '2027-01-04', time: '10:00', zone: 'Asia/Jakarta', note: 'Bawa contoh.' },
      true,
    ],
  ] as [string, Record<string, string>, boolean][])(
    '%s keeps what was typed',
    async (path, fields, isSignedIn) => {
      const answer = await post(
        cut,
        path,
        { ...fields, password: 'rahasia sekali' },
        isSignedIn ? cookie : '',
      )
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('10')
      const html = shownHtml(await answer.text())
      expect(html).toContain(PAGE_WORDS.id.me.unavailable)
      expect(html).toContain(PAGE_WORDS.id.me.sendAgain)
      expect(sentAgain(html)).toEqual(fields)
      expect(html).not.toContain('rahasia sekali')
    },
  )

  it('a page without anything typed is the page of the error', async () => {
    const answer = await cut.request('/id/team', { headers: { cookie } })
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain(PAGE_WORDS.id.me.sendAgain)
  })
})

describe('once the session has ended', () => {
  const id = '0199a000-0000-7000-8000-000000000001'
  it.each([
    ['/id/needs/new', { title: 'Madu hutan 200 botol', token: 'abc' }],
    [`/id/needs/${id}/edit`, { title: 'Madu hutan <asli>', version: '2' }],
    ['/id/join/who', { personName: 'Ust. Ahmad', intro: 'Kami membuat kopi.' }],
    ['/id/verification', { seen: '3', answer: 'Ini surat kami & fotonya.' }],
    ['/id/team', { intent: 'invite', channel: 'mail', email: 'budi@contoh.id', role: 'editor' }],
    ['/id/studio/products/new', { intent: 'save', nameId: 'Kopi Leles', token: 'abc' }],
    [`/id/studio/products/${id}`, { intent: 'save', nameId: 'Kopi Leles', version: '1' }],
    ['/id/studio/open-times', { intent: 'save', welcome: 'Silakan datang.' }],
    [`/id/organiser/verification/${id}`, { intent: 'reject', seen: '1', text: 'Tidak dapat dihubungi.' }],
    [`/id/meetings/${id}`, { intent: 'decline', version: '1', code: 'other', text: 'Kami panen.' }],
    ['/id/account', { intent: 'profile', name: 'Rina', locale: 'id' }],
    ['/id/account/address/mail', { intent: 'ask', address: 'rina@contoh.id' }],
  ] as [string, Record<string, string>][])('%s keeps what was typed', async (path, fields) => {
    const answer = await post(web, path, { ...fields, password: 'rahasia sekali' })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const html = shownHtml(await answer.text())
    const { signedOut, sendAgain } = PAGE_WORDS.id.me
    for (const said of [signedOut.title, signedOut.text, signedOut.signIn, sendAgain])
      expect(html).toContain(said)
    expect(html).toContain(`href="/id/sign-in?next=${encodeURIComponent(path)}"`)
    expect(sentAgain(html)).toEqual(fields)
    expect(html).not.toContain('rahasia sekali')
  })

  it('goes through once signed in again', async () => {
    const fields = {
      intent: 'invite',
      channel: 'mail',
      email: 'wati@contoh.id',
      role: 'editor',
      language: 'id',
    }
    const kept = sentAgain(shownHtml(await (await post(web, '/id/team', fields)).text()))
    expect((await post(web, '/id/team', kept, cookie)).status).toBe(303)
    expect(
      await database.connection.db.$count(schema.invitation, eq(schema.invitation.address, 'wati@contoh.id')),
    ).toBe(1)
  })

  it.each([
    ['/id/team', { intent: 'leave' }],
    [`/id/meetings/${id}`, { intent: 'accept', version: '1' }],
    ['/id/account', { intent: 'password', present: 'rahasia sekali', next: 'rahasia lain' }],
    ['/id/account/address/mail', { intent: 'password', password: 'rahasia sekali' }],
  ] as [string, Record<string, string>][])(
    '%s with nothing written, or a password, leads to sign in',
    async (path, fields) => {
      const answer = await post(web, path, fields)
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/id/sign-in?next=${encodeURIComponent(path)}`,
      ])
    },
  )
})

describe('joining by e-mail', () => {
  const email = 'rina@contoh.id'
  async function begin(to = email) {
    const way = to.includes('@')
      ? { channel: 'mail', email: to, phone: '' }
      : { channel: 'whatsapp', phone: to, email: '' }
    const begun = await post(web, '/id/join', { kind: 'pesantren', agree: 'privacy', ...way })
    const page = begun.headers.get('location') ?? ''
    const [message] = await database.connection.db
      .select()
      .from(schema.message)
      .where(eq(schema.message.address, to))
    return { page, code: String(message?.variables.code), html: await (await web.request(page)).text() }
  }

  it('takes a password beside the code, says what is wrong with one, and signs in with it then', async () => {
    const { page, code, html } = await begin()
    expect(html).toContain('name="password"')
    const short = await post(web, page, { intent: 'prove', code, password: 'kurang' })
    expect(short.status).toBe(400)
    const said = await short.text()
    expect(said).toContain(`value="${code}"`)
    expect(said).not.toContain('kurang')
    const joined = await post(web, page, { intent: 'prove', code, password: 'kopi pagi di Leles' })
    expect([joined.status, joined.headers.get('location')]).toEqual([303, '/id/join/who'])
    const who = await web.request('/id/join/who', {
      headers: { cookie: asCookie(joined.headers.getSetCookie()) },
    })
    expect(who.status).toBe(200)
    const again = await post(web, '/id/sign-in', { email, password: 'kopi pagi di Leles' })
    expect(again.status).toBe(303)
  })

  it('needs none, and offers none with a number', async () => {
    const byMail = await begin('budi@contoh.id')
    expect((await post(web, byMail.page, { intent: 'prove', code: byMail.code, password: '' })).status).toBe(
      303,
    )
    expect((await begin('+6281234500001')).html).not.toContain('name="password"')
  })
})
