import { eq } from 'drizzle-orm'
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

// Somebody who acts for two organisations has a form of the one open, and switches to the other in another tab.
const words = PAGE_WORDS.id.team.otherTab
let database: TestDatabase
let web: TestWeb
let one: string
let two: string
let person: Extract<Actor, { kind: 'person' }>
let cookie: string
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
  one = await addCompany(database, 'pesantren', `satu-${newId().slice(-8)}`, { name: 'Pondok Satu' })
  two = await addCompany(database, 'pesantren', `dua-${newId().slice(-8)}`, { name: 'Pondok Dua' })
  person = await addPerson(database, one, 'pesantren', 'owner', { name: 'Nadia' })
  const { personId } = person
  await db().insert(schema.membership).values({ personId, organisationId: two, role: 'owner' })
  cookie = await sessionCookie(database, web, person)
  await switchTo(one)
})

const read = async (path: string) => (await web.request(path, { headers: { cookie } })).text()
const send = (path: string, fields: Record<string, string>) =>
  web.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })
async function switchTo(organisation: string): Promise<void> {
  expect((await send('/id/acting-for', { organisation })).status).toBe(303)
}
const actingNow = async () =>
  (await db().select().from(schema.session).where(eq(schema.session.personId, person.personId))).map(
    ({ organisationId }) => organisationId,
  )
const INVITE = {
  intent: 'invite',
  channel: 'whatsapp',
  phone: '0812 7000 1234',
  role: 'editor',
  language: 'id',
}
const invitations = async () =>
  (await db().select().from(schema.invitation)).map(({ organisationId }) => organisationId)

describe('a form of another tab', () => {
  it('names the organisation that its page was made for', async () => {
    for (const path of ['/id/team', '/id/team?leave', '/id/studio/products/new', '/id/studio/open-times']) {
      // Of a team of one there is nothing to leave.
      if (path.endsWith('leave')) await addPerson(database, one, 'pesantren', 'owner')
      expect([path, await read(path)]).toEqual([
        path,
        expect.stringContaining(`name="actingFor" value="${one}"`),
      ])
    }
  })

  it('writes nothing for the other one, says so, and keeps what was typed', async () => {
    await switchTo(two)
    const answer = await send('/id/team', { ...INVITE, actingFor: one })
    expect(answer.status).toBe(409)
    const html = await shownHtml(await answer.text())
    expect(html).toContain(words.title)
    expect(html).toContain('Pondok Satu')
    expect(html).toContain('value="0812 7000 1234"')
    expect(html).toContain(words.written)
    expect(html).toContain('<bdi>0812 7000 1234</bdi>')
    // Codes and choices say nothing to a reader.
    expect(html).not.toContain('<bdi>editor</bdi>')
    expect(await invitations()).toEqual([])
    await addPerson(database, two, 'pesantren', 'owner')
    expect((await send('/id/team', { intent: 'leave', actingFor: one })).status).toBe(409)
    expect((await send('/id/studio/products/new', { intent: 'save', actingFor: one })).status).toBe(409)
    expect((await send('/id/studio/open-times', { intent: 'save', actingFor: one })).status).toBe(409)
    expect(await db().$count(schema.membership, eq(schema.membership.personId, person.personId))).toBe(2)
    expect(await actingNow()).toEqual([two])
  })

  it('goes on for its own organisation where that is asked, and the session with it', async () => {
    await switchTo(two)
    const answer = await send('/id/team', { ...INVITE, actingFor: one, actAgain: 'yes' })
    expect(answer.status).toBe(303)
    expect(await invitations()).toEqual([one])
    expect(await actingNow()).toEqual([one])
  })

  it('shows the page of its own organisation where something in it is wrong', async () => {
    await switchTo(two)
    const answer = await send('/id/team', { ...INVITE, phone: '12', actingFor: one, actAgain: 'yes' })
    expect(answer.status).toBe(400)
    const html = await shownHtml(await answer.text())
    expect(html).toContain(`name="actingFor" value="${one}"`)
    // What the header offers to change to is the other one.
    expect(html).toContain(`name="organisation" value="${two}"`)
    expect(html).toContain('value="12"')
    expect(html).toMatch(/<h1>.*Pondok Satu/)
    expect(await actingNow()).toEqual([one])
    expect(await invitations()).toEqual([])
  })

  it('leads nobody back into a team that they are in no longer', async () => {
    await switchTo(two)
    await db().delete(schema.membership).where(eq(schema.membership.organisationId, one))
    for (const again of [{}, { actAgain: 'yes' }] as Record<string, string>[]) {
      const answer = await send('/id/team', { ...INVITE, actingFor: one, ...again })
      expect(answer.status).toBe(409)
      const html = await shownHtml(await answer.text())
      expect(html).toContain(words.gone)
      // To be read and copied: it goes nowhere by itself.
      expect(html).toContain('<bdi>0812 7000 1234</bdi>')
      expect(html).not.toContain('name="actAgain"')
    }
    expect(await invitations()).toEqual([])
  })

  it('of the organisation that one acts for is taken as ever', async () => {
    expect((await send('/id/team', { ...INVITE, actingFor: one })).status).toBe(303)
    expect(await invitations()).toEqual([one])
  })
})
