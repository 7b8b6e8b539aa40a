import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { openHall } from './open-hall.server'
import { readManifest } from './read-manifest.server'
import { readShard } from './read-shard.server'
import { sheetVersion } from './sheet-version.server'

const { boothProfile, edition, organisation, participation, product } = schema
const anywhere = { pavilion: null, page: null, at: null, booth: null }

let it: TestHall
beforeAll(async () => {
  it = await createTestHall()
  expect(await readManifest(it.context())).toBeNull()
  await fillTestHall(it)
})
afterAll(() => it.database.drop())

async function versions(): Promise<Record<number, string>> {
  const manifest = await readManifest(it.context())
  return Object.fromEntries(manifest?.pavilions.map(({ number, version }) => [number, version]) ?? [])
}

describe('the shards', () => {
  test('the manifest says everything in one query, and answers others for a second', async () => {
    const now = it.context()
    const { result: manifest, queries } = await it.counted(() => readManifest(now))
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
    expect((await it.counted(() => readManifest(soon))).queries).toBe(0)
  })

  test('a shard has the version of the manifest; the second reader of a second gets it from memory', async () => {
    const address = { edition: 'aula', pavilion: 2, version: (await versions())[2] ?? '' }
    const now = it.context()
    const first = await it.counted(() => readShard(now, address))
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
      sheet: sheetVersion([0, 1, 2].map((position) => `coffee.coal.clay.KOPI.${position}`)),
      award: false,
      sample: true,
      closed: false,
    })
    const soon = { ...now, now: new Date(now.now.getTime() + 900) }
    const second = await it.counted(() => readShard(soon, address))
    expect(second.queries).toBe(0)
    expect(second.result.shard).toBe(first.result.shard)
    // Read anew and found unchanged it is the same object: compressed once.
    const later = await it.counted(() => readShard(it.context(), address))
    expect(later.queries).toBe(1)
    expect(later.result.shard).toBe(first.result.shard)
  })

  test('invented versions cost one query together, whenever they come within a second', async () => {
    const now = it.context()
    const address = (version: number) => ({ edition: 'aula', pavilion: 2, version: `${version}` })
    const many = Array.from({ length: 50 }, (_, version) => version)
    const { queries, result } = await it.counted(async () => {
      const found = await Promise.all(many.map((version) => readShard(now, address(version))))
      const soon = { ...now, now: new Date(now.now.getTime() + 900) }
      return [...found, await readShard(soon, address(51))]
    })
    expect(queries).toBe(1)
    expect(result.every(({ asAddressed }) => !asAddressed)).toBe(true)
  })

  test('an empty pavilion is a shard too', async () => {
    const found = await readShard(it.context(), { edition: 'aula', pavilion: 3, version: 'empty' })
    expect(found).toEqual({ asAddressed: true, shard: { pavilion: 3, version: 'empty', booths: [] } })
  })

  test.each([
    { edition: 'aula', pavilion: 9, version: 'x' },
    { edition: 'lain', pavilion: 1, version: 'x' },
  ])('no shard for $edition/$pavilion', async (address) => {
    await expect(readShard(it.context(), address)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('no shard of an edition that is not open', async () => {
    const { db } = it
    const inTheHall = { edition: 'aula', pavilion: 1, version: 'x' }
    await db.update(edition).set({ isOpen: false }).where(eq(edition.id, it.editionId))
    await expect(readShard(it.context(), inTheHall)).rejects.toMatchObject({ code: 'not-found' })
    await db.update(edition).set({ isOpen: true }).where(eq(edition.id, it.editionId))
    expect((await readShard(it.context(), inTheHall)).shard.booths).toHaveLength(30)
  })

  test('every change of what the hall shows changes its pavilion and no other', async () => {
    const { db } = it
    const dua = it.organisationId('dua-1')
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
      'its sign says something else than its name': () =>
        db.insert(boothProfile).values({ organisationId: dua, signLatin: 'Kopi Iman', signArabic: 'قهوة' }),
      'it takes a motif and a colour of its own': () =>
        db
          .update(boothProfile)
          .set({ motif: 'gumading', colour: '#5a1f2a' })
          .where(eq(boothProfile.organisationId, dua)),
      'an award is given': () =>
        db
          .update(participation)
          .set({ award: 'Juara provinsi', awardYear: 2026, awardSource: 'Contoh' })
          .where(ofBooth),
      'the booth closes': () => db.update(participation).set({ closedAt: it.context().now }).where(ofBooth),
      'a booth joins': () => it.addBooth('dua-3', 2, 3, 0),
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
    const { shard } = await readShard(it.context(), { edition: 'aula', pavilion: 2, version: 'x' })
    expect(shard.booths.find(({ slug }) => slug === 'dua-1')).toMatchObject({
      name: 'Kopi Iman',
      nameArabic: 'قهوة',
      look: { motif: 'gumading', colour: '#5a1f2a' },
    })
    expect(shard.booths.find(({ slug }) => slug === 'dua-0')).not.toHaveProperty('look')
    // What the hall doesn't show changes nothing.
    await db
      .update(boothProfile)
      .set({ address: 'Jalan Raya 1', videoUrl: 'https://youtu.be/1' })
      .where(eq(boothProfile.organisationId, dua))
    await db
      .update(product)
      .set({ stock: 12, updatedAt: it.context().now })
      .where(eq(product.slug, 'dua-0-0'))
    expect(await versions()).toEqual(before)
  })

  test('a closed booth keeps its place in the shard and leaves the list', async () => {
    const { db } = it
    await db
      .update(participation)
      .set({ closedAt: it.context().now })
      .where(eq(participation.organisationId, it.organisationId('satu-4')))
    const { shard } = await readShard(it.context(), { edition: 'aula', pavilion: 1, version: 'old' })
    expect(shard.booths.find((booth) => booth.slug === 'satu-4')).toMatchObject({
      slot: 4,
      closed: true,
      product: null,
      drawings: [],
      sheet: null,
    })
    const before = await versions()
    await db.update(product).set({ drawing: 'tea.leaf.mint.TEH.1' }).where(eq(product.slug, 'satu-4-0'))
    expect(await versions()).toEqual(before)
    const hall = await openHall(it.context(), { locale: 'id', query: { ...anywhere, pavilion: 1 } })
    expect(hall?.booths.map((booth) => booth.slug)).not.toContain('satu-4')
    expect(hall?.total).toBe(29)
    const closed = await openHall(it.context(), { locale: 'id', query: { ...anywhere, booth: 'satu-4' } })
    expect(closed?.target).toBeNull()
    // A link to it still leads to its pavilion, and says what it made.
    expect(closed?.pavilion).toBe(1)
    expect(closed?.closed).toEqual({
      slug: 'satu-4',
      pavilion: 1,
      slot: 4,
      name: 'Al-Ittihad satu-4',
      field: 'minuman',
    })
  })

  test('an outdated address is answered with what is true now, and never as what it names', async () => {
    const { db } = it
    const changes = {
      'a booth is renamed': () =>
        db
          .update(organisation)
          .set({ name: 'Nama baru' })
          .where(eq(organisation.id, it.organisationId('satu-0'))),
      'a product is hidden': () =>
        db.update(product).set({ state: 'hidden' }).where(eq(product.slug, 'satu-0-0')),
      'a booth closes': () =>
        db
          .update(participation)
          .set({ closedAt: it.context().now })
          .where(eq(participation.organisationId, it.organisationId('satu-0'))),
    }
    for (const [change, make] of Object.entries(changes)) {
      const address = { edition: 'aula', pavilion: 1, version: (await versions())[1] ?? '' }
      const before = await readShard(it.context(), address)
      expect(before.asAddressed, change).toBe(true)
      await make()
      const after = await readShard(it.context(), address)
      expect(after, change).toMatchObject({ asAddressed: false, shard: { version: (await versions())[1] } })
      expect(after.shard.booths[0], change).not.toEqual(before.shard.booths[0])
    }
    const { shard } = await readShard(it.context(), { edition: 'aula', pavilion: 1, version: 'x' })
    expect(shard.booths[0]).toMatchObject({ name: 'Nama baru', closed: true, drawings: [] })
  })
})
