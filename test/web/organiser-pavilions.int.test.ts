import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import type { Actor } from '~/domain/shared/context'
import { addCompany, addPerson } from '../setup/actors'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { openSmallHall } from '../setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// The organiser has a pavilion look otherwise, without JavaScript.

const words = PAGE_WORDS.id.organiserPavilions
const page = '/id/organiser/pavilions/1'

let database: TestDatabase
let web: TestWeb
let organiser: Extract<Actor, { kind: 'person' }>

beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
  organiser = await addPerson(database, await addCompany(database, 'organiser', 'dinas'), 'organiser')
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())

async function ask(path: string, fields?: Record<string, string>) {
  const headers = { cookie: await sessionCookie(database, web, organiser) }
  const answer = await web.request(
    path,
    fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers },
  )
  return { answer, html: shownHtml(await answer.text()) }
}

/** What the browser would send of the form on the page. */
function formOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    if (read('type') === 'radio' && !/ checked=/.test(tag)) continue
    if (read('name')) fields[read('name')] = read('value')
  }
  return fields
}

const manifest = async () => {
  // What was read is told to others for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const answer = await web.request('/hall/manifest.json')
  return { tag: answer.headers.get('etag'), pavilion: (await answer.json()).pavilions[0] }
}

describe('the organiser’s pavilions', () => {
  it('are listed, and each leads to its form with what the hall draws now', async () => {
    const { html } = await ask('/id/organiser/pavilions')
    expect(html).toContain(`href="${page}"`)
    expect(formOf((await ask(page)).html)).toEqual({
      seen: '0',
      // The hall draws a motif that it doesn't know as plain weave.
      motif: 'bamboo-weave',
      roof: 'julang-ngapak',
      colour: '#35234d',
      'colour-picked': '#35234d',
      'colour-shown': '#35234d',
      accent: '#e3ae55',
      'accent-picked': '#e3ae55',
      'accent-shown': '#e3ae55',
    })
  })

  it('keep what was typed where lettering could not be read, and say so at the field', async () => {
    const fields = { ...formOf((await ask(page)).html), motif: 'gumading', colour: '#E0C080' }
    const { answer, html } = await ask(page, fields)
    expect(answer.status).toBe(400)
    expect(html).toContain(words.fix)
    expect(html).toContain(fill(words.problems['letters-faint'], { ratio: '1.5', least: 4.5 }))
    expect(formOf(html)).toMatchObject({ motif: 'gumading', colour: '#E0C080' })
  })

  it('show a preview that saves nothing', async () => {
    const before = await manifest()
    const { answer, html } = await ask(page, {
      ...formOf((await ask(page)).html),
      'colour-picked': '#0f4c52',
      intent: 'show',
    })
    expect(answer.status).toBe(200)
    expect(html).toContain(words.shown)
    expect(formOf(html)).toMatchObject({ colour: '#0f4c52', 'colour-shown': '#0f4c52' })
    expect(await manifest()).toEqual(before)
  })

  it('are changed, with another tag on the manifest, and then not by an older page', async () => {
    const before = await manifest()
    const opened = formOf((await ask(page)).html)
    const { answer } = await ask(page, { ...opened, motif: 'gumading', 'colour-picked': '#5b3418' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${page}?done=saved`)
    const { html } = await ask(`${page}?done=saved`)
    expect(html).toContain(words.done.saved)
    expect(html).toContain('href="/id/hall?pavilion=1"')
    const after = await manifest()
    expect(after.pavilion).toMatchObject({ motif: 'gumading', colour: '#5b3418' })
    expect(after.tag).not.toBe(before.tag)

    const late = await ask(page, { ...opened, motif: 'plered' })
    expect(late.answer.status).toBe(409)
    expect(late.html).toContain(words.changed)
    // Choices are kept, on the present version: sending again goes over it.
    const again = formOf(late.html)
    expect(again).toMatchObject({ motif: 'plered', colour: '#35234d' })
    expect(again.seen).not.toBe(opened.seen)
    expect((await ask(page, again)).answer.status).toBe(303)
  })

  it('can be put back to the first suggestion', async () => {
    const { html } = await ask(`${page}?look=first`)
    expect(html).toContain(words.filledFirst)
    const first = formOf(html)
    expect(first).toMatchObject({
      motif: 'gumading',
      roof: 'julang-ngapak',
      colour: '#5b3418',
      accent: '#f3e2b8',
    })
    expect((await ask(page, first)).answer.status).toBe(303)
    expect((await manifest()).pavilion).toMatchObject({ motif: 'gumading', accent: '#f3e2b8' })
  })
})
