import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { addCompany, addPerson } from '../setup/actors'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { openSmallHall } from '../setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

type Person = Extract<Actor, { kind: 'person' }>
const words = PAGE_WORDS.id.team
const PHONE = '0812 7000 1234'
const E164 = '+6281270001234'

let database: TestDatabase
let web: TestWeb
let company: string
let people: Record<'owner' | 'editor' | 'member' | 'stranger', Person>
const db = () => database.connection.db

beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await db().delete(schema.rateLimit)
  await db().delete(schema.message)
  await db().delete(schema.invitation)
  await db().delete(schema.oneTimeCode)
  await db().delete(schema.person)
  company = await addCompany(database, 'pesantren', `pondok-${newId().slice(-8)}`, { name: 'Al-Falah' })
  const other = await addCompany(database, 'buyer', `buyer-${newId().slice(-8)}`)
  people = {
    owner: await addPerson(database, company, 'pesantren', 'owner', { name: 'Hasan' }),
    editor: await addPerson(database, company, 'pesantren', 'editor', { name: 'Salma' }),
    member: await addPerson(database, company, 'pesantren', 'member', { name: 'Umar' }),
    stranger: await addPerson(database, other, 'buyer', 'owner', { name: 'Khalid' }),
  }
})

const cookieOf = (who: keyof typeof people) => sessionCookie(database, web, people[who])
const read = (path: string, cookie = '') => web.request(path, cookie ? { headers: { cookie } } : {})
function send(path: string, fields: Record<string, string>, cookie = '', more: Record<string, string> = {}) {
  const headers = { ...(cookie ? { cookie } : {}), ...more }
  return web.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}
const INVITE = { intent: 'invite', channel: 'whatsapp', phone: PHONE, role: 'editor', language: 'id' }

/** As its receiver reads it. */
async function variableOf(template: 'organisation-invitation' | 'sign-in-code', name: string) {
  const [row] = await db()
    .select()
    .from(schema.message)
    .where(and(eq(schema.message.template, template), eq(schema.message.address, E164)))
    .orderBy(desc(schema.message.createdAt))
    .limit(1)
  return String(row?.variables[name])
}
async function invited(): Promise<string> {
  const answer = await send('/id/team', INVITE, await cookieOf('owner'))
  expect(answer.status).toBe(303)
  return `/id/invitations/${await variableOf('organisation-invitation', 'token')}`
}
/** Not what its scripts carry, which is every sentence of the page. */
const shown = async (answer: Response) => shownHtml(await answer.text())
const inTeam = async () => db().$count(schema.membership, eq(schema.membership.organisationId, company))
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

describe('the team page', () => {
  it('shows who is in it, and what one may do, by role', async () => {
    const owner = await shown(await read('/id/team', await cookieOf('owner')))
    for (const name of ['Hasan', 'Salma', 'Umar', words.invite.title]) expect(owner).toContain(name)
    for (const who of ['editor', 'member'] as const) {
      const html = await shown(await read('/id/team', await cookieOf(who)))
      expect(html).toContain('Hasan')
      expect(html).not.toContain(words.invite.title)
      expect(html).toContain(words.readOnly)
      for (const step of [`member=${people.owner.personId}`, `remove=${people.owner.personId}`])
        expect((await read(`/id/team?${step}`, await cookieOf(who))).status).toBe(403)
    }
    expect(await shown(await read('/id/team', await cookieOf('stranger')))).not.toContain('Hasan')
    expect((await read('/id/team')).status).toBe(302)
  })

  it('says to its owner alone how far an invitation’s message came, and when', async () => {
    await invited()
    const sentAt = new Date('2026-11-20T03:12:00Z')
    await db().update(schema.message).set({ state: 'dead', updatedAt: sentAt })
    await db().update(schema.invitation).set({ expiresAt: sentAt })
    const owner = await shown(await read('/id/team', await cookieOf('owner')))
    expect(owner).toContain(words.messageStates.dead)
    expect(owner).toContain('dateTime="2026-11-20T03:12:00.000Z"')
    expect(owner).toContain('10.12')
    expect(await shown(await read('/id/team', await cookieOf('editor')))).not.toContain(
      words.messageStates.dead,
    )
  })

  it('changes nothing for whom it isn’t, and nothing from elsewhere', async () => {
    await invited()
    const [row] = await db().select().from(schema.invitation)
    const forms: ({ intent: string } & Record<string, string>)[] = [
      INVITE,
      { intent: 'resend', id: row?.id ?? '' },
      { intent: 'revoke', id: row?.id ?? '' },
      { intent: 'role', id: people.owner.personId, role: 'member' },
      { intent: 'remove', id: people.owner.personId },
    ]
    for (const form of forms) {
      for (const who of ['editor', 'member'] as const)
        expect((await send('/id/team', form, await cookieOf(who))).status, `${who} ${form.intent}`).toBe(403)
      if (form.intent !== 'invite')
        expect((await send('/id/team', form, await cookieOf('stranger'))).status).toBe(404)
      const elsewhere = await send('/id/team', form, await cookieOf('owner'), {
        origin: 'https://elsewhere.example',
      })
      expect(elsewhere.status).toBe(403)
    }
    expect(await db().select().from(schema.invitation)).toEqual([row])
    expect(await inTeam()).toBe(3)
  })

  it('keeps what was typed and says at its field what is wrong', async () => {
    const cookie = await cookieOf('owner')
    const answer = await send('/id/team', { ...INVITE, phone: '12', role: '' }, cookie)
    expect(answer.status).toBe(400)
    const html = await shown(answer)
    expect(html).toContain('value="12"')
    expect(html).toContain(words.invite.problems['phone-wrong'])
    expect(html).toContain(words.invite.problems['role-missing'])
    await invited()
    const again = await send('/id/team', INVITE, cookie)
    expect(again.status).toBe(409)
    expect(await shown(again)).toContain(words.invite.problems['already-invited'])
  })

  it('asks before it removes, and the removed act for it no longer', async () => {
    const [owner, editor] = [await cookieOf('owner'), await cookieOf('editor')]
    const id = people.editor.personId
    expect(await shown(await read(`/id/team?remove=${id}`, owner))).toContain(words.remove.confirm)
    expect(await inTeam()).toBe(3)
    expect((await read('/id/studio/products', editor)).status).toBe(200)
    const done = await send('/id/team', { intent: 'remove', id }, owner)
    expect(done.headers.get('location')).toBe(`/id/team?done=removed&id=${id}`)
    expect((await read('/id/studio/products', editor)).status).toBe(403)
    expect(await shown(await read('/id/team', editor))).toContain(words.noOrganisation.title)
    const refused = await send('/id/team', { intent: 'leave' }, owner)
    expect(refused.status).toBe(409)
    expect(await shown(refused)).toContain(words.refused['last-owner'])
  })

  it('believes no link about what was done', async () => {
    const html = await shown(
      await read(`/id/team?done=removed&id=${people.editor.personId}`, await cookieOf('owner')),
    )
    expect(html).not.toContain(words.done.removed)
  })
})

describe('the page of an invitation', () => {
  it('shows who invites to what, masks the address, and is kept nowhere', async () => {
    const page = await invited()
    const answer = await read(page)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const html = await shown(answer)
    for (const text of ['Al-Falah', 'Hasan', words.roleHints.pesantren.editor]) expect(html).toContain(text)
    expect(html).toContain('•••••234')
    expect(html).not.toContain('81270001234')
    expect(html).toMatch(/<meta name="robots" content="noindex"/)
  })

  it('is the same for a link that nobody sent and for one that is none', async () => {
    for (const token of ['A'.repeat(43), 'rusak', `${'A'.repeat(43)}x`]) {
      const answer = await read(`/id/invitations/${token}`)
      expect(answer.status).toBe(404)
      expect(await shown(answer)).toContain(words.invitation.over.unknown.title)
    }
  })

  it('lets the receiver in: consent, code, name; and nobody a second time', async () => {
    const page = await invited()
    const refused = await send(page, { intent: 'ask' })
    expect(refused.status).toBe(400)
    expect(await shown(refused)).toContain(words.invitation.consentMissing)
    const asked = await send(page, { intent: 'ask', agree: 'privacy' })
    expect(asked.status).toBe(303)
    const codePage = asked.headers.get('location') ?? ''
    const html = await shown(await read(codePage))
    const code = await variableOf('sign-in-code', 'code')
    expect(code).toMatch(/^\d{6}$/)
    // Real addresses get theirs by message alone.
    expect(html).not.toContain(code)
    const wrong = await send(codePage, { intent: 'prove', code: code === '000000' ? '111111' : '000000' })
    expect(wrong.status).toBe(400)
    const proven = await send(codePage, { intent: 'prove', code })
    expect(proven.status).toBe(303)
    expect(proven.headers.get('location')).toBe(page)
    const cookie = cookiesOf(proven)
    expect(await shown(await read(page, cookie))).toContain(words.invitation.nameHint)
    expect((await send(page, { intent: 'accept', name: ' ' }, cookie)).status).toBe(400)
    const accepted = await send(page, { intent: 'accept', name: 'Ibu Aisyah' }, cookie)
    expect(accepted.headers.get('location')).toBe('/id/team?done=joined')
    expect(await shown(await read('/id/team?done=joined', cookie))).toContain('Ibu Aisyah')
    expect((await read('/id/studio/products', cookie)).status).toBe(200)
    expect(await shown(await read('/id/team', await cookieOf('owner')))).toContain('Ibu Aisyah')
    const used = await read(page)
    expect(used.status).toBe(410)
    expect(await shown(used)).toContain(words.invitation.over.used.title)
    expect((await send(codePage, { intent: 'prove', code })).status).toBe(410)
    expect((await send(page, { intent: 'ask', agree: 'privacy' })).status).toBe(410)
    expect(await inTeam()).toBe(4)
  })

  it('stolen, opens to nobody else’s session and to no form from elsewhere', async () => {
    const page = await invited()
    const thief = await cookieOf('stranger')
    const html = await shown(await read(page, thief))
    expect(html).toContain(words.invitation.notYours)
    expect(html).not.toContain(words.invitation.accept)
    expect((await send(page, { intent: 'accept', name: 'Khalid' }, thief)).status).toBe(403)
    expect((await send(page, { intent: 'accept', name: 'Khalid' })).status).toBe(403)
    for (const form of [{ intent: 'ask', agree: 'privacy' }, { intent: 'switch' }]) {
      const answer = await send(page, form as Record<string, string>, thief, {
        origin: 'https://elsewhere.example',
      })
      expect(answer.status).toBe(403)
    }
    expect(await inTeam()).toBe(3)
    // Whoever it is for goes on by leaving the account that is signed in.
    const left = await send(page, { intent: 'switch' }, thief)
    expect(left.headers.get('location')).toBe(page)
    expect((await read('/id/team', thief)).status).toBe(302)
    expect(await shown(await read(page))).toContain(words.invitation.sendCode)
  })

  it('never takes a session over: the proof opens a new one and ends the one before', async () => {
    const page = await invited()
    const before = await cookieOf('stranger')
    const codePage = (await send(page, { intent: 'ask', agree: 'privacy' })).headers.get('location') ?? ''
    const code = await variableOf('sign-in-code', 'code')
    const proven = await send(codePage, { intent: 'prove', code }, before)
    expect(proven.status).toBe(303)
    expect(cookiesOf(proven)).not.toBe(before)
    expect((await read('/id/team', before)).status).toBe(302)
  })

  it.each([
    ['expired', { expiresAt: new Date('2026-01-01') }],
    ['revoked', { revokedAt: new Date('2026-01-01') }],
  ] as const)('that is %s says what to do next', async (why, change) => {
    const page = await invited()
    await db().update(schema.invitation).set(change)
    const answer = await read(page)
    expect(answer.status).toBe(410)
    const html = await shown(answer)
    expect(html).toContain(words.invitation.over[why].title)
    expect((await send(page, { intent: 'ask', agree: 'privacy' })).status).toBe(410)
    expect(await db().$count(schema.oneTimeCode)).toBe(0)
  })
})
