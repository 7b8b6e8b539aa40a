import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fill, fillPlural } from '~/app/i18n/fill'
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

// The organiser sends again what failed, one by one and all at once, without JavaScript.

type Row = typeof schema.message.$inferInsert
const words = PAGE_WORDS.id.organiserMessages
const page = '/id/organiser/messages'

let database: TestDatabase
let web: TestWeb
let organiser: Extract<Actor, { kind: 'person' }>
const db = () => database.connection.db

beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
  organiser = await addPerson(database, await addCompany(database, 'organiser', 'panitia'), 'organiser')
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await db().delete(schema.message)
  await db().delete(schema.outbox)
})

async function ask(path: string, form?: URLSearchParams) {
  const headers = { cookie: await sessionCookie(database, web, organiser) }
  const answer = await web.request(path, form ? { method: 'POST', headers, body: form } : { headers })
  return { answer, html: shownHtml(await answer.text()) }
}

/** What a browser sends by the button that says so: the fields of its form, and its own. */
function pressed(html: string, says: string): URLSearchParams {
  const form = [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].find(([, inside]) =>
    inside?.includes(says),
  )?.[1]
  if (!form) throw new Error(`no form says '${says}'`)
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<(?:input type="hidden"|button)[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(tag) ?? []
    const [, value] = /value="([^"]*)"/.exec(tag) ?? []
    if (name) fields.append(name, value ?? '')
  }
  return fields
}

/** Presses a button, and goes where the answer leads. */
async function press(html: string, says: string) {
  const { answer, html: refused } = await ask(page, pressed(html, says))
  if (answer.status !== 303) return { status: answer.status, html: refused, to: '' }
  const to = answer.headers.get('location') ?? ''
  return { status: 303, html: (await ask(to)).html, to }
}

async function add(change: Partial<Row> = {}): Promise<string> {
  const id = newId()
  await db()
    .insert(schema.message)
    .values({
      id,
      template: 'meeting-booked',
      variables: { meetingId: newId() },
      locale: 'id',
      personId: organiser.personId,
      aboutKind: 'meeting',
      aboutId: newId(),
      channel: 'mail',
      address: 'salma@pondok.id',
      state: 'dead',
      failure: 'undeliverable',
      notBefore: new Date(),
      ...change,
    })
  return id
}
async function stateOf(id: string) {
  const [row] = await db().select().from(schema.message).where(eq(schema.message.id, id))
  return row?.state
}
const set = (id: string, state: 'sent' | 'dead') =>
  db().update(schema.message).set({ state }).where(eq(schema.message.id, id))

describe('sending all again', () => {
  it('asks first, says how many, and how far they are', async () => {
    const failed = [await add(), await add({ template: 'meeting-cancelled' })]
    const over = await add({ expiresAt: new Date(Date.now() - 1000) })
    const invented = await add({ isSample: true })
    const { html } = await ask(page)
    expect(html).toContain(fill(words.retry.all, { count: '2' }))
    expect(html).toContain(fill(words.retry.allNote, { count: '2', state: words.states.dead }).slice(0, 15))
    const after = await press(html, fill(words.retry.allConfirm, { count: '2' }))
    expect(after.status).toBe(303)
    expect(after.html).toContain(fillPlural(words.retry.progress, 2, 'id'))
    expect(after.html).toContain(fill(words.retry.progressText, { gone: '0', waiting: '2', failed: '0' }))
    expect(after.html).toContain(words.retry.refresh)
    expect(await Promise.all([...failed, over, invented].map(stateOf))).toEqual([
      'waiting',
      'waiting',
      'dead',
      'dead',
    ])

    await set(failed[0] ?? '', 'sent')
    await set(failed[1] ?? '', 'dead')
    const later = await ask(after.to)
    expect(later.html).toContain(fill(words.retry.progressText, { gone: '1', waiting: '0', failed: '1' }))
    expect(later.html).not.toContain(words.retry.refresh)
  })

  it('takes what the list shows alone, and says so where there was nothing left', async () => {
    const cancelled = [
      await add({ template: 'meeting-cancelled' }),
      await add({ template: 'meeting-cancelled' }),
    ]
    const other = await add()
    const { html } = await ask(`${page}?tab=attention&template=meeting-cancelled`)
    const confirm = fill(words.retry.allConfirm, { count: '2' })
    const after = await press(html, confirm)
    expect(after.to).toContain('template=meeting-cancelled')
    expect(await Promise.all([...cancelled, other].map(stateOf))).toEqual(['waiting', 'waiting', 'dead'])
    const again = await press(html, confirm)
    expect(again.html).toContain(fillPlural(words.retry.progress, 0, 'id'))
    expect(again.html).not.toContain('<progress')
  })

  it('warns that some may arrive twice, where it is unknown', async () => {
    const unknown = [
      await add({ state: 'unknown', failure: null }),
      await add({ state: 'unknown', failure: null }),
    ]
    const { html } = await ask(page)
    expect(html).toContain(fill(words.retry.allUnknownNote, { count: '2' }))
    await press(html, fill(words.retry.allConfirm, { count: '2' }))
    expect(await Promise.all(unknown.map(stateOf))).toEqual(['waiting', 'waiting'])
  })
})

describe('sending one again', () => {
  it('puts it back, and of an unknown one asks once more', async () => {
    const dead = await add()
    const { html } = await ask(page)
    const queued = await press(html, words.list.retry)
    expect(queued.html).toContain(words.retry.queued)
    expect(await stateOf(dead)).toBe('waiting')

    const unknown = await add({ state: 'unknown', failure: null })
    const asked = await press((await ask(page)).html, words.list.retryUnknown)
    expect(asked.status).toBe(409)
    expect(asked.html).toContain(words.retry.unknownNote)
    expect(await stateOf(unknown)).toBe('unknown')
    expect((await press(asked.html, words.retry.unknownConfirm)).html).toContain(words.retry.queued)
    expect(await stateOf(unknown)).toBe('waiting')
  })
})

describe('work that was given up', () => {
  it('is shown with its reason and repeated by its button, once', async () => {
    const id = newId()
    await db()
      .insert(schema.outbox)
      .values({
        id,
        topic: 'booth.changed',
        payloadVersion: 1,
        payload: { organisationId: newId() },
        state: 'dead',
        attempts: 25,
        lastError: 'Error: search is away\nat line 1',
        settledAt: new Date(),
      })
    const { html } = await ask(page)
    for (const said of [words.dead.title, words.dead.topics['booth.changed'], 'Error: search is away'])
      expect(html).toContain(said)
    expect(html).not.toContain('at line 1')
    const after = await press(html, words.dead.retry)
    expect(after.status).toBe(303)
    expect(after.html).toContain(words.dead.queued)
    expect(after.html).not.toContain(words.dead.title)
    const [row] = await db().select().from(schema.outbox).where(eq(schema.outbox.id, id))
    expect(row).toMatchObject({ state: 'pending', attempts: 0, lastError: null })
    expect((await press(html, words.dead.retry)).status).toBe(404)
  })

  it('isn’t spoken of where there is none, and an empty list says so', async () => {
    const { html } = await ask(page)
    expect(html).not.toContain(words.dead.title)
    expect(html).toContain(words.list.emptyTitles.attention)
  })
})
