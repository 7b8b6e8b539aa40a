import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { drawSheet } from './draw-sheet.server'
import { gatherBooths } from './gather-booths.server'
import { readManifest } from './read-manifest.server'
import { readShard } from './read-shard.server'
import { readSheet } from './read-sheet.server'

let database: TestDatabase
let base: Context
let clock = Date.parse('2026-11-22T03:00:00Z')
const later = (): Context => {
  clock += 5_000
  return { ...base, now: new Date(clock) }
}

beforeAll(async () => {
  database = await createTestDatabase()
  base = visitorContext(database)
})
afterAll(() => database.drop())

it('a product’s first photograph takes the place of its drawing on the booth’s sheet, and every version tells', async () => {
  const { db } = database.connection
  const hall = await openSmallHall(database)
  const organisationId = await hall.booth('al-hikmah', 1)
  const productId = await hall.product(organisationId, 'madu')
  const read = async () => {
    const sheet = await readSheet(later(), { slug: 'al-hikmah' })
    const manifest = await readManifest(later())
    const { shard } = await readShard(later(), { edition: 'all-year', pavilion: 1, version: 'any' })
    if (sheet.kind !== 'found') throw new Error('no sheet')
    const [booth] = shard.booths
    expect(booth?.sheet).toBe(sheet.version)
    expect(shard.version).toBe(manifest?.pavilions[0]?.version)
    return { sheet, booth, version: shard.version }
  }
  const drawn = await read()

  const photo = (position: number, hash: string, more: Partial<typeof schema.photo.$inferInsert> = {}) => ({
    id: newId(),
    organisationId,
    productId,
    position,
    state: 'ready' as const,
    hash: hash.repeat(64),
    masterHash: hash.repeat(64),
    width: 640,
    height: 427,
    ...more,
  })
  await db.insert(schema.photo).values([
    photo(0, 'a', { removedAt: new Date() }),
    photo(1, 'b', { state: 'waiting', hash: null, masterHash: null }),
    // Of the booth itself, not of its goods.
    photo(0, 'c', { productId: null }),
  ])
  expect((await read()).version).toBe(drawn.version)

  await db.insert(schema.photo).values([photo(3, 'd'), photo(2, 'e')])
  const red = await sharp({ create: { width: 320, height: 213, channels: 3, background: '#c00000' } })
    .webp()
    .toBuffer()
  await base.storage.put(`photos/${'e'.repeat(64)}/320.webp`, { body: red, contentType: 'image/webp' })
  const shown = await read()
  expect(shown.version).not.toBe(drawn.version)
  expect(shown.sheet.version).not.toBe(drawn.sheet.version)
  expect(shown.booth?.drawings).toEqual(['photo'])
  // The lists beside the hall and of one's own aisle show the same one.
  expect(drawn.booth).not.toHaveProperty('photo')
  const photograph = { hash: 'e'.repeat(64), width: 640, height: 427 }
  expect(shown.booth?.photo).toEqual(photograph)
  const gathering = { by: 'shelf', kept: [{ kind: 'booth', slug: 'al-hikmah' }] } as const
  const { booths } = await gatherBooths(later(), { gathering, locale: 'en', most: 24 })
  expect(booths.map((booth) => [booth.drawings, booth.photo])).toEqual([[['photo'], photograph]])
  const png = await drawSheet(await shown.sheet.sources())
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4),
  ]
  const [r = 0, g = 255, b = 255, a] = at(96, 96)
  expect(r).toBeGreaterThan(180)
  expect(g + b).toBeLessThan(20)
  expect(a).toBe(255)
  expect(at(240, 40)[3]).toBe(0)
}, 30_000)

it('a booth that waits to be published has its sheet for its own people and the organiser alone', async () => {
  const { db } = database.connection
  const organisationId = newId()
  await db.insert(schema.organisation).values({
    id: organisationId,
    kind: 'pesantren',
    slug: 'baru',
    name: 'Baru',
    boothState: 'making',
  })
  await db.insert(schema.product).values({
    id: newId(),
    organisationId,
    slug: 'madu-baru',
    state: 'published',
    name: { id: 'Madu' },
    field: 'pertanian',
    kind: 'honey',
    drawing: 'honey.indigo.sand.MADU.0',
    unit: 'jar',
  })
  const read = (actor: Actor) => readSheet(contextOf(base, actor), { slug: 'baru' })
  for (const actor of [actorFor(organisationId, 'pesantren'), actorFor(newId(), 'organiser')])
    expect(await read(actor)).toMatchObject({ kind: 'found', isPrivate: true })
  for (const actor of [
    { kind: 'visitor' } as const,
    actorFor(newId(), 'pesantren'),
    actorFor(newId(), 'buyer'),
    actorFor(newId(), 'organiser', { isSample: true }),
  ])
    expect(await read(actor)).toEqual({ kind: 'none' })
})
