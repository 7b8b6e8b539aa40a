import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { BOOTHS_A_PAGE, openHall } from './open-hall.server'
import { readManifest } from './read-manifest.server'
import { readShard } from './read-shard.server'

const { edition, organisation, participation, pavilion, product, province, regency } = schema

let database: TestDatabase
let queries = 0
let clock = Date.parse('2026-11-22T03:00:00Z')
const editionId = newId()
const organisations = new Map<string, string>()

/** Every call is a later moment, so that nothing that was read a second ago answers. */
const context = () => {
  clock += 60_000
  return { db: database.connection.db, now: new Date(clock) }
}
const anywhere = { pavilion: null, page: null, at: null, booth: null }

async function counted<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  queries = 0
  const result = await work()
  return { result, queries }
}

async function addBooth(slug: string, number: number, slot: number, goods = 2): Promise<void> {
  const { db } = database.connection
  const id = newId()
  organisations.set(slug, id)
  await db.insert(organisation).values({
    id,
    kind: 'pesantren',
    slug,
    name: `Al-Ittihad ${slug}`,
    nameArabic: 'الاتحاد',
    regencyCode: `320${number}`,
    field: 'minuman',
    isSample: true,
  })
  await db
    .insert(participation)
    .values({ id: newId(), editionId, organisationId: id, pavilionNumber: number, slot, isSample: true })
  if (goods === 0) return
  await db.insert(product).values(
    Array.from({ length: goods }, (_, position) => ({
      id: newId(),
      organisationId: id,
      slug: `${slug}-${position}`,
      state: 'published' as const,
      position,
      name: { id: `Kopi ${position}`, en: `Coffee ${position}`, ar: `قهوة ${position}` },
      field: 'minuman' as const,
      kind: 'coffee',
      drawing: `coffee.coal.clay.KOPI.${position}`,
      unit: 'kg' as const,
      isSample: true,
    })),
  )
}

async function versions(): Promise<Record<number, string>> {
  const manifest = await readManifest(context())
  return Object.fromEntries(manifest?.pavilions.map(({ number, version }) => [number, version]) ?? [])
}

const organisationId = (slug: string) => organisations.get(slug) ?? ''

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: () => queries++ })
  const { db } = database.connection
  expect(await openHall(context(), { locale: 'id', query: anywhere })).toBeNull()
  expect(await readManifest(context())).toBeNull()

  await db.insert(province).values({ code: '32', name: 'Jawa Barat' })
  await db.insert(regency).values([
    { code: '3201', provinceCode: '32', kind: 'kabupaten', name: 'Bogor' },
    { code: '3202', provinceCode: '32', kind: 'kabupaten', name: 'Sukabumi' },
    { code: '3203', provinceCode: '32', kind: 'kabupaten', name: 'Cianjur' },
  ])
  await db.insert(edition).values({
    id: editionId,
    slug: 'aula',
    name: { id: 'Aula sepanjang tahun', en: 'All-year hall' },
    provinceCode: '32',
    startsOn: '2026-01-01',
    isOpen: true,
  })
  await db.insert(pavilion).values(
    [1, 2, 3].map((number) => ({
      editionId,
      number,
      regencyCode: `320${number}`,
      slotCount: 60,
      motif: 'megamendung',
      roof: 'julang-ngapak',
      colour: '#35234d',
      accent: '#e3ae55',
    })),
  )
  for (let slot = 0; slot < 30; slot++) await addBooth(`satu-${slot}`, 1, slot)
  for (let slot = 0; slot < 3; slot++) await addBooth(`dua-${slot}`, 2, slot, 5)
})
afterAll(() => database.drop())

describe('the hall', () => {
  test('lists pavilions with their booths and one page of booths, in two queries', async () => {
    const { result: hall, queries } = await counted(() =>
      openHall(context(), { locale: 'ar', query: anywhere }),
    )
    expect(queries).toBe(2)
    expect(hall?.edition).toEqual({ slug: 'aula', name: 'All-year hall' })
    expect(hall?.pavilions.map((entry) => [entry.number, entry.regencyName, entry.boothCount])).toEqual([
      [1, 'Bogor', 30],
      [2, 'Sukabumi', 3],
      [3, 'Cianjur', 0],
    ])
    expect(hall).toMatchObject({ pavilion: null, total: 33, page: 1, pages: 2, target: null })
    expect(hall?.booths).toHaveLength(BOOTHS_A_PAGE)
    expect(hall?.booths[0]).toEqual({
      slug: 'satu-0',
      name: 'Al-Ittihad satu-0',
      nameArabic: 'الاتحاد',
      pavilion: 1,
      slot: 0,
      product: { text: 'قهوة 0', lang: 'ar' },
      drawing: 'coffee.coal.clay.KOPI.0',
      district: null,
      award: false,
      sample: true,
    })
  })

  test('lists one pavilion, also an empty one, and pages stop at the last', async () => {
    const second = await openHall(context(), { locale: 'id', query: { ...anywhere, pavilion: 2 } })
    expect(second?.booths.map((booth) => booth.slug)).toEqual(['dua-0', 'dua-1', 'dua-2'])
    expect(second?.total).toBe(3)
    const third = await openHall(context(), { locale: 'id', query: { ...anywhere, pavilion: 3, page: 7 } })
    expect(third).toMatchObject({ booths: [], total: 0, page: 1, pages: 1 })
    const last = await openHall(context(), { locale: 'id', query: { ...anywhere, page: 99 } })
    expect(last).toMatchObject({ page: 2, pages: 2 })
    expect(last?.booths.at(-1)?.slug).toBe('dua-2')
  })

  test('a pavilion that is not in the hall is not found', async () => {
    await expect(
      openHall(context(), { locale: 'id', query: { ...anywhere, pavilion: 4 } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a booth to be seen brings its pavilion and its page; an unknown one nothing', async () => {
    const { result: hall, queries } = await counted(() =>
      openHall(context(), { locale: 'id', query: { ...anywhere, booth: 'satu-27' } }),
    )
    expect(queries).toBe(3)
    expect(hall).toMatchObject({
      pavilion: 1,
      page: 2,
      target: { slug: 'satu-27', pavilion: 1, slot: 27 },
    })
    expect(hall?.booths.map((booth) => booth.slug)).toContain('satu-27')
    const unknown = await openHall(context(), { locale: 'id', query: { ...anywhere, booth: 'tiada' } })
    expect(unknown).toMatchObject({ pavilion: null, page: 1, target: null })
  })
})

describe('the shards', () => {
  test('the manifest says everything in one query, and answers others for a second', async () => {
    const now = context()
    const { result: manifest, queries } = await counted(() => readManifest(now))
    expect(queries).toBe(1)
    expect(manifest?.edition).toBe('aula')
    expect(manifest?.pavilions[1]).toEqual({
      number: 2,
      regencyCode: '3202',
      regencyName: 'Sukabumi',
      regencyKind: 'kabupaten',
      slotCount: 60,
      boothCount: 3,
      motif: 'megamendung',
      roof: 'julang-ngapak',
      colour: '#35234d',
      accent: '#e3ae55',
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    expect(manifest?.pavilions[2]?.version).toBe('empty')
    const soon = { ...now, now: new Date(now.now.getTime() + 900) }
    expect((await counted(() => readManifest(soon))).queries).toBe(0)
  })

  test('a shard has the version of the manifest; the second reader gets it from memory', async () => {
    const address = { edition: 'aula', pavilion: 2, version: (await versions())[2] ?? '' }
    const first = await counted(() => readShard(context(), address))
    expect(first.queries).toBe(1)
    expect(first.result).toMatchObject({ asAddressed: true, shard: { version: address.version } })
    expect(first.result.shard.booths[0]).toEqual({
      slot: 0,
      slug: 'dua-0',
      name: 'Al-Ittihad dua-0',
      nameArabic: 'الاتحاد',
      field: 'minuman',
      product: { id: 'Kopi 0', en: 'Coffee 0', ar: 'قهوة 0' },
      drawings: [0, 1, 2].map((position) => `coffee.coal.clay.KOPI.${position}`),
      award: false,
      sample: true,
      closed: false,
    })
    const second = await counted(() => readShard(context(), address))
    expect(second.queries).toBe(0)
    expect(second.result.shard).toBe(first.result.shard)
  })

  test('an empty pavilion is a shard too', async () => {
    const found = await readShard(context(), { edition: 'aula', pavilion: 3, version: 'empty' })
    expect(found).toEqual({ asAddressed: true, shard: { pavilion: 3, version: 'empty', booths: [] } })
  })

  test.each([
    { edition: 'aula', pavilion: 9, version: 'x' },
    { edition: 'lain', pavilion: 1, version: 'x' },
  ])('no shard for $edition/$pavilion', async (address) => {
    await expect(readShard(context(), address)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('every change of what the hall shows changes its pavilion and no other', async () => {
    const { db } = database.connection
    const dua = organisationId('dua-1')
    const ofBooth = eq(participation.organisationId, dua)
    const changes: Record<string, () => Promise<unknown>> = {
      'a product is renamed': () =>
        db
          .update(product)
          .set({ name: { id: 'Teh' } })
          .where(eq(product.slug, 'dua-1-0')),
      'a drawing changes': () =>
        db.update(product).set({ drawing: 'tea.leaf.mint.TEH.1' }).where(eq(product.slug, 'dua-1-1')),
      'a product is hidden': () =>
        db.update(product).set({ state: 'hidden' }).where(eq(product.slug, 'dua-1-1')),
      'the shelf is reordered': () =>
        db.update(product).set({ position: 9 }).where(eq(product.slug, 'dua-1-0')),
      'a product is deleted': () => db.delete(product).where(eq(product.slug, 'dua-1-2')),
      'the booth is renamed': () =>
        db.update(organisation).set({ name: 'Nurul Iman' }).where(eq(organisation.id, dua)),
      'an award is given': () =>
        db
          .update(participation)
          .set({ award: 'Juara provinsi', awardYear: 2026, awardSource: 'Contoh' })
          .where(ofBooth),
      'the booth closes': () =>
        db
          .update(participation)
          .set({ closedAt: new Date(clock) })
          .where(ofBooth),
      'a booth joins': () => addBooth('dua-3', 2, 3, 0),
    }
    const seen = new Set<string>()
    let before = await versions()
    for (const [change, make] of Object.entries(changes)) {
      await make()
      const after = await versions()
      expect(after[2], change).not.toBe(before[2])
      expect(after[1], change).toBe(before[1])
      expect(seen, change).not.toContain(after[2])
      seen.add(after[2] ?? '')
      before = after
    }
    // What the hall doesn't show changes nothing.
    await db
      .update(product)
      .set({ stock: 12, updatedAt: new Date(clock) })
      .where(eq(product.slug, 'dua-0-0'))
    expect(await versions()).toEqual(before)
  })

  test('a closed booth keeps its place in the shard and leaves the list', async () => {
    const { db } = database.connection
    await db
      .update(participation)
      .set({ closedAt: new Date(clock) })
      .where(eq(participation.organisationId, organisationId('satu-4')))
    const { shard } = await readShard(context(), { edition: 'aula', pavilion: 1, version: 'old' })
    expect(shard.booths.find((booth) => booth.slug === 'satu-4')).toMatchObject({ slot: 4, closed: true })
    const hall = await openHall(context(), { locale: 'id', query: { ...anywhere, pavilion: 1 } })
    expect(hall?.booths.map((booth) => booth.slug)).not.toContain('satu-4')
    expect(hall?.total).toBe(29)
    const closed = await openHall(context(), { locale: 'id', query: { ...anywhere, booth: 'satu-4' } })
    expect(closed?.target).toBeNull()
  })

  test('an outdated address never carries other content as its own', async () => {
    const { db } = database.connection
    const old = (await versions())[1] ?? ''
    const { shard: oldShard } = await readShard(context(), { edition: 'aula', pavilion: 1, version: old })
    await db
      .update(organisation)
      .set({ name: 'Nama baru' })
      .where(eq(organisation.id, organisationId('satu-0')))
    const current = (await versions())[1] ?? ''
    expect(current).not.toBe(old)
    // Known versions stay what they were; unknown ones are answered with what is true now, and say so.
    expect((await readShard(context(), { edition: 'aula', pavilion: 1, version: old })).shard).toBe(oldShard)
    const unknown = await readShard(context(), { edition: 'aula', pavilion: 1, version: 'f'.repeat(16) })
    expect(unknown).toMatchObject({ asAddressed: false, shard: { version: current } })
    expect(unknown.shard.booths[0]?.name).toBe('Nama baru')
  })

  test('ten times the booths take no more queries', async () => {
    const { db } = database.connection
    await db.execute(sql`
      with made as (
        insert into organisation (id, kind, slug, name, regency_code, is_sample)
        select gen_random_uuid(), 'pesantren', 'banyak-' || i, 'Banyak ' || i, '3203', true
        from generate_series(0, 329) i returning id, substr(slug, 8)::int as slot
      ), placed as (
        insert into participation (id, edition_id, organisation_id, pavilion_number, slot)
        select gen_random_uuid(), ${editionId}, id, 3, slot from made returning organisation_id
      )
      insert into product (id, organisation_id, slug, state, name, field, kind, drawing, unit)
      select gen_random_uuid(), m.id, 'banyak-' || m.slot || '-' || k, 'published', '{"id":"Teh"}', 'minuman', 'tea', 'tea.leaf.mint.TEH.1', 'kg'
      from made m, generate_series(1, 3) k`)
    const hall = await counted(() => openHall(context(), { locale: 'id', query: anywhere }))
    expect(hall.queries).toBe(2)
    expect(hall.result?.total).toBeGreaterThan(330)
    expect((await counted(() => readManifest(context()))).queries).toBe(1)
    const shard = await counted(() => readShard(context(), { edition: 'aula', pavilion: 3, version: 'x' }))
    expect(shard.queries).toBe(1)
    expect(shard.result.shard.booths).toHaveLength(330)
  })
})
