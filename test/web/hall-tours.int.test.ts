import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { newId } from '~/domain/shared/ids'
import { addCompany, addPerson } from '../setup/actors'
import { boothSlugs, createMatchHall, type MatchHall } from '../setup/match-hall'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestWeb, type TestWeb } from '../setup/test-web'

const words = PAGE_WORDS.en.tours
const MAKERS = ['awan', 'bumi', 'cahaya', 'danau', 'embun'] as const
const PRIZED = ['danau', 'awan', 'cahaya'] as const

let hall: MatchHall
let web: TestWeb
let needId: string
let owner: Awaited<ReturnType<typeof addPerson>>
beforeAll(async () => {
  hall = await createMatchHall()
  for (const [i, slug] of MAKERS.entries()) {
    const prize = PRIZED.some((one) => one === slug)
    const name = slug === 'bumi' ? { id: 'Keranjang rotan' } : { id: 'Beras pandan wangi' }
    await hall.maker(
      slug,
      { name, monthlyCapacity: 400 - i },
      { name: `Al-${slug}`, field: slug === 'bumi' ? 'kerajinan' : 'pertanian' },
      prize ? { award: 'Juara 1', awardSource: 'https://example.org' } : {},
    )
  }
  needId = await hall.need()
  owner = await addPerson(hall.database, hall.company, 'offtaker')
  web = await createTestWeb({ connection: hall.database.connection })
  await rebuildSearch({ db: hall.db, search: hall.search, actor: { kind: 'system' }, now: hall.now })
})
afterAll(() => hall?.database.drop())

/** A page as a browser without JavaScript shows it. */
async function page(address: string, cookie = '') {
  const answer = await web.request(address, { headers: { cookie } })
  const html = shownHtml(await answer.text())
  const part = (from: RegExp, to: string) => html.split(from)[1]?.split(to)[0] ?? ''
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cacheControl: answer.headers.get('cache-control'),
    html,
    list: part(/<aside\b/, '</aside>'),
    map: part(/<svg class="floor-map"/, '</svg>'),
    bar: part(/<nav class="tourbar"/, '</nav>'),
  }
}
const links = (html: string) =>
  Array.from(html.matchAll(/href="(\/en[^"]*)"/g), ([, href = '']) => href.replaceAll('&amp;', '&'))
const boothsIn = (html: string) => [
  ...new Set(links(html).flatMap((href) => /\/booths\/([a-z-]+)$/.exec(href)?.[1] ?? [])),
]

describe('a tour without a script', () => {
  it('begins at the chooser, which says only what there is', async () => {
    const { list, cacheControl } = await page('/en/hall?tour=choose')
    expect(links(list)).toEqual(
      expect.arrayContaining([
        '/en/hall?tour=award&stop=1',
        '/en/hall?tour=shelf&stop=1',
        '/en/hall?tour=field:kerajinan&stop=1',
      ]),
    )
    expect(links(list).filter((href) => href.includes('field:'))).toHaveLength(2)
    expect(list).not.toContain(words.yourNeeds)
    expect(cacheControl).toContain('no-store')
    // The hall itself leads there, and doesn't carry the words of tours.
    const plain = await page('/en/hall')
    expect(links(plain.list)).toContain('/en/hall?tour=choose')
    expect(await (await web.request('/en/hall')).text()).not.toContain(words.intro)
  })

  it('goes from stop to stop by links, in the list, on the map and in the bar', async () => {
    const first = await page('/en/hall?tour=award')
    expect(boothsIn(first.list)).toEqual(['awan', 'cahaya', 'danau'])
    const seen: string[] = []
    let address: string | undefined = '/en/hall?tour=award&stop=1'
    for (let stop = 1; address && stop <= PRIZED.length; stop++) {
      const { bar, list, map } = await page(address)
      expect(bar).toContain(`Stop ${stop} of 3`)
      const [booth = ''] = boothsIn(bar)
      seen.push(booth)
      // The list and the map say the same booth.
      expect(list).toContain(`<li class="on"><a aria-current="true"`)
      expect(boothsIn(list.split('<li class="on">')[1]?.split('</li>')[0] ?? '')).toEqual([booth])
      expect(map).toMatch(new RegExp(`class="mark on"[^>]*>\\s*<title>Al-${booth}</title>`))
      address = links(bar).find((href) => href.endsWith(`stop=${stop + 1}`))
    }
    expect(seen).toEqual(['awan', 'cahaya', 'danau'])
    const last = await page('/en/hall?tour=award&stop=3')
    expect(links(last.bar)).toEqual([
      '/en/hall?tour=award&stop=2',
      '/en/booths/danau',
      '/en/hall?tour=award&stop=3',
      '/en/hall',
    ])
    // Past the last is the last.
    expect((await page('/en/hall?tour=award&stop=29')).bar).toContain('Stop 3 of 3')
  })

  it('of nothing says so and leads on', async () => {
    const none = await page('/en/hall?tour=field:elektronik')
    expect(none.status).toBe(200)
    expect(none.list).toContain(words.emptyTitle)
    expect(none.bar).toBe('')
    expect(links(none.list)).toContain('/en/hall?tour=choose')
    expect((await page('/en/hall?tour=shelf')).list).toContain(words.emptyShelfText)
  })

  it('leads along one’s own shelf, which is nobody else’s', async () => {
    const { list, cacheControl } = await page('/en/hall?tour=shelf', 'shelf=b.embun_p.beras-awan')
    expect(boothsIn(list)).toEqual(['awan', 'embun'])
    expect(cacheControl).toContain('no-store')
  })

  it('leads to those who answer one’s own need, the best first; somebody else’s is not found', async () => {
    const address = `/en/hall?tour=need:${needId}&stop=1`
    const visitor = await page(address)
    expect(visitor.status).toBe(302)
    expect(visitor.location).toContain(`/en/sign-in?next=${encodeURIComponent('/en/hall?tour=need')}`)
    const own = await page(address, await sessionCookie(hall.database, web, owner))
    expect(own.status).toBe(200)
    expect(boothsIn(own.list)).toEqual(boothSlugs(await hall.find(needId)))
    expect(own.cacheControl).toContain('no-store')
    const company = await addCompany(hall.database, 'offtaker', 'lain')
    const stranger = await addPerson(hall.database, company, 'offtaker')
    const cookie = await sessionCookie(hall.database, web, stranger)
    expect((await page(address, cookie)).status).toBe(404)
    expect((await page(`/en/hall?aisle=need:${newId()}`, cookie)).status).toBe(404)
  })
})

describe('a search in the hall without a script', () => {
  it('lists the booths, marks them on the map and counts them by pavilion', async () => {
    const { list, map, html } = await page('/en/hall?q=keranjang')
    expect(html).toContain('action="/en/hall"')
    expect(boothsIn(list)).toEqual(['bumi'])
    expect(links(list)).toEqual(
      expect.arrayContaining([
        '/en/hall?q=keranjang&booth=bumi',
        '/en/products?q=keranjang',
        '/en/hall?tour=search&q=keranjang&stop=1',
        '/en/hall?aisle=search&q=keranjang',
      ]),
    )
    expect(map.match(/class="mark/g)).toHaveLength(1)
    expect(map).toMatch(/aria-label="Pavilion 1, [^"]*5\u00a0booths, 1 marked"/)
    expect(links(map)).toContain('/en/hall?q=keranjang&pavilion=1')
    const led = await page('/en/hall?q=keranjang&booth=bumi')
    expect(led.list).toContain('<li class="on">')
    expect(led.map).toContain('class="mark on"')
  })

  it('that finds nothing says so', async () => {
    const { list, map } = await page('/en/hall?q=zzzzzz')
    expect(list).toContain('No booth for')
    expect(map).not.toContain('class="mark')
  })
})

describe('one’s own aisle without a script', () => {
  it('is a list with a way back to the place that was left', async () => {
    const { list, status } = await page('/en/hall?aisle=search&q=beras&from=12,-3,1.5')
    expect(status).toBe(200)
    expect(boothsIn(list).sort()).toEqual(['awan', 'cahaya', 'danau', 'embun'])
    expect(list).toContain(words.aisle)
    expect(links(list)).toContain('/en/hall?q=beras&at=12,-3,1.5')
  })
})

describe('take me there', () => {
  it('leads from goods, hits and booths to the booth in the hall, unless it stands in none', async () => {
    const to = (html: string) => links(html).filter((href) => href.includes('/hall?booth='))
    expect(to((await page('/en/products/beras-awan')).html)).toEqual(['/en/hall?booth=awan'])
    expect(to((await page('/en/booths/awan')).html)).toEqual(['/en/hall?booth=awan'])
    expect(new Set(to((await page('/en/products?q=beras')).html)).size).toBe(4)
    const there = await page('/en/hall?booth=awan')
    expect(there.list).toContain('<li class="on">')
    expect(there.map).toContain('class="mark on"')

    const id = newId()
    await hall.db.insert(schema.organisation).values({
      id,
      kind: 'pesantren',
      slug: 'tanpa-stan',
      name: 'Tanpa stan',
      regencyCode: '3205',
    })
    await hall.db.insert(schema.product).values({
      id: newId(),
      organisationId: id,
      slug: 'beras-tanpa-stan',
      state: 'published',
      name: { id: 'Beras' },
      field: 'pertanian',
      kind: 'rice',
      drawing: 'rice.indigo.sand.BERAS.0',
      unit: 'kg',
    })
    const alone = await page('/en/products/beras-tanpa-stan')
    expect(alone.status).toBe(200)
    expect(to(alone.html)).toEqual([])
  })

  it('the shelf and a need’s page lead to their tours', async () => {
    expect(links((await page('/en/shortlist', 'shelf=b.awan')).html)).toEqual(
      expect.arrayContaining(['/en/hall?tour=shelf&stop=1', '/en/hall?aisle=shelf']),
    )
    const cookie = await sessionCookie(hall.database, web, owner)
    expect(links((await page(`/en/needs/${needId}`, cookie)).html)).toEqual(
      expect.arrayContaining([`/en/hall?tour=need:${needId}&stop=1`, `/en/hall?aisle=need:${needId}`]),
    )
    expect(links((await page('/en/hall?tour=choose', cookie)).list)).toContain(
      `/en/hall?tour=need:${needId}&stop=1`,
    )
  })
})
