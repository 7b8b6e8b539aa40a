import { afterAll, beforeAll, expect, it } from 'vitest'
import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { words as id } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { addCompany, addPerson } from '../setup/actors'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// Before the first edition: pages say what is missing and offer nothing that leads nowhere.

const LOCALES = [
  ['id', id],
  ['en', en],
  ['ar', ar],
] as const

let database: TestDatabase
let filled: TestDatabase
let web: TestWeb
let filledWeb: TestWeb

beforeAll(async () => {
  database = await createTestDatabase()
  filled = await createTestDatabase()
  const { db } = filled.connection
  await seedSampleEdition(db, { booths: 60 })
  await rebuildSearch({ db, search: openPostgresSearch(db), actor: { kind: 'system' }, now: new Date() })
  web = await createTestWeb({ connection: database.connection })
  filledWeb = await createTestWeb({ connection: filled.connection })
})
afterAll(async () => {
  await database?.drop()
  await filled?.drop()
})

/** What the page itself holds, without the header, the footer and the scripts. */
async function main(product: TestWeb, address: string, cookie = ''): Promise<string> {
  const answer = await product.request(address, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
}

it.each(LOCALES)('the goods in %s say that there are none yet, and lead on', async (locale, words) => {
  const { search } = words
  const only = [search.filters, search.apply, search.sorts.relevance]
  const empty = await main(web, `/${locale}/products`)
  expect(empty).toContain(search.nothingYet)
  expect(empty).toContain(`href="/${locale}/about"`)
  for (const text of [...only, search.emptySpelling, search.tryThese, search.toHall, search.example.soap])
    expect(empty).not.toContain(text)

  const full = await main(filledWeb, `/${locale}/products`)
  expect(full).not.toContain(search.nothingYet)
  for (const text of only) expect(full).toContain(text)
  // Asked for in vain: that is about the words or the filters.
  const vain = await main(filledWeb, `/${locale}/products?q=zzzzqq`)
  expect(vain).not.toContain(search.nothingYet)
  expect(vain).toContain(search.emptySpelling)
  const narrow = await main(filledWeb, `/${locale}/products?from=999999999`)
  expect(narrow).not.toContain(search.nothingYet)
  expect(narrow).toContain(search.emptyWithFilters)
})

it.each(LOCALES)('the home page in %s offers neither goods nor a hall', async (locale) => {
  const offers = [
    'role="search"',
    `href="/${locale}/products`,
    `href="/${locale}/hall`,
    PAGE_WORDS[locale].home.matchingToday,
  ]
  const empty = await main(web, `/${locale}`)
  expect(empty).toContain(PAGE_WORDS[locale].home.hallClosed)
  for (const offer of offers) expect(empty).not.toContain(offer)
  const full = await main(filledWeb, `/${locale}`)
  for (const offer of offers) expect(full).toContain(offer)
})

it.each(LOCALES)(
  'the hall in %s says that it is closed and does not send to a search',
  async (locale, words) => {
    const empty = await main(web, `/${locale}/hall`)
    expect(empty).toContain(words.hall.noEditionTitle)
    expect(empty).toContain(`href="/${locale}/about"`)
    expect(empty).not.toContain(`href="/${locale}/products`)
  },
)

it('a pavilion is called the same in the hall and on a booth, and is listed with the words’ own comma', async () => {
  const hall = await main(filledWeb, '/ar/hall')
  const booth = /href="(\/ar\/booths\/[^"]+)"/.exec(hall)?.[1] ?? 'none'
  const [called] = ar.hall.pavilion(1, '').split('،')
  expect(called).toBe(ar.booth.pavilion(1))
  expect(await main(filledWeb, booth)).toContain((called ?? 'none').replace('1', ''))
  const labels = [...hall.matchAll(/aria-label="([^"]*الرواق[^"]*)"/g)].map(([, label]) => label ?? '')
  expect(labels.length).toBeGreaterThanOrEqual(27)
  for (const label of labels) expect(label).not.toContain(', ')
})

it('the pages of samples say what is not there yet, and lead on', async () => {
  const enter = async (kind: 'offtaker' | 'pesantren' | 'organiser') =>
    sessionCookie(database, web, await addPerson(database, await addCompany(database, kind, kind), kind))
  const cookies = {
    visitor: '',
    offtaker: await enter('offtaker'),
    pesantren: await enter('pesantren'),
    organiser: await enter('organiser'),
  }
  for (const [locale] of LOCALES) {
    const { samples, myOrders, studioSamples, studioOrders, organiserOrders, organiserMoney } =
      PAGE_WORDS[locale]
    const pages: [role: keyof typeof cookies, path: string, said: string, leadsTo?: string][] = [
      ['visitor', 'cart', samples.cart.empty, 'products'],
      ['offtaker', 'cart', samples.cart.empty, 'products'],
      ['offtaker', 'orders', myOrders.empty, 'products'],
      ['pesantren', 'studio/samples', studioSamples.offers.emptyTitle, 'studio/products/new'],
      ['pesantren', 'studio/orders', studioOrders.emptyTitles.todo, 'studio/samples'],
      ['pesantren', 'studio/orders?tab=over', studioOrders.emptyTitles.over, 'studio/samples'],
      ['pesantren', 'studio/shipping', studioSamples.shipping.start, 'studio/shipping?example'],
      ['pesantren', 'studio/statements', studioSamples.statements.none, 'studio/orders'],
      ['organiser', 'organiser/orders', organiserOrders.empty],
      ['organiser', 'organiser/orders?need=proofs', organiserOrders.emptyDone],
      ['organiser', 'organiser/payments', organiserMoney.payments.account.none],
      ['organiser', 'organiser/payouts', organiserMoney.payouts.empty],
      ['organiser', 'organiser/rates', organiserMoney.rates.none],
      ['organiser', 'organiser/deals', organiserMoney.deals.empty],
    ]
    for (const [role, path, said, leadsTo] of pages) {
      const html = shownHtml(await main(web, `/${locale}/${path}`, cookies[role]))
      expect(html, `${role} ${locale}/${path}`).toContain(said)
      if (leadsTo) expect(html, `${path} leads on`).toContain(`href="/${locale}/${leadsTo}`)
    }
    // Where a table is made of nothing, it still opens.
    for (const file of ['organiser/orders.csv', 'organiser/deals.csv', 'studio/statements.csv']) {
      const cookie = file.startsWith('studio') ? cookies.pesantren : cookies.organiser
      const answer = await web.request(`/${locale}/${file}`, { headers: { cookie } })
      expect([answer.status, answer.headers.get('content-type')], file).toEqual([
        200,
        'text/csv; charset=utf-8',
      ])
      expect((await answer.text()).trim(), file).not.toBe('')
    }
  }
})
