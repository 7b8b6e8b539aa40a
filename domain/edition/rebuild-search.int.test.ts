import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { noStorage } from '~/test/setup/test-storage'
import { reindexBooth } from '../booth/reindex-booth.server'
import { findProducts } from '../product/find-products.server'
import { reindexProduct } from '../product/reindex-product.server'
import { parseSearchRequest } from '../product/search-query.schema'
import type { Context } from '../shared/context'
import { newId } from '../shared/ids'
import { rebuildSearch } from './rebuild-search.server'

const now = new Date('2026-11-22T03:00:00Z')
let database: TestDatabase
let context: Context
const queries: string[] = []

const open = { id: newId(), slug: 'sepanjang-tahun', isOpen: true }
const over = { id: newId(), slug: 'lampau', isOpen: false }

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  const { db } = database.connection
  context = { db, search: openPostgresSearch(db), storage: noStorage, actor: { kind: 'system' }, now, newId }
  await db.insert(schema.province).values({ code: '32', name: 'Jawa Barat' })
  await db.insert(schema.regency).values([
    { code: '3205', provinceCode: '32', kind: 'kabupaten', name: 'Garut' },
    { code: '3273', provinceCode: '32', kind: 'kota', name: 'Bandung' },
  ])
  await db.insert(schema.district).values({ code: '320501', regencyCode: '3205', name: 'Cikajang' })
  for (const edition of [open, over]) {
    await db
      .insert(schema.edition)
      .values({ ...edition, name: { id: edition.slug }, provinceCode: '32', startsOn: '2026-01-01' })
    await db.insert(schema.pavilion).values({
      editionId: edition.id,
      number: 1,
      regencyCode: '3205',
      slotCount: 100,
      motif: 'kawung',
      roof: 'julang-ngapak',
      colour: '#123456',
      accent: '#abcdef',
    })
  }
})
afterAll(() => database.drop())

let slot = 0

/** A booth that stands open in the open edition with one published product, changed as the test needs. */
async function addBooth(
  name: string,
  {
    organisation = {},
    participation = {},
    product = {},
  }: {
    organisation?: Partial<typeof schema.organisation.$inferInsert>
    participation?: Partial<typeof schema.participation.$inferInsert>
    product?: Partial<typeof schema.product.$inferInsert>
  } = {},
) {
  const { db } = context
  const organisationId = newId()
  const productId = newId()
  slot += 1
  await db.insert(schema.organisation).values({
    id: organisationId,
    kind: 'pesantren',
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    regencyCode: '3205',
    districtCode: '320501',
    ...organisation,
  })
  await db
    .insert(schema.participation)
    .values({ id: newId(), editionId: open.id, organisationId, pavilionNumber: 1, slot, ...participation })
  await db.insert(schema.product).values({
    id: productId,
    organisationId,
    slug: `kopi-${name.toLowerCase().replaceAll(' ', '-')}`,
    state: 'published',
    name: { id: `Kopi ${name}` },
    field: 'minuman',
    kind: 'coffee',
    drawing: 'coffee.coal.clay.KOPI.3',
    unit: 'kg',
    ...product,
  })
  return { organisationId, productId }
}

const find = async (address: string) =>
  findProducts(context, { request: parseSearchRequest(new URLSearchParams(address)), locale: 'id' })
const found = async (address = 'kind=all') =>
  (await find(address)).hits.map((hit) => hit.document.slug).sort()

beforeEach(async () => {
  const { db } = context
  for (const table of ['certificate', 'priceTier', 'product', 'participation', 'organisation'] as const) {
    await db.delete(schema[table])
  }
  await rebuildSearch(context)
})

describe('rebuilding the search index', () => {
  it('finds published products of booths that stand open, and those booths; nothing else', async () => {
    await addBooth('Terbuka')
    for (const state of ['draft', 'hidden', 'archived'] as const) {
      await addBooth(`Produk ${state}`, { product: { state } })
    }
    await addBooth('Tutup', { participation: { closedAt: now } })
    await addBooth('Lampau', { participation: { editionId: over.id } })
    await addBooth('Sejarah', { participation: { pavilionNumber: null, slot: null } })
    const told: number[] = []
    const result = await rebuildSearch(context, { onProgress: (documents) => told.push(documents) })
    expect(result).toEqual({ documents: 5 })
    expect(told).toEqual([4, 5])
    expect(await found()).toEqual([
      'kopi-terbuka',
      'produk-archived',
      'produk-draft',
      'produk-hidden',
      'terbuka',
    ])
  })

  it('reads prices, papers and drawings of the right rows', async () => {
    const { db } = context
    const { organisationId, productId } = await addBooth('Lengkap', {
      product: { monthlyCapacity: 500, promisedCapacity: 120 },
      organisation: { hasExported: true, isSample: true },
    })
    const other = await addBooth('Lain', { organisation: { regencyCode: '3273', districtCode: null } })
    await db.insert(schema.priceTier).values([
      { productId, minimumQuantity: 1, unitPriceMinor: 90_000_00 },
      { productId, minimumQuantity: 50, unitPriceMinor: 80_000_00 },
      { productId: other.productId, minimumQuantity: 1, unitPriceMinor: 1_000_00 },
    ])
    const paper = { id: newId(), organisationId, state: 'declared' as const }
    await db.insert(schema.certificate).values([
      { ...paper, kind: 'nib' },
      { ...paper, id: newId(), productId, kind: 'halal', state: 'verified', verifiedAt: now },
      { ...paper, id: newId(), productId, kind: 'sni', expiresOn: '2026-11-21' },
      { ...paper, id: newId(), organisationId: other.organisationId, kind: 'pirt' },
    ])
    await rebuildSearch(context)
    const { hits, facets, regencies } = await find('q=kopi')
    expect(hits.find((hit) => hit.document.id === productId)?.document).toMatchObject({
      priceMinor: 8_000_000,
      priceMaxMinor: 9_000_000,
      freeCapacity: 380,
      certifications: ['halal-verified', 'halal', 'nib'],
      hasExported: true,
      isSample: true,
      regencyName: 'Garut',
      districtName: 'Cikajang',
    })
    expect(hits.find((hit) => hit.document.id === other.productId)?.document).toMatchObject({
      priceMinor: 100_000,
      certifications: ['pirt-bpom'],
      regencyName: 'Kota Bandung',
    })
    expect(facets.regency).toHaveLength(2)
    expect(regencies).toEqual({
      '3205': { kind: 'kabupaten', name: 'Garut' },
      '3273': { kind: 'kota', name: 'Bandung' },
    })
    const [booth] = (await find('kind=booth&q=lengkap')).hits
    expect(booth?.document).toMatchObject({
      certifications: ['halal-verified', 'halal', 'nib'],
      drawings: ['coffee.coal.clay.KOPI.3'],
    })
  })

  it('is for the system only', async () => {
    const visitor: Context = { ...context, actor: { kind: 'visitor' } }
    await expect(rebuildSearch(visitor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reindexProduct(visitor, { productId: newId() })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reindexBooth(visitor, { organisationId: newId() })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('after a change', () => {
  it('a product is found by what it is now, and not when it is hidden or deleted; replay is harmless', async () => {
    const { db } = context
    const { productId } = await addBooth('Berubah')
    const reindex = () => reindexProduct(context, { productId })
    await reindex()
    await reindex()
    expect(await found('q=kopi')).toEqual(['kopi-berubah'])
    const set = (values: Partial<typeof schema.product.$inferInsert>) =>
      db.update(schema.product).set(values).where(eq(schema.product.id, productId))
    await set({ name: { id: 'Teh hijau' }, kind: 'tea' })
    await reindex()
    expect(await found('q=kopi')).toEqual([])
    expect(await found('q=hijau')).toEqual(['kopi-berubah'])
    await set({ state: 'hidden' })
    await reindex()
    expect(await found()).toEqual([])
    await set({ state: 'published' })
    await reindex()
    await db.delete(schema.product).where(eq(schema.product.id, productId))
    await reindex()
    await reindex()
    expect(await found()).toEqual([])
  })

  it('a booth carries its products along: renamed, closed, opened again', async () => {
    const { db } = context
    const { organisationId } = await addBooth('Awal')
    await addBooth('Tetap')
    await rebuildSearch(context)
    const reindex = () => reindexBooth(context, { organisationId })
    await db
      .update(schema.organisation)
      .set({ name: 'Miftahul Falah', nameArabic: 'مفتاح الفلاح' })
      .where(eq(schema.organisation.id, organisationId))
    await reindex()
    expect(await found('kind=all&q=miftahul')).toEqual(['awal', 'kopi-awal'])
    expect(await found('kind=booth&q=مفتاح')).toEqual(['awal'])
    const close = (closedAt: Date | null) =>
      db
        .update(schema.participation)
        .set({ closedAt })
        .where(eq(schema.participation.organisationId, organisationId))
    await close(now)
    await reindex()
    await reindex()
    expect(await found()).toEqual(['kopi-tetap', 'tetap'])
    await close(null)
    await reindex()
    expect(await found()).toEqual(['awal', 'kopi-awal', 'kopi-tetap', 'tetap'])
  })
})

describe('finding products', () => {
  it('takes two queries, whatever the number of rows', async () => {
    const count = async () => {
      queries.length = 0
      await find('q=kopi&region=3205&paper=halal&price=1')
      return queries.length
    }
    await addBooth('Satu')
    await rebuildSearch(context)
    expect(await count()).toBe(2)
    for (let more = 0; more < 30; more += 1) await addBooth(`Banyak ${more}`)
    await rebuildSearch(context)
    expect(await count()).toBe(2)
    const { total, perPage, pages, hits, booths } = await find('q=kopi')
    expect({ total, perPage, pages, hits: hits.length, booths }).toEqual({
      total: 31,
      perPage: 24,
      pages: 2,
      hits: 24,
      booths: 31,
    })
  })
})
