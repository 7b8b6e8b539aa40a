import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { words as id } from '~/app/i18n/id/words'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { parseHallQuery } from '../hall/hall-query'
import { openHall } from '../hall/open-hall.server'
import { findProducts } from '../product/find-products.server'
import { parseSearchRequest } from '../product/search-query.schema'
import { newId } from '../shared/ids'
import { openHome } from './open-home.server'
import { readSitemap } from './read-sitemap.server'
import { rebuildSearch } from './rebuild-search.server'

const BOOTHS = 150
const NOW = new Date('2026-11-25T05:00:00Z')

describe('the home page and the sitemap of a sample edition', () => {
  let test: TestDatabase
  let queries = 0

  beforeAll(async () => {
    test = await createTestDatabase({
      onQuery: () => {
        queries += 1
      },
    })
    await seedSampleEdition(test.connection.db, { booths: BOOTHS })
  })
  afterAll(() => test.drop())

  it('counts the booths of each pavilion in two queries', async () => {
    queries = 0
    const home = await openHome({ db: test.connection.db, now: NOW })
    expect(queries).toBe(2)
    expect(home.pavilions).toHaveLength(27)
    expect(home.pavilions.map(({ number }) => number)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1))
    expect(home.booths).toBe(BOOTHS)
    expect(home.pavilions.every(({ booths }) => booths > 0)).toBe(true)
  })

  it('puts six different goods on the shelf: the same all week, others next week', async () => {
    const shelf = async (now: Date) =>
      (await openHome({ db: test.connection.db, now })).shelf.map(({ slug }) => slug)
    const monday = await shelf(new Date('2026-11-22T17:00:00Z'))
    expect(new Set(monday).size).toBe(6)
    expect(await shelf(new Date('2026-11-29T16:59:59Z'))).toEqual(monday)
    expect(await shelf(new Date('2026-11-29T17:00:00Z'))).not.toEqual(monday)
  })

  it('never shows on the shelf what is not published', async () => {
    const { db, sql } = test.connection
    const [before] = (await openHome({ db, now: NOW })).shelf
    if (!before) throw new Error('the shelf is empty')
    await sql`update product set state = 'hidden' where slug = ${before.slug}`
    const after = (await openHome({ db, now: NOW })).shelf.map(({ slug }) => slug)
    await sql`update product set state = 'published' where slug = ${before.slug}`
    expect(after).toHaveLength(6)
    expect(after).not.toContain(before.slug)
  })

  it('never shows on the shelf what a closed booth makes, nor in the sitemap', async () => {
    const { db, sql } = test.connection
    const [before] = (await openHome({ db, now: NOW })).shelf
    if (!before) throw new Error('the shelf is empty')
    const theirs = sql`(select organisation_id from product where slug = ${before.slug})`
    const goods =
      await sql`select slug from product where organisation_id = ${theirs} and state = 'published'`
    const own = goods.map(({ slug }) => `/products/${slug}`)
    const all = await readSitemap({ db }, { part: 1, perPart: 10_000 })
    await sql`update participation set closed_at = now() where organisation_id = ${theirs}`
    try {
      const { shelf } = await openHome({ db, now: NOW })
      expect(shelf).toHaveLength(6)
      for (const { slug } of shelf) expect(own).not.toContain(`/products/${slug}`)
      const { entries, total } = await readSitemap({ db }, { part: 1, perPart: 10_000 })
      expect(all.entries.map(({ path }) => path)).toEqual(expect.arrayContaining(own))
      for (const { path } of entries) expect(own).not.toContain(path)
      // The booth's own address and its goods.
      expect(total).toBe(all.total - own.length - 1)
    } finally {
      await sql`update participation set closed_at = null where organisation_id = ${theirs}`
    }
  })

  it('counts the booths of the edition that the hall shows, when two are open', async () => {
    const { db, sql } = test.connection
    // Of another province: each has one open edition at most.
    await sql`insert into province (code, name) values ('99', 'Lain') on conflict do nothing`
    const dates = [
      { startsOn: '2000-01-01', booths: BOOTHS },
      { startsOn: '2100-01-01', booths: 0 },
    ]
    for (const { startsOn, booths } of dates) {
      const id = newId()
      await sql`insert into edition (id, slug, name, province_code, starts_on, is_open)
                values (${id}, 'lain', '{"id": "Lain"}', '99', ${startsOn}, true)`
      await sql`insert into pavilion (edition_id, number, regency_code, slot_count, motif, roof, colour, accent)
                select ${id}, number, regency_code, slot_count, motif, roof, colour, accent
                from pavilion where number = 1`
      try {
        const home = await openHome({ db, now: NOW })
        const hall = await openHall({ db }, { locale: 'en', query: parseHallQuery(new URLSearchParams()) })
        expect(home.booths).toBe(booths)
        expect(home.pavilions.map(({ number }) => number)).toEqual(
          hall?.pavilions.map(({ number }) => number),
        )
      } finally {
        await sql`delete from pavilion where edition_id = ${id}`
        await sql`delete from edition where id = ${id}`
      }
    }
  })

  it('offers example searches that find something, in each language', async () => {
    const { db } = test.connection
    const search = openPostgresSearch(db)
    await rebuildSearch({ db, search, actor: { kind: 'system' }, now: NOW })
    for (const [locale, words] of [
      ['id', id],
      ['en', en],
      ['ar', ar],
    ] as const) {
      for (const example of Object.values(words.search.example)) {
        const request = parseSearchRequest(new URLSearchParams({ q: example }))
        const found = await findProducts({ db, search }, { request, locale })
        expect(found.total, `${locale}: ${example}`).toBeGreaterThan(0)
      }
    }
  })

  it('lists open booths and published products in parts, one query each', async () => {
    const { db, sql } = test.connection
    const all = await readSitemap({ db }, { part: 1, perPart: 10_000 })
    expect(all.entries).toHaveLength(all.total)
    expect(all.entries.filter(({ path }) => path.startsWith('/booths/'))).toHaveLength(BOOTHS)
    expect(all.entries[0]?.updatedAt.getTime()).toBeGreaterThan(0)

    queries = 0
    const second = await readSitemap({ db }, { part: 2, perPart: 100 })
    expect(queries).toBe(1)
    expect(second.total).toBe(all.total)
    expect(second.entries).toEqual(all.entries.slice(100, 200))

    const [booth] = all.entries
    const product = all.entries.at(-1)
    const slug = (entry: { path: string } | undefined) => entry?.path.split('/').at(-1) ?? ''
    await sql`update participation set closed_at = now()
              where organisation_id = (select id from organisation where slug = ${slug(booth)})`
    await sql`update product set state = 'draft' where slug = ${slug(product)}`
    const after = await readSitemap({ db }, { part: 1, perPart: 10_000 })
    const [goods] = await sql`select count(*)::int as count from product
                              where state = 'published' and slug <> ${slug(product)}
                                and organisation_id = (select id from organisation where slug = ${slug(booth)})`
    expect(after.total).toBe(all.total - 2 - goods?.count)
    const paths = after.entries.map(({ path }) => path)
    expect(paths).not.toContain(booth?.path)
    expect(paths).not.toContain(product?.path)
  })
})

describe('an empty product', () => {
  it('opens with nothing in it', async () => {
    const empty = await createTestDatabase()
    const { db } = empty.connection
    expect(await openHome({ db, now: NOW })).toEqual({ pavilions: [], booths: 0, shelf: [] })
    expect(await readSitemap({ db }, { part: 1, perPart: 10 })).toEqual({ entries: [], total: 0 })
    await empty.drop()
  })
})
