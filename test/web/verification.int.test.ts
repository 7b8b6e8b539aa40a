import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

// The organiser and an applicant, each at their pages, without JavaScript.

type Person = Extract<Actor, { kind: 'person' }>
const words = PAGE_WORDS.id

let database: TestDatabase
let web: TestWeb
let organiser: Person
let owner: Person
let editor: Person
let id = ''
let hall: Awaited<ReturnType<typeof openSmallHall>>

beforeAll(async () => {
  database = await createTestDatabase()
  hall = await openSmallHall(database)
  const { db } = database.connection
  await db.insert(schema.district).values({ code: '320501', regencyCode: '3205', name: 'Leles' })
  organiser = await addPerson(database, await addCompany(database, 'organiser', 'panitia'), 'organiser')
  id = newId()
  await db.insert(schema.organisation).values({
    id,
    kind: 'pesantren',
    slug: 'al-manar',
    name: 'Al-Manar',
    regencyCode: '3205',
    districtCode: '320501',
    field: 'pertanian',
    verification: 'pending',
    verificationAt: new Date(),
  })
  owner = await addPerson(database, id, 'pesantren', 'owner', { phoneE164: '+6281234567890', name: 'Ahmad' })
  editor = await addPerson(database, id, 'pesantren', 'editor')
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())

async function ask(actor: Person | null, path: string, form?: Record<string, string>) {
  const headers: Record<string, string> = actor ? { cookie: await sessionCookie(database, web, actor) } : {}
  const answer = await web.request(
    path,
    form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers },
  )
  return { answer, html: shownHtml(await answer.text()) }
}
const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
const page = `/id/organiser/verification`

describe('verification', () => {
  it('goes from the queue over a question and its answer to a booth', async () => {
    const queue = await ask(organiser, page)
    expect(queue.html).toContain('Al-Manar')
    const shown = await ask(organiser, `${page}/${id}`)
    expect(shown.html).toContain('+6281234567890')
    const empty = await ask(organiser, `${page}/${id}`, {
      intent: 'ask-back',
      seen: seenIn(shown.html),
      text: ' ',
    })
    expect(empty.answer.status).toBe(400)
    expect(empty.html).toContain(words.organiser.textProblems['text-missing'])
    const asked = await ask(organiser, `${page}/${id}`, {
      intent: 'ask-back',
      seen: seenIn(shown.html),
      text: 'Siapa pimpinannya?',
    })
    expect(asked.answer.headers.get('location')).toBe(`${page}/${id}?done=ask-back`)
    // A second organiser with the page of before.
    const late = await ask(organiser, `${page}/${id}`, { intent: 'approve', seen: seenIn(shown.html) })
    expect(late.answer.status).toBe(409)
    expect(late.html).toContain(words.organiser.states['asked-back'])

    const own = await ask(owner, '/id/verification')
    expect(own.html).toContain('Siapa pimpinannya?')
    const answer = {
      seen: seenIn(own.html),
      answer: 'KH. Anwar.',
      name: 'Al-Manar Leles',
      nameArabic: '',
      districtCode: '320501',
      field: 'pertanian',
      whatsapp: '',
    }
    const wrong = await ask(owner, '/id/verification', { ...answer, name: '', answer: '' })
    expect(wrong.answer.status).toBe(400)
    expect(wrong.html).toContain(words.join.who.problems['name-missing'])
    expect(wrong.html).toContain(words.organiser.textProblems['text-missing'])
    for (const actor of [editor, organiser]) {
      expect((await ask(actor, '/id/verification', answer)).answer.status).toBe(403)
    }
    const sent = await ask(owner, '/id/verification', answer)
    expect(sent.answer.headers.get('location')).toBe('/id/verification?sent')
    expect((await ask(null, '/id/booths/al-manar')).answer.status).toBe(404)

    const again = await ask(organiser, `${page}/${id}`)
    expect(again.html).toContain('KH. Anwar.')
    const approved = await ask(organiser, `${page}/${id}`, { intent: 'approve', seen: seenIn(again.html) })
    expect(approved.answer.headers.get('location')).toBe(`${page}/${id}?done=approve&booth=placed&pavilion=1`)
    const booth = await ask(null, '/id/booths/al-manar')
    expect(booth.answer.status).toBe(200)
    expect(booth.html).toContain('Al-Manar Leles')
    expect((await ask(null, '/id/hall')).html).toContain('Al-Manar Leles')
  })

  it('asks before it rejects and before it merges', async () => {
    const kept = await hall.booth('nurul-huda', 20, { districtCode: '320501', name: 'Nurul Huda' })
    const gone = newId()
    await database.connection.db.insert(schema.organisation).values({
      id: gone,
      kind: 'pesantren',
      slug: 'pp-nurul-huda',
      name: 'PP. Nuurul Hudaa',
      regencyCode: '3205',
      districtCode: '320501',
      verification: 'pending',
    })
    const shown = await ask(organiser, `${page}/${gone}`)
    expect(shown.html).toContain(`/id/organiser/duplicates/${gone}/${kept}`)
    const reject = { intent: 'reject', seen: '0', text: 'Tidak ada.' }
    const unconfirmed = await ask(organiser, `${page}/${gone}`, reject)
    expect(unconfirmed.answer.status).toBe(400)
    expect(unconfirmed.html).toContain(words.organiser.applicant.confirmMissing)
    expect(unconfirmed.html).toContain('Tidak ada.')

    const list = await ask(organiser, '/id/organiser/duplicates')
    expect(list.html).toContain('PP. Nuurul Hudaa')
    const pair = `/id/organiser/duplicates/${gone}/${kept}`
    const compared = await ask(organiser, pair)
    expect(compared.html).toContain(words.organiser.merge.noUndo)
    expect((await ask(organiser, pair, { keep: kept })).answer.status).toBe(400)
    const wrongWay = await ask(organiser, pair, { keep: gone, confirm: 'yes' })
    expect(wrongWay.answer.status).toBe(409)
    const merged = await ask(organiser, pair, { keep: kept, confirm: 'yes' })
    expect(merged.answer.headers.get('location')).toContain(`${page}/${kept}?done=merged`)
    const moved = await ask(null, '/id/booths/pp-nurul-huda')
    expect(moved.answer.status).toBe(301)
    expect(moved.answer.headers.get('location')).toBe('/id/booths/nurul-huda')
    const [row] = await database.connection.db
      .select()
      .from(schema.organisation)
      .where(eq(schema.organisation.id, gone))
    expect(row?.mergedInto).toBe(kept)
  })
})
