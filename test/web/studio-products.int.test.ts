import { eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { connectDatabase } from '~/db/client.server'
import { product } from '~/db/schema/product'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openSearchIndex } from '~/search/open-search-index.server'
import { noStorage } from '~/test/setup/test-storage'
import { deliveries } from '~/worker/deliveries'
import { type RunningWorker, runWorker } from '~/worker/run-worker'
import { addCompany, addPerson } from '../setup/actors'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { openSmallHall } from '../setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// A pesantren without JavaScript keeps its products, and the worker tells the search of it.

type Person = Extract<Actor, { kind: 'person' }>
type Fields = [string, string][]
const words = PAGE_WORDS.id.studioProducts

let database: TestDatabase
let web: TestWeb
let worker: RunningWorker
let hall: Awaited<ReturnType<typeof openSmallHall>>
let owner: Person
let member: Person
let rival: Person
let company: Person
let booth = ''

beforeAll(async () => {
  database = await createTestDatabase()
  const { connection, url } = database
  hall = await openSmallHall(database)
  booth = await hall.booth('al-ittihad', 0)
  owner = await addPerson(database, booth, 'pesantren')
  member = await addPerson(database, booth, 'pesantren', 'member')
  rival = await addPerson(database, await hall.booth('nurul-huda', 1), 'pesantren')
  company = await addPerson(database, await addCompany(database, 'offtaker', 'toko'), 'offtaker')
  web = await createTestWeb({ connection })
  const search = openSearchIndex(web.env, connection)
  await rebuildSearch({ db: connection.db, search, actor: { kind: 'system' }, now: new Date() })
  worker = await runWorker({
    url,
    db: connection.db,
    search,
    storage: noStorage,
    deliveries,
    log: pino({ level: 'silent' }),
  })
}, 60_000)
afterAll(async () => {
  await worker?.stop()
  await database?.drop()
})

/** A browser without JavaScript in which somebody is signed in. */
async function browser(actor: Person, on = web) {
  const cookie = await sessionCookie(database, web, actor)
  const answered = async (answer: Response) => ({
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    html: shownHtml(await answer.text()),
  })
  return {
    get: async (address: string) => answered(await on.request(address, { headers: { cookie } })),
    post: async (address: string, fields: Fields) =>
      answered(
        await on.request(address, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) }),
      ),
  }
}

const plain = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a browser would send of the product form as it was served, without its buttons. */
function served(html: string): Fields {
  const form = /<form[^>]*class="product-form"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1]
  if (!form) throw new Error('no product form')
  const fields: Fields = []
  for (const [tag, kind] of form.matchAll(/<(input|select|textarea)[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const name = attribute('name') ?? ''
    const rest = form.slice(form.indexOf(tag))
    if (kind === 'input') {
      if (attribute('type') === 'checkbox' && !/ checked/.test(tag)) continue
      fields.push([name, plain(attribute('value') ?? '')])
    } else if (kind === 'select') {
      const options = rest.slice(0, rest.indexOf('</select>'))
      const chosen =
        /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
      fields.push([name, chosen?.[1] ?? ''])
    } else {
      fields.push([name, plain(rest.slice(tag.length, rest.indexOf('</textarea>')))])
    }
  }
  return fields
}

/** The fields with other values; those that repeat are left alone. */
const filled = (fields: Fields, values: Record<string, string>, intent: string): Fields => [
  ...fields.map(([name, value]): [string, string] => [name, values[name] ?? value]),
  ['intent', intent],
]
const typedIn = (fields: Fields, name: string) =>
  fields.filter(([key]) => key === name).map(([, value]) => value)
const rowBySlug = async (slug: string) => {
  const [row] = await database.connection.db.select().from(product).where(eq(product.slug, slug))
  return row
}
const isFound = async (query: string, slug: string) =>
  (await (await web.request(`/id/products?q=${query}`)).text()).includes(`/id/products/${slug}"`)

/** Milliseconds until it is so. */
async function until(condition: () => Promise<boolean>): Promise<number> {
  const started = performance.now()
  while (!(await condition())) {
    if (performance.now() - started > 10_000) return Number.POSITIVE_INFINITY
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - started
}

it('a product is drafted, completed, published, found within two seconds, hidden and gone within two', async () => {
  const maker = await browser(owner)
  expect((await maker.get('/id/studio/products')).html).toContain(words.emptyTitle)
  const start = await maker.get('/id/studio/products/new')
  expect(start.status).toBe(200)

  // A name is enough for a draft.
  const drafted = await maker.post(
    '/id/studio/products/new',
    filled(served(start.html), { 'name.id': 'Quinquefolium kering', unit: 'kg', kind: 'herbal' }, 'save'),
  )
  expect(drafted.status).toBe(303)
  const slug = 'quinquefolium-kering-al-ittihad'
  const row = await rowBySlug(slug)
  expect(row).toMatchObject({ state: 'draft', organisationId: booth, unit: 'kg' })
  expect(drafted.location).toMatch(new RegExp(`^/id/studio/products/${row?.id}\\?`))
  expect((await web.request(`/id/products/${slug}`)).status).toBe(404)
  expect((await maker.get(`/id/products/${slug}`)).status).toBe(404)

  // The list says what is missing and publishes nothing half done.
  const list = await maker.get('/id/studio/products')
  expect(list.html).toContain(words.shortGaps.price)
  const refused = await maker.post('/id/studio/products', [
    ['id', row?.id ?? ''],
    ['to', 'published'],
  ])
  expect(refused.status).toBe(400)
  expect(plain(refused.html)).toContain(words.gaps.price)

  const edit = await maker.get(drafted.location)
  expect(edit.html).toContain(words.form.savedDraft)
  const asked = await maker.post(`/id/studio/products/${row?.id}`, filled(served(edit.html), {}, 'publish'))
  expect(asked.status).toBe(400)
  expect(plain(asked.html)).toContain(words.gaps['minimum-order'])

  const published = await maker.post(
    `/id/studio/products/${row?.id}`,
    filled(
      served(asked.html),
      {
        minimumOrder: '24',
        orderMultiple: '12',
        tierFrom: '24',
        tierPrice: 'Rp 139.000',
        monthlyCapacity: '1.200',
        netContent: '1,5',
        netContentUnit: 'kg',
      },
      'publish',
    ),
  )
  expect(published.status).toBe(303)
  expect(await until(() => isFound('quinquefolium', slug))).toBeLessThan(2_000)
  const page = await (await web.request(`/id/products/${slug}`)).text()
  expect(page).toContain('139.000')
  expect(await rowBySlug(slug)).toMatchObject({ slug, version: 2, monthlyCapacity: 1200, netContent: 1.5 })
  const after = await maker.get(published.location)
  expect(after.html).toContain(`href="/id/products/${slug}"`)
  expect(after.html).toContain(words.undo)

  const hidden = await maker.post('/id/studio/products', [
    ['id', row?.id ?? ''],
    ['to', 'hidden'],
  ])
  expect(hidden.status).toBe(303)
  expect(await until(async () => !(await isFound('quinquefolium', slug)))).toBeLessThan(2_000)
  expect((await web.request(`/id/products/${slug}`)).status).toBe(404)
  // Undo is offered in the answer, and finds it again.
  const answer = await maker.get(hidden.location)
  expect(answer.html).toMatch(/name="to" value="published"[^>]*>.*?Batalkan/s)
  await maker.post('/id/studio/products', [
    ['id', row?.id ?? ''],
    ['to', 'published'],
  ])
  expect(await until(() => isFound('quinquefolium', slug))).toBeLessThan(2_000)
}, 40_000)

describe('the form', () => {
  async function open(change: Partial<typeof product.$inferInsert> = {}) {
    const slug = `kopi-${newId()}`
    const id = await hall.product(booth, slug, change)
    const maker = await browser(owner)
    const address = `/id/studio/products/${id}`
    return { id, slug, maker, address, fields: served((await maker.get(address)).html) }
  }

  it('sends back all that was typed, with the problem at its field and in a summary', async () => {
    const { maker, address, fields, slug } = await open()
    const typed = { 'name.ar': 'قهوة <b>', stock: 'banyak', hsCode: '12', 'description.id': '"Dua"\nbaris' }
    const answer = await maker.post(address, filled(fields, typed, 'save'))
    expect(answer.status).toBe(400)
    for (const [name, value] of Object.entries(typed))
      expect(typedIn(served(answer.html), name)).toEqual([value])
    expect(answer.html).toContain('id="field-stock-problem"')
    expect(answer.html).toContain('href="#field-hsCode"')
    expect(plain(answer.html)).toContain(words.problems['not-whole'])
    expect((await rowBySlug(slug))?.version).toBe(1)
  })

  it('has a button for each change: a row more, a row less, a minimum that fits', async () => {
    const { maker, address, fields } = await open()
    const more = await maker.post(address, filled(fields, {}, 'add-tier'))
    expect(typedIn(served(more.html), 'tierFrom')).toEqual(['48', '96', '240', ''])
    const less = await maker.post(address, filled(served(more.html), {}, 'remove-tier.1'))
    expect(typedIn(served(less.html), 'tierFrom')).toEqual(['48', '240', ''])
    const wrong = await maker.post(address, filled(served(less.html), { orderMultiple: '20' }, 'save'))
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain('48 bukan kelipatan 20. Pakai minimum 60, atau kelipatan 16.')
    const mended = await maker.post(address, filled(served(wrong.html), {}, 'use-minimum'))
    expect(typedIn(served(mended.html), 'minimumOrder')).toEqual(['60'])
    expect(typedIn(served(mended.html), 'tierFrom')).toEqual(['60', '240', ''])
    const saved = await maker.post(address, filled(served(mended.html), {}, 'save'))
    expect(saved.status).toBe(303)
  })

  it('tells what somebody else stored meanwhile, keeps what was typed, and saves over it knowingly', async () => {
    const { maker, address, fields, slug } = await open()
    await maker.post(address, filled(fields, { 'name.id': 'Nama mereka', stock: '7' }, 'save'))
    const mine = await maker.post(address, filled(fields, { 'name.id': 'Nama saya' }, 'save'))
    expect(mine.status).toBe(409)
    expect(mine.html).toContain(words.choose.text)
    expect(mine.html).toContain('Nama mereka')
    expect(typedIn(served(mine.html), 'name.id')).toEqual(['Nama saya'])
    // What only they changed is theirs still.
    expect(typedIn(served(mine.html), 'stock')).toEqual(['7'])
    expect((await rowBySlug(slug))?.name.id).toBe('Nama mereka')
    expect((await maker.post(address, filled(served(mine.html), {}, 'save'))).status).toBe(303)
    expect(await rowBySlug(slug)).toMatchObject({ version: 3, stock: 7, name: { id: 'Nama saya' } })
  })

  it('keeps what was typed when the data cannot be reached', async () => {
    const { address, fields } = await open()
    const away = connectDatabase('postgres://nobody@127.0.0.1:1/none')
    const down = await createTestWeb({ connection: away })
    const maker = await browser(owner, down)
    for (const [path, name] of [
      [address, 'Madu lain'],
      ['/ar/studio/products/new', 'Madu baru'],
    ] as const) {
      const answer = await maker.post(path, filled(fields, { 'name.id': name }, 'save'))
      expect(answer.status).toBe(503)
      expect(typedIn(served(answer.html), 'name.id')).toEqual([name])
      expect(typedIn(served(answer.html), 'tierFrom')).toEqual(['48', '96', '240'])
    }
    await away.close()
  })

  it('shows all three languages below each other, and says which fields belong together', async () => {
    const { maker, address } = await open()
    const { html } = await maker.get(address)
    for (const name of ['name.id', 'name.en', 'name.ar']) expect(html).toContain(`id="field-${name}"`)
    expect(html).not.toContain('role="tab"')
    expect(html.match(/<fieldset/g)?.length).toBe(html.match(/<legend/g)?.length)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    // Enter in a field saves: the first button of the form changes nothing.
    expect(/<form[^>]*class="product-form"[\s\S]*?<button[^>]*value="([^"]*)"/.exec(html)?.[1]).toBe('save')
  })

  it('sent twice makes one product', async () => {
    const maker = await browser(owner)
    const fields = filled(
      served((await maker.get('/id/studio/products/new')).html),
      { 'name.id': 'Sekali saja' },
      'save',
    )
    const [first, second] = await Promise.all([
      maker.post('/id/studio/products/new', fields),
      maker.post('/id/studio/products/new', fields),
    ])
    expect(first.location).toBe(second.location)
    expect(await database.connection.db.$count(product, eq(product.slug, 'sekali-saja-al-ittihad'))).toBe(1)
  })
})

describe('whose they are', () => {
  it('visitors sign in first', async () => {
    const id = await hall.product(booth, `teh-${newId()}`)
    for (const path of ['', '/new', `/${id}`]) {
      for (const method of ['GET', 'POST']) {
        const answer = await web.request(`/id/studio/products${path}`, {
          method,
          ...(method === 'POST' && { body: new URLSearchParams({ id, to: 'hidden' }) }),
        })
        expect([302, 303]).toContain(answer.status)
        expect(answer.headers.get('location')).toContain('/id/sign-in?next=')
      }
    }
  })

  it('a company is refused, a member only reads, another pesantren finds nothing', async () => {
    const slug = `gula-${newId()}`
    const id = await hall.product(booth, slug)
    const body: Fields = [
      ['id', id],
      ['to', 'hidden'],
    ]
    const pages = ['', '/new', `/${id}`].map((path) => `/id/studio/products${path}`)
    const statuses = async (actor: Person) => {
      const reader = await browser(actor)
      return Promise.all([
        ...pages.map(async (page) => (await reader.get(page)).status),
        (async () => (await reader.post('/id/studio/products', body)).status)(),
      ])
    }
    expect(await statuses(company)).toEqual([403, 403, 403, 403])
    expect(await statuses(member)).toEqual([200, 403, 403, 403])
    expect(await statuses(rival)).toEqual([200, 200, 404, 404])
    expect((await rowBySlug(slug))?.state).toBe('published')
    const { html } = await (await browser(member)).get('/id/studio/products')
    expect(html).toContain(words.readOnly)
    expect(html).not.toContain('/studio/products/new')
    expect(html).not.toContain('name="to"')
    expect((await (await browser(rival)).get('/id/studio/products')).html).not.toContain(slug)
  })
})
