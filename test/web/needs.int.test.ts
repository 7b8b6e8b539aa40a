import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as arWords } from '~/app/i18n/ar/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { connectDatabase } from '~/db/client.server'
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
const { en } = PAGE_WORDS
const words = en.need

let database: TestDatabase
let web: TestWeb
let queries = 0
let offtaker: Person
let rival: Person
let reader: Person
let organiser: Person

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: () => queries++ })
  const hall = await openSmallHall(database)
  const booth = await hall.booth('nyata', 0, { nameArabic: 'النيّرة' })
  await hall.product(booth, 'hutan')
  const sample = await hall.booth('contoh', 1, { isSample: true })
  await hall.product(sample, 'sabun', { isSample: true })
  const company = await addCompany(database, 'offtaker', 'pasar-segar', { regencyCode: '3205' })
  offtaker = await addPerson(database, company, 'offtaker')
  rival = await addPerson(database, await addCompany(database, 'offtaker', 'lain'), 'offtaker')
  reader = await addPerson(database, booth, 'pesantren', 'member')
  organiser = await addPerson(database, await addCompany(database, 'organiser', 'dinas'), 'organiser')
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())

/** A browser without JavaScript in which somebody is signed in. */
async function browser(actor: Person, on = web) {
  const cookie = await sessionCookie(database, on, actor)
  return {
    async get(address: string) {
      const answer = await on.request(address, { headers: { cookie } })
      return { answer, html: shownHtml(await answer.text()) }
    },
    async post(address: string, fields: Record<string, string> | [string, string][]) {
      const body = new URLSearchParams(fields)
      const answer = await on.request(address, { method: 'POST', headers: { cookie }, body })
      return { answer, html: shownHtml(await answer.text()), location: answer.headers.get('location') }
    },
  }
}

/** What a browser would send of the only form on a page with fields, as it was served. */
function served(html: string): Record<string, string> {
  const form = /<form method="post"[^>]*class="need-form"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const fields: Record<string, string> = {}
  const text = (value: string) =>
    value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    if (attribute('type') === 'checkbox' && !/ checked/.test(tag)) continue
    fields[attribute('name') ?? ''] = text(attribute('value') ?? '')
  }
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)" selected/.exec(options ?? '')?.[1]
    fields[name ?? ''] = chosen ?? /<option value="([^"]*)"/.exec(options ?? '')?.[1] ?? ''
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) {
    fields[name ?? ''] = text(value ?? '')
  }
  return fields
}

const typed = {
  field: 'minuman',
  productWords: 'Roasted arabica coffee',
  monthlyVolume: '300',
  unit: 'kg',
  targetPrice: '140,000',
  destinationCountry: 'SA',
  destinationPlace: 'Jeddah',
  language: 'en',
  note: 'Whole beans.',
}

async function stated(actor: Person): Promise<string> {
  const { location } = await (await browser(actor)).post('/en/needs/new', { ...typed, token: newId() })
  const id = /^\/en\/needs\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1]
  if (!id) throw new Error(`not stated: ${location}`)
  return id
}

async function row(id: string) {
  const [found] = await database.connection.db.select().from(schema.need).where(eq(schema.need.id, id))
  return found
}

describe('the way in', () => {
  it('leads from a booth and a product through signing in back to the form, with the quantity', async () => {
    const booth = await (await web.request('/en/booths/nyata')).text()
    expect(booth).toContain('href="/en/needs/new?booth=nyata"')
    const product = await (await web.request('/en/products/hutan?qty=96')).text()
    const link = /href="(\/en\/needs\/new[^"]*)"/.exec(product)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(link).toBe('/en/needs/new?booth=nyata&product=hutan&qty=96')
    const answer = await web.request(link)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/en/sign-in?next=${encodeURIComponent(link)}`)
  })

  it('is on the home page and on that of business matching, which promise nothing unready', async () => {
    for (const page of ['/en', '/en/business-matching']) {
      const html = await (await web.request(page)).text()
      expect(html).not.toMatch(/cannot be booked|not ready|In preparation/)
    }
    const html = await (await web.request('/en/business-matching')).text()
    expect(html).toContain('href="/en/needs/new"')
    expect(html).toContain(en.matching.todayNeedLink)
  })
})

describe('a new need', () => {
  it('begins with the product, and its form as served states it once, however often it is sent', async () => {
    const person = await browser(offtaker)
    const { html } = await person.get('/en/needs/new?booth=nyata&product=hutan&qty=96')
    const fields = served(html)
    expect(fields).toMatchObject({
      field: 'pertanian',
      productWords: 'Honey hutan',
      monthlyVolume: '96',
      unit: 'jar',
      destinationCountry: 'ID',
      destinationRegency: '3205',
      language: 'en',
      booth: 'nyata',
      product: 'hutan',
      keepAbout: '1',
    })
    expect(html).toContain('To meet \u2068Pesantren nyata\u2069 about \u2068Honey hutan\u2069')
    const sent = await Promise.all([1, 2].map(() => person.post('/en/needs/new', fields)))
    expect(sent.map(({ answer }) => answer.status)).toEqual([303, 303])
    expect(sent[0]?.location).toBe(sent[1]?.location)
    const need = await row(sent[0]?.location?.split('/').at(-1) ?? '')
    expect(need).toMatchObject({ monthlyVolume: 96, unit: 'jar', organisationId: offtaker.organisationId })
    expect(need?.aboutProductId).not.toBeNull()
    // Without the tick it is about nobody.
    const { keepAbout, ...rest } = fields
    const { location } = await person.post('/en/needs/new', { ...rest, token: newId() })
    expect(await row(location?.split('/').at(-1) ?? '')).toMatchObject({ aboutOrganisationId: null })
  })

  it('comes back with every word typed and, at each field, what to mend', async () => {
    const person = await browser(offtaker)
    const wrong = {
      ...typed,
      monthlyVolume: 'three hundred',
      targetPrice: 'cheap "or" <free>',
      neededBy: '2020-01-01',
      papers: 'nib',
      token: newId(),
    }
    const { answer, html } = await person.post('/en/needs/new', wrong)
    expect(answer.status).toBe(400)
    expect(html).toContain(words.fixErrors)
    for (const code of ['volume-wrong', 'price-wrong', 'date-past'] as const) {
      expect(html).toContain(words.problems[code])
    }
    expect(html).toMatch(/id="field-monthlyVolume"[^>]*aria-invalid="true"/)
    expect(html).not.toContain('<free>')
    expect({ ...served(html), targetPrice: wrong.targetPrice }).toMatchObject(wrong)
  })

  it('says why a sample booth is left out', async () => {
    const { html } = await (await browser(offtaker)).get('/en/needs/new?booth=contoh')
    expect(html).toContain(words.dropped['sample-and-real'])
    expect(served(html)).not.toHaveProperty('booth')
  })

  it('is not for the organiser and for those who only read', async () => {
    for (const actor of [organiser, reader]) {
      const person = await browser(actor)
      expect((await person.get('/en/needs/new')).answer.status).toBe(403)
      expect((await person.post('/en/needs/new', typed)).answer.status).toBe(403)
    }
    const visitor = await web.request('/en/needs/new', {
      method: 'POST',
      body: new URLSearchParams(typed),
    })
    expect(visitor.status).toBe(401)
    expect(await visitor.text()).toContain('href="/en/sign-in?next=%2Fen%2Fneeds%2Fnew"')
  })

  it.each([
    ['/ar/needs/new', 'destinationCountry', 'المملكة العربية السعودية'],
    ['/id/needs/new', 'destinationCountry', 'Arab Saudi'],
  ])('names countries in the language of %s', async (address, _, name) => {
    const { html } = await (await browser(offtaker)).get(address)
    expect(html).toContain(`>${name}</option>`)
  })
})

describe('a changed need', () => {
  it('is saved, and who comes second sees theirs beside what they typed', async () => {
    const id = await stated(offtaker)
    const person = await browser(offtaker)
    const form = served((await person.get(`/en/needs/${id}/edit`)).html)
    expect(form).toMatchObject({ ...typed, targetPrice: '140,000', version: '1' })
    const first = await person.post(`/en/needs/${id}/edit`, { ...form, monthlyVolume: '450' })
    expect(first.location).toBe(`/en/needs/${id}`)
    const second = await person.post(`/en/needs/${id}/edit`, { ...form, monthlyVolume: '1200' })
    expect(second.answer.status).toBe(409)
    expect(second.html).toContain(words.changed)
    expect(second.html).toContain('Saved now: 450')
    expect(second.html.match(/<b>Saved now/g)).toHaveLength(1)
    const again = served(second.html)
    expect(again).toMatchObject({ monthlyVolume: '1,200', version: '2' })
    expect((await person.post(`/en/needs/${id}/edit`, again)).answer.status).toBe(303)
    expect(await row(id)).toMatchObject({ monthlyVolume: 1200, version: 3 })
  })

  it('is closed after a word of warning, kept, and opened again', async () => {
    const id = await stated(offtaker)
    const person = await browser(offtaker)
    expect((await person.get(`/en/needs/${id}/edit`)).html).toContain(words.closeText)
    const closed = await person.post(`/en/needs/${id}/edit`, { intent: 'close' })
    expect(closed.location).toBe('/en/needs')
    const page = (await person.get(`/en/needs/${id}/edit`)).html
    expect(page).toContain(words.reopen)
    expect(page).not.toContain('need-form')
    const late = await person.post(`/en/needs/${id}/edit`, { ...typed, version: '1' })
    expect(late.answer.status).toBe(409)
    expect(late.html).toContain(words.changedClosed)
    expect((await person.post(`/en/needs/${id}/edit`, served(late.html))).answer.status).toBe(303)
    expect(await row(id)).toMatchObject({ state: 'open', closedAt: null })
    await person.post(`/en/needs/${id}/edit`, { intent: 'close' })
    const opened = await person.post(`/en/needs/${id}/edit`, { intent: 'reopen' })
    expect(opened.location).toBe(`/en/needs/${id}`)
    expect((await row(id))?.state).toBe('open')
  })

  it('of somebody else is not there, and the organiser may not', async () => {
    const id = await stated(offtaker)
    for (const [actor, status] of [
      [rival, 404],
      [organiser, 403],
      [reader, 403],
    ] as const) {
      const person = await browser(actor)
      const get = await person.get(`/en/needs/${id}/edit`)
      expect(get.answer.status).toBe(status)
      expect(get.html).not.toContain(typed.productWords)
      const forms: Record<string, string>[] = [
        { ...typed, version: '1' },
        { intent: 'close' },
        { intent: 'reopen' },
      ]
      for (const fields of forms) {
        const { answer } = await person.post(`/en/needs/${id}/edit`, fields)
        expect(answer.status).toBe(status)
      }
    }
    expect(await row(id)).toMatchObject({ version: 1, state: 'open' })
    for (const bad of ['x', '99999999999999', '-1']) {
      const { answer } = await (await browser(offtaker)).post(`/en/needs/${id}/edit`, {
        ...typed,
        version: bad,
      })
      expect(answer.status).toBe(409)
    }
  })
})

describe('a lost database', () => {
  it('keeps what was typed in the form, new and changed', async () => {
    const id = await stated(offtaker)
    const lost = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const cut = await browser(offtaker, await createTestWeb({ connection: lost }))
      for (const [address, more] of [
        ['/en/needs/new', { token: newId(), booth: 'nyata', keepAbout: '1' }],
        [`/en/needs/${id}/edit`, { version: '1' }],
      ] as const) {
        const sent = { ...typed, ...more }
        const { answer, html } = await cut.post(address, sent)
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('10')
        expect(html).toContain(words.notSaved)
        expect(served(html)).toMatchObject(sent)
      }
      // A button alone has nothing to keep.
      const { answer, html } = await cut.post(`/en/needs/${id}/edit`, { intent: 'close' })
      expect(answer.status).toBe(503)
      expect(html).not.toContain('need-form')
    } finally {
      await lost.close()
    }
    expect((await row(id))?.state).toBe('open')
  })
})

describe('the list of needs', () => {
  it('begins with one next step, then shows one’s own, and the organiser everybody’s to read', async () => {
    const company = await addCompany(database, 'buyer', 'jeddah-foods')
    const buyer = await addPerson(database, company, 'buyer', 'owner', { timeZone: 'Asia/Riyadh' })
    const person = await browser(buyer)
    const empty = await person.get('/en/needs')
    expect(empty.html).toContain(words.empty)
    expect(empty.html).toContain('href="/en/needs/new"')
    const id = await stated(buyer)
    const { html } = await person.get('/en/needs')
    expect(html).toContain(`href="/en/needs/${id}"`)
    expect(html).toContain(`href="/en/needs/${id}/edit"`)
    expect(html).toContain('\u2068Jeddah\u2069')
    expect(html).not.toContain('pasar-segar')
    const all = await (await browser(organiser)).get('/en/needs')
    expect(all.html).toContain('Company jeddah-foods')
    expect(all.html).toContain(`href="/en/needs/${id}"`)
    expect(all.html).not.toContain(`/needs/${id}/edit`)
    expect(all.html).not.toContain('href="/en/needs/new"')
    expect((await (await browser(rival)).get('/en/needs')).html).not.toContain(id)
    expect((await web.request('/en/needs')).status).toBe(302)
  })

  it('costs as many queries with twenty needs as with one', async () => {
    const company = await addCompany(database, 'offtaker', 'banyak')
    const person = await browser(await addPerson(database, company, 'offtaker'))
    const cost = async (address: string) => {
      queries = 0
      expect((await person.get(address)).answer.status).toBe(200)
      return queries
    }
    await database.connection.db.insert(schema.need).values(needOf(company))
    // The first request fills what is meant to be filled once.
    await cost('/en/needs')
    const few = await cost('/en/needs')
    const form = await cost('/en/needs/new?product=hutan')
    for (let i = 0; i < 24; i++) await database.connection.db.insert(schema.need).values(needOf(company))
    expect(await cost('/en/needs')).toBe(few)
    expect(await cost('/en/needs?page=2')).toBe(few)
    expect(await cost('/en/needs/new?product=hutan')).toBe(form)
    expect(few).toBeLessThanOrEqual(6)
  })

  it('is in Arabic in its own words', async () => {
    const { html } = await (await browser(offtaker)).get('/ar/needs')
    expect(html).toContain(PAGE_WORDS.ar.need.listTitle)
    expect(html).toContain(arWords.trade.perMonth(arWords.trade.amount(300, 'kg')))
  })
})

function needOf(organisationId: string): typeof schema.need.$inferInsert {
  return {
    id: newId(),
    organisationId,
    field: 'minuman',
    productWords: 'Kopi',
    locale: 'id',
    monthlyVolume: 300,
    unit: 'kg',
    language: 'id',
  }
}
