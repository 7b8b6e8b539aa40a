import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { rebuildSearch } from '../edition/rebuild-search.server'
import { AppError } from '../shared/app-error'
import { countTours } from './count-tours.server'
import { type Gathering, gatherBooths } from './gather-booths.server'
import { sheetVersion } from './sheet-version.server'

const { boothProfile, organisation, participation, product } = schema
let it: TestHall
let search: ReturnType<typeof openPostgresSearch>

beforeAll(async () => {
  it = await createTestHall()
  await fillTestHall(it)
  const { db } = it
  search = openPostgresSearch(db)
  const of = (slug: string) => eq(participation.organisationId, it.organisationId(slug))
  for (const slug of ['satu-4', 'dua-1', 'satu-9', 'satu-20'])
    await db
      .update(participation)
      .set({ award: 'Juara 1', awardSource: 'https://example.org' })
      .where(of(slug))
  await db.update(participation).set({ closedAt: new Date() }).where(of('satu-9'))
  await db
    .update(organisation)
    .set({ field: 'kerajinan' })
    .where(eq(organisation.id, it.organisationId('satu-7')))
  await db
    .update(product)
    .set({ name: { id: 'Keranjang bambu', en: 'Bamboo basket' } })
    .where(eq(product.slug, 'satu-7-0'))
  await rebuildSearch({ db, search, actor: { kind: 'system' }, now: it.context().now })
})
afterAll(() => it.database.drop())

const gather = (gathering: Gathering, most = 30) =>
  gatherBooths({ db: it.db, search }, { gathering, locale: 'id', most })
const slugs = async (gathering: Gathering, most = 30) =>
  (await gather(gathering, most)).booths.map(({ slug }) => slug)

describe('the booths of a choice', () => {
  test('those with an award, with their places and goods; a closed one is left out', async () => {
    const { booths, more, unanswered } = await gather({ by: 'award' })
    expect(booths.map(({ slug }) => slug).sort()).toEqual(['dua-1', 'satu-20', 'satu-4'])
    expect({ more, unanswered }).toEqual({ more: false, unanswered: false })
    expect(booths.find(({ slug }) => slug === 'dua-1')).toEqual({
      slug: 'dua-1',
      name: 'Al-Ittihad dua-1',
      nameArabic: 'الاتحاد',
      pavilion: 2,
      slot: 1,
      field: 'minuman',
      product: { id: 'Kopi 0', en: 'Coffee 0', ar: 'قهوة 0' },
      drawings: ['coffee.coal.clay.KOPI.0', 'coffee.coal.clay.KOPI.1', 'coffee.coal.clay.KOPI.2'],
      sheet: sheetVersion([0, 1, 2].map((position) => `coffee.coal.clay.KOPI.${position}`)),
      district: null,
      award: true,
      sample: true,
    })
  })

  test('a booth’s own sign and look come along; its name stays its name', async () => {
    const organisationId = it.organisationId('satu-20')
    await it.db
      .insert(boothProfile)
      .values({ organisationId, signLatin: 'Kopi Dua Puluh', motif: 'gumading', accent: '#f0c987' })
    const { booths } = await gather({ by: 'award' })
    expect(booths.find(({ slug }) => slug === 'satu-20')).toMatchObject({
      name: 'Al-Ittihad satu-20',
      sign: { latin: 'Kopi Dua Puluh' },
      look: { motif: 'gumading', accent: '#f0c987' },
    })
    const other = booths.find(({ slug }) => slug === 'satu-4')
    expect(other).not.toHaveProperty('sign')
    expect(other).not.toHaveProperty('look')
  })

  test('those of a field; of too many the same lot each time', async () => {
    expect(await slugs({ by: 'field', field: 'kerajinan' })).toEqual(['satu-7'])
    expect(await slugs({ by: 'field', field: 'elektronik' })).toEqual([])
    const drawn = await gather({ by: 'field', field: 'minuman' }, 10)
    expect(drawn.booths).toHaveLength(10)
    expect(drawn.more).toBe(true)
    expect(await gather({ by: 'field', field: 'minuman' }, 10)).toEqual(drawn)
    expect((await gather({ by: 'field', field: 'minuman' }, 31)).more).toBe(false)
  })

  test('a shelf in its order: booths, and those of products, each once; what is gone is left out', async () => {
    const kept = [
      { kind: 'product', slug: 'dua-0-3' },
      { kind: 'booth', slug: 'satu-2' },
      { kind: 'booth', slug: 'tiada' },
      { kind: 'product', slug: 'satu-2-1' },
      { kind: 'booth', slug: 'satu-9' },
      { kind: 'product', slug: 'satu-1-0' },
    ] as const
    expect(await slugs({ by: 'shelf', kept })).toEqual(['dua-0', 'satu-2', 'satu-1'])
    expect(await slugs({ by: 'shelf', kept: [] })).toEqual([])
  })

  test('what answers a need in the given order', async () => {
    const ids = ['dua-2', 'satu-5', 'satu-0'].map((slug) => it.organisationId(slug))
    expect(await slugs({ by: 'need', organisationIds: ids })).toEqual(['dua-2', 'satu-5', 'satu-0'])
  })

  test('a search finds booths by their goods and by their name, each once', async () => {
    expect(await slugs({ by: 'search', text: 'keranjang bambu' })).toEqual(['satu-7'])
    expect(await slugs({ by: 'search', text: 'dua' })).toContain('dua-0')
    expect(await slugs({ by: 'search', text: 'zzzzzz' })).toEqual([])
    const many = await gather({ by: 'search', text: 'kopi' }, 10)
    expect(new Set(many.booths.map(({ slug }) => slug)).size).toBe(10)
    expect(many.more).toBe(true)
  })

  test('a search engine that is away is said, not thrown', async () => {
    const away = {
      ...search,
      search: () => Promise.reject(new AppError('unavailable')),
    }
    expect(
      await gatherBooths(
        { db: it.db, search: away },
        { gathering: { by: 'search', text: 'kopi' }, locale: 'id', most: 5 },
      ),
    ).toEqual({ booths: [], more: false, unanswered: true })
  })

  test('each tour is announced with as many booths as it finds', async () => {
    // A booth in the hall that isn't a pesantren's.
    await it.addBooth('tamu', 2, 9)
    const guest = it.organisationId('tamu')
    await it.db.update(organisation).set({ kind: 'buyer' }).where(eq(organisation.id, guest))
    await it.db
      .update(participation)
      .set({ award: 'Juara 2', awardSource: 'https://example.org' })
      .where(eq(participation.organisationId, guest))
    const { fields, awarded } = await countTours(it.context())
    expect(fields.map(({ field }) => field).sort()).toEqual(['kerajinan', 'minuman'])
    for (const { field, booths } of fields)
      expect((await gather({ by: 'field', field }, 100)).booths, field).toHaveLength(booths)
    expect((await gather({ by: 'award' }, 100)).booths).toHaveLength(awarded)
  })

  test('one query however many there are, and a search besides where one is asked for', async () => {
    const cost = async (gathering: Gathering, most: number) =>
      (await it.counted(() => gather(gathering, most))).queries
    expect(await cost({ by: 'award' }, 30)).toBe(1)
    expect(await cost({ by: 'field', field: 'minuman' }, 2)).toBe(1)
    expect(await cost({ by: 'field', field: 'minuman' }, 30)).toBe(1)
    const kept = Array.from({ length: 30 }, (_, i) => ({ kind: 'booth' as const, slug: `satu-${i}` }))
    expect(await cost({ by: 'shelf', kept }, 24)).toBe(1)
    const few = await cost({ by: 'search', text: 'keranjang' }, 24)
    expect(await cost({ by: 'search', text: 'kopi' }, 24)).toBe(few)
  })
})
