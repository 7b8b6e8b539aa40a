import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import { createAuth } from '~/domain/account/create-auth.server'
import { KEPT_DAYS } from '~/domain/account/kept-days'
import { newId } from '~/domain/shared/ids'
import { LOCALES } from '~/domain/shared/locale'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { sessionCookie } from '../setup/session-cookie'
import { createTestWeb, type TestWeb } from '../setup/test-web'

const words = PAGE_WORDS.id.me
const { privacy } = PAGE_WORDS.id
let hall: MeetingHall
let web: TestWeb
let people = 0
beforeAll(async () => {
  hall = await openMeetingHall()
  web = await createTestWeb(hall.database)
})
afterAll(() => hall?.database.drop())
beforeEach(() => db().delete(schema.rateLimit))

const db = () => hall.database.connection.db
const personOf = (side: Side) =>
  db().query.person.findFirst({ where: eq(schema.person.id, side.actor.personId) })
const location = (answer: Response) => answer.headers.get('location') ?? ''

/** Somebody with a proven e-mail and number, and their cookie. */
async function somebody() {
  const side = await hall.guest()
  const n = String(people++).padStart(4, '0')
  const own = { email: `rina-${n}@toko.id`, phoneE164: `+628121111${n}` }
  await db()
    .update(schema.person)
    .set({ ...own, name: `Rina ${n}`, emailVerified: true, phoneVerified: true })
    .where(eq(schema.person.id, side.actor.personId))
  return { side, own, cookie: await sessionCookie(hall.database, web, side.actor) }
}

const read = (path: string, cookie = '') => web.request(path, { headers: { cookie } })
const send = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  web.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

/** The code that went to an address last, as its message has it. */
async function codeTo(address: string): Promise<string> {
  const rows = await db().select().from(schema.message).where(eq(schema.message.address, address))
  const sent = rows.filter(({ template }) => template === 'sign-in-code').at(-1)
  return String(sent?.variables.code)
}

describe('the account page', () => {
  it('shows one’s own, with no whole number, and keeps what was typed', async () => {
    const { own, cookie } = await somebody()
    const html = await (await read('/id/account', cookie)).text()
    expect(html).toContain(own.email)
    expect(html).not.toContain(own.phoneE164)
    expect(html).toContain(`+62•••••${own.phoneE164.slice(-3)}`)
    const answer = await send(
      '/id/account',
      { intent: 'profile', name: '', locale: 'en', timeZone: 'Atlantis', preferredChannel: 'mail' },
      { cookie },
    )
    expect(answer.status).toBe(400)
    const again = await answer.text()
    expect(again).toContain(words.profile.problems['name-missing'])
    expect(again).toContain(words.profile.problems['zone-unknown'])
    expect(again).toContain('value="Atlantis"')
  })

  it('saves a profile, with a city for a zone', async () => {
    const { side, cookie } = await somebody()
    const fields = { name: '  Rina   Wijaya ', locale: 'ar', timeZone: 'dubai', preferredChannel: 'mail' }
    const answer = await send('/id/account', { intent: 'profile', ...fields }, { cookie })
    expect(answer.status).toBe(303)
    expect(location(answer)).toBe('/id/account?done=profile')
    expect(await personOf(side)).toMatchObject({
      name: 'Rina Wijaya',
      locale: 'ar',
      timeZone: 'Asia/Dubai',
      preferredChannel: 'mail',
    })
  })

  it('writes nothing for a form of another site', async () => {
    const { side, cookie } = await somebody()
    const before = await personOf(side)
    const foreign = { cookie, origin: 'https://evil.test' }
    const fields = { name: 'Mallory', locale: 'id', timeZone: '', preferredChannel: 'mail' }
    const tries = [
      await send('/id/account', { intent: 'profile', ...fields }, foreign),
      await send('/id/account/address/mail', { intent: 'ask', address: 'm@evil.test' }, foreign),
      await send('/id/account/delete', { intent: 'code' }, foreign),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await personOf(side)).toEqual(before)
    expect(await db().$count(schema.oneTimeCode, eq(schema.oneTimeCode.personId, side.actor.personId))).toBe(
      0,
    )
  })

  it('turns WhatsApp on with the words that it showed, and off at once, keeping both times', async () => {
    const { side, cookie } = await somebody()
    for (const intent of ['whatsapp-on', 'whatsapp-off'])
      expect((await send('/id/account', { intent }, { cookie })).status).toBe(303)
    const rows = await db()
      .select()
      .from(schema.consent)
      .where(eq(schema.consent.personId, side.actor.personId))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ kind: 'whatsapp', text: privacy.consents.whatsapp, locale: 'id' })
    expect(rows[0]?.withdrawnAt).not.toBeNull()
  })

  it('ends one’s sessions elsewhere, never another person’s and never the present one', async () => {
    const { side, cookie } = await somebody()
    const elsewhere = await sessionCookie(hall.database, web, side.actor)
    const stranger = await somebody()
    const rows = await db().select().from(schema.session)
    const theirs = rows.find(({ personId }) => personId === stranger.side.actor.personId)
    const mine = rows.filter(({ personId }) => personId === side.actor.personId)
    const end = (session = '') => send('/id/account', { intent: 'end-session', session }, { cookie })
    expect((await end(theirs?.id)).status).toBe(404)
    expect((await end(mine[0]?.id)).status).toBe(404)
    expect((await end(mine[1]?.id)).status).toBe(303)
    expect((await read('/id/account', elsewhere)).status).toBe(302)
    expect((await read('/id/account', cookie)).status).toBe(200)
    expect((await read('/id/account', stranger.cookie)).status).toBe(200)
  })
})

/** The page on which an address is changed, for somebody who has shown by a code that it is them. */
async function surePage(channel: 'mail' | 'whatsapp', cookie: string, to: string): Promise<string> {
  const path = `/id/account/address/${channel}`
  const asked = await send(path, { intent: 'own-code' }, { cookie })
  const given = { step: 'confirm', intent: 'prove', code: await codeTo(to) }
  const sure = location(await send(location(asked), given, { cookie }))
  expect(sure).toContain(`${path}?sure=`)
  return sure
}

describe('another address', () => {
  it('is neither taken nor left away before it was shown that it is oneself', async () => {
    const { side, own, cookie } = await somebody()
    const stranger = await somebody()
    const path = '/id/account/address/mail'
    const page = await (await read(path, cookie)).text()
    expect(page).toContain(words.address.sure.sendCode)
    expect(page).not.toContain(`name="address"`)
    const theirs = new URL(await surePage('mail', stranger.cookie, stranger.own.phoneE164), 'http://x')
    for (const query of ['', '?sure=', '?sure=erdacht', theirs.search]) {
      for (const fields of [{ intent: 'ask', address: 'dieb@toko.id' }, { intent: 'remove' }]) {
        const answer = await send(path + query, fields as Record<string, string>, { cookie })
        expect(answer.status).toBe(409)
        expect(await answer.text()).toContain(words.address.sure.over)
      }
    }
    // A code to change is none to show who one is, and a wrong one shows nothing.
    const asked = location(await send(path, { intent: 'own-code' }, { cookie }))
    const wrong = (await codeTo(own.phoneE164)) === '000000' ? '000001' : '000000'
    const give = (code: string, headers = { cookie }) =>
      send(asked, { step: 'confirm', intent: 'prove', code }, headers)
    expect((await give(wrong)).status).toBe(400)
    expect((await give(await codeTo(own.phoneE164), { cookie: stranger.cookie })).status).toBe(400)
    const challenge = new URL(asked, 'http://x').searchParams.get('confirm')
    expect((await send(`${path}?sure=${challenge}`, { intent: 'remove' }, { cookie })).status).toBe(409)
    const sure = location(await give(await codeTo(own.phoneE164)))
    expect((await give(await codeTo(own.phoneE164))).status).toBe(400)
    expect(await (await read(sure, cookie)).text()).toContain(`name="address"`)
    expect(await personOf(side)).toMatchObject({ email: own.email, emailVerified: true })
    // Not for ever.
    await db()
      .update(schema.oneTimeCode)
      .set({ usedAt: new Date(Date.now() - 16 * 60_000) })
      .where(eq(schema.oneTimeCode.id, challenge ?? ''))
    expect((await send(sure, { intent: 'remove' }, { cookie })).status).toBe(409)
  })

  it('is still in its form when it had to be shown again that it is oneself', async () => {
    const { own, cookie } = await somebody()
    const stranger = await somebody()
    const path = '/id/account/address/mail'
    const late = await send(path, { intent: 'ask', address: 'rina.baru@toko.id' }, { cookie })
    expect(late.status).toBe(409)
    const [kept = ''] = late.headers.getSetCookie().filter((one) => one.startsWith('opop.address='))
    expect(kept).toMatch(/; Path=\/id\/account\/address; Max-Age=900; HttpOnly; SameSite=Lax$/)
    const typed = kept.split(';')[0] ?? ''
    const sure = await surePage('mail', cookie, own.phoneE164)
    // The address of the page, which browsers and proxies write down, has nothing of it.
    expect(sure).not.toContain('rina.baru')
    const form = (cookies: string, page = sure) => read(page, cookies).then((answer) => answer.text())
    expect(await form(`${cookie}; ${typed}`)).toContain('value="rina.baru@toko.id"')
    expect(await form(cookie)).not.toContain('rina.baru')
    // Nor does who signs in after them on the same phone, or the form of the other channel, have it.
    const theirs = await surePage('mail', stranger.cookie, stranger.own.phoneE164)
    expect(await form(`${stranger.cookie}; ${typed}`, theirs)).not.toContain('rina.baru')
    expect(await form(`${cookie}; ${typed}`, sure.replace('/mail', '/whatsapp'))).not.toContain('rina.baru')
    const asked = await send(
      sure,
      { intent: 'ask', address: 'rina.baru@toko.id' },
      { cookie: `${cookie}; ${typed}` },
    )
    expect(asked.status).toBe(303)
    expect(asked.headers.getSetCookie().join()).toContain(
      'opop.address=; Path=/id/account/address; Max-Age=0',
    )
  })

  it('takes the password of who has one instead of a code', async () => {
    const { side, cookie } = await somebody()
    const { password: by } = await createAuth({ db: db(), secret: 'any', isSecure: false }).$context
    await db()
      .insert(schema.account)
      .values({
        id: newId(),
        personId: side.actor.personId,
        providerId: 'credential',
        accountId: side.actor.personId,
        password: await by.hash('kata sandi yang benar'),
      })
    const path = '/id/account/address/whatsapp'
    const give = (password: string) => send(`${path}?remove`, { intent: 'password', password }, { cookie })
    const wrong = await give('bukan ini')
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain(words.address.sure.wrongPassword)
    const sure = location(await give('kata sandi yang benar'))
    expect(sure).toMatch(/\?sure=[\w-]+&remove=$/)
    expect(await (await read(sure, cookie)).text()).toContain(words.address.removeSure)
    expect(location(await send(sure, { intent: 'remove' }, { cookie }))).toBe('/id/account?done=removed')
    expect(await personOf(side)).toMatchObject({ phoneE164: null, emailVerified: true })
  })

  it('is taken with its code, tells the old one, and a code serves once and its own browser alone', async () => {
    const { side, own, cookie } = await somebody()
    const stranger = await somebody()
    const address = `baru-${people}@toko.id`
    const sure = await surePage('mail', cookie, own.phoneE164)
    const asked = await send(sure, { intent: 'ask', address: address.toUpperCase() }, { cookie })
    expect(asked.status).toBe(303)
    const page = location(asked)
    expect(await (await read(page, cookie)).text()).not.toContain(await codeTo(address))
    const prove = { intent: 'prove', code: await codeTo(address) }
    // Not with another's session, though it has the address of the page and the code.
    expect((await send(page, prove, { cookie: stranger.cookie })).status).toBe(400)
    expect(await personOf(stranger.side)).toMatchObject({ email: stranger.own.email })
    expect((await send(page, { ...prove, code: '12' }, { cookie })).status).toBe(400)
    expect(location(await send(page, prove, { cookie }))).toBe('/id/account?done=changed')
    expect(await personOf(side)).toMatchObject({ email: address, emailVerified: true })
    const told = await db().select().from(schema.message).where(eq(schema.message.address, own.email))
    expect(told).toMatchObject([{ template: 'address-changed', isAddressFixed: true, state: 'waiting' }])
    expect(JSON.stringify(told[0]?.variables)).not.toContain(address)
    // The other address hears of it, too.
    const other = await db().select().from(schema.message).where(eq(schema.message.address, own.phoneE164))
    expect(other.find(({ template }) => template === 'address-added')).toMatchObject({
      channel: 'whatsapp',
      variables: { channel: 'mail' },
      isAddressFixed: true,
      state: 'waiting',
    })
    expect((await send(page, prove, { cookie })).status).toBe(400)
  })

  it('of somebody else is answered like any until it is proven, and then said kindly', async () => {
    const { side, own, cookie } = await somebody()
    const owner = await somebody()
    const sure = await surePage('mail', cookie, own.phoneE164)
    const free = await send(sure, { intent: 'ask', address: 'bebas@toko.id' }, { cookie })
    const taken = await send(sure, { intent: 'ask', address: owner.own.email }, { cookie })
    expect([free.status, taken.status]).toEqual([303, 303])
    const page = location(taken)
    const answer = await send(page, { intent: 'prove', code: await codeTo(owner.own.email) }, { cookie })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(words.address.taken)
    expect(await personOf(side)).toMatchObject({ email: own.email })
    expect(await personOf(owner.side)).toMatchObject({ email: owner.own.email })
  })

  it('can be left away, but never the last', async () => {
    const { side, own, cookie } = await somebody()
    const { search } = new URL(await surePage('mail', cookie, own.phoneE164), 'http://x')
    const remove = (channel: string) =>
      send(`/id/account/address/${channel}${search}`, { intent: 'remove' }, { cookie })
    expect(location(await remove('mail'))).toBe('/id/account?done=removed')
    const told = await db()
      .select()
      .from(schema.message)
      .where(
        and(eq(schema.message.personId, side.actor.personId), eq(schema.message.template, 'address-removed')),
      )
    expect(told.map(({ address }) => address).sort()).toEqual([own.phoneE164, own.email].sort())
    expect((await remove('whatsapp')).status).toBe(409)
    expect(await personOf(side)).toMatchObject({ email: null, phoneVerified: true })
  })

  it('that is a sample’s is refused to real people, with what they typed', async () => {
    const { own, cookie } = await somebody()
    const sure = await surePage('mail', cookie, own.phoneE164)
    const answer = await send(sure, { intent: 'ask', address: 'a@b.example' }, { cookie })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(words.address.sample)
    expect(html).toContain('value="a@b.example"')
  })
})

describe('the export', () => {
  it('is a file and a page with the same content, kept by nobody on the way', async () => {
    const { side, own, cookie } = await somebody()
    const name = `<b>Rina & "co"</b>`
    await db().update(schema.person).set({ name }).where(eq(schema.person.id, side.actor.personId))
    const json = await read('/id/account/export/data.json', cookie)
    expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="opop-expo-.*\.json"$/)
    expect(json.headers.get('cache-control')).toBe('no-store')
    const file = (await json.json()) as { sections: Record<string, Record<string, unknown>[]> }
    expect(file.sections.profile).toMatchObject([{ name, email: own.email, phone: own.phoneE164 }])
    const html = await (await read('/ar/account/export/data.html', cookie)).text()
    expect(html).toContain('dir="rtl"')
    expect(html).toContain('&lt;b&gt;Rina &amp; &quot;co&quot;&lt;/b&gt;')
    expect(html).not.toContain('<b>Rina')
    const { sections, fields } = PAGE_WORDS.ar.me.exported
    for (const [section, rows] of Object.entries(file.sections)) {
      expect(html).toContain(`>${sections[section as keyof typeof sections]}</h2>`)
      for (const row of rows) for (const field of Object.keys(row)) expect(fields).toHaveProperty(field)
    }
  })

  it('is for who is signed in', async () => {
    const answer = await read('/id/account/export/data.json')
    expect(answer.status).toBe(302)
    expect(location(answer)).toContain('/id/sign-in?next=')
  })
})

describe('deleting', () => {
  it('asks for the word, then for the choice, then for the code, and signs out everywhere', async () => {
    const { side, own, cookie } = await somebody()
    const choice = { [`organisation-${side.id}`]: 'close' }
    const asked = await send('/id/account/delete', { intent: 'code', ...choice }, { cookie })
    const page = location(asked)
    expect(page).toContain(`organisation-${side.id}=close`)
    const code = await codeTo(own.phoneE164)
    const without = await send(page, { intent: 'prove', code, word: 'ya', ...choice }, { cookie })
    expect(without.status).toBe(400)
    expect(await without.text()).toContain(words.remove.wordWrong.replace('{word}', words.remove.theWord))
    const undecided = await send(page, { intent: 'prove', code, word: 'hapus' }, { cookie })
    expect(undecided.status).toBe(409)
    expect(await personOf(side)).toMatchObject({ deletedAt: null })
    const gone = await send(page, { intent: 'prove', code, word: ' hapus ', ...choice }, { cookie })
    expect(gone.status).toBe(303)
    expect(gone.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/)
    expect((await read('/id/account', cookie)).status).toBe(302)
    const goodbye = await read(location(gone))
    expect(goodbye.status).toBe(200)
    expect(await goodbye.text()).toContain(words.gone.title)
    expect((await personOf(side))?.deletedAt).not.toBeNull()
  })

  it('leaves the other side a meeting page that says it without a name', async () => {
    const { host, guest, meetingId } = await hall.meet()
    await db()
      .update(schema.person)
      .set({ name: 'Rina Pergi', email: 'rina-pergi@toko.id', emailVerified: true })
      .where(eq(schema.person.id, guest.actor.personId))
    const cookie = await sessionCookie(hall.database, web, guest.actor)
    const choice = { [`organisation-${guest.id}`]: 'close' }
    const page = location(await send('/id/account/delete', { intent: 'code', ...choice }, { cookie }))
    const code = await codeTo('rina-pergi@toko.id')
    expect((await send(page, { intent: 'prove', code, word: 'HAPUS', ...choice }, { cookie })).status).toBe(
      303,
    )
    const theirs = await sessionCookie(hall.database, web, host.actor)
    const html = await (await read(`/id/meetings/${meetingId}`, theirs)).text()
    expect(html).toContain(guest.name)
    expect(html).not.toContain('Rina Pergi')
    expect(html).toContain(PAGE_WORDS.id.meeting.reasons.left)
    expect((await read(`/id/meetings/${meetingId}/calendar.ics`, theirs)).status).toBe(200)
  })
})

describe('the privacy page', () => {
  it.each(LOCALES)('says in %s how long things are kept, as the worker keeps them', async (locale) => {
    const answer = await read(`/${locale}/privacy`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    for (const days of Object.values(KEPT_DAYS)) expect(main).toContain(String(days))
    expect(main).not.toMatch(/\{\w+\}/)
    expect(html).not.toContain('name="robots" content="noindex"')
    expect(main).toContain('Company organiser')
  })
})
