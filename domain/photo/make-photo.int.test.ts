import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import type { Storage } from '~/integrations/storage/storage'
import { actorFor, addPerson, contextOf } from '~/test/setup/actors'
import { blackPng, phonePhoto, SCRIPTED_SVG, ZIP } from '~/test/setup/hostile-files'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { testStorage } from '~/test/setup/test-storage'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { cropPhoto } from './crop-photo.server'
import { describePhoto } from './describe-photo.server'
import { listOwnPhotos } from './list-own-photos.server'
import { makePhoto } from './make-photo.server'
import { readWholePhoto } from './read-whole-photo.server'
import { receivePhoto } from './receive-photo.server'
import { removePhoto } from './remove-photo.server'
import { reorderPhotos } from './reorder-photos.server'
import { restorePhoto } from './restore-photo.server'

let database: TestDatabase
let base: Context
let owner: Actor
let other: Actor
let organisationId: string
let productId: string
let photograph: Buffer

beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  organisationId = await hall.booth('al-hikmah', 1)
  productId = await hall.product(organisationId, 'kopi')
  owner = await addPerson(database, organisationId, 'pesantren')
  other = await addPerson(database, await hall.booth('lain', 2), 'pesantren')
  photograph = await phonePhoto(1_000, 700, { withPlace: true })
}, 60_000)
afterAll(() => database.drop())

let storage: Storage
beforeEach(async () => {
  const { db } = database.connection
  storage = testStorage()
  base = { ...visitorContext(database, new Date()), storage }
  await db.delete(schema.photo)
  await db.execute(sql`delete from outbox`)
})

const as = (actor: Actor) => contextOf(base, actor)
const system = () => as({ kind: 'system' })
const rows = () => database.connection.db.select().from(schema.photo)
async function keys(prefix = ''): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of storage.list(prefix)) found.push(key)
  return found.sort()
}

async function send(bytes: Buffer, product: string | null = null): Promise<string> {
  const photoId = newId()
  const outcome = await receivePhoto(as(owner), { productId: product, bytes, uploadId: photoId })
  expect(outcome).toMatchObject({ kind: 'received', photoId })
  await makePhoto(system(), { photoId })
  return photoId
}

async function rowOf(id: string) {
  const [row] = await database.connection.db.select().from(schema.photo).where(eq(schema.photo.id, id))
  if (!row) throw new Error('no such photo')
  return row
}

describe('a photograph', () => {
  it('becomes its sizes in both formats, without a note of where it was taken, and what was sent is gone', async () => {
    expect(photograph.includes('Telepon')).toBe(true)
    const row = await rowOf(await send(photograph, productId))
    expect(row).toMatchObject({ state: 'ready', width: 960, height: 672, sentKey: null, productId })
    const names = [160, 320, 640, 960].flatMap((width) => [
      `photos/${row.hash}/${width}.avif`,
      `photos/${row.hash}/${width}.webp`,
    ])
    expect(await keys()).toEqual([`masters/${row.masterHash}.webp`, ...names].sort())
    for (const key of await keys()) {
      const file = await storage.get(key)
      const picture = await sharp(file?.body).metadata()
      expect(picture).not.toHaveProperty('exif')
      expect(picture).not.toHaveProperty('xmp')
      expect(file?.body.includes('Telepon')).toBe(false)
    }
    const topics = await database.connection.db.select({ topic: schema.outbox.topic }).from(schema.outbox)
    expect(topics.map(({ topic }) => topic).sort()).toEqual(['photo.sent', 'product.changed'])
  })

  it('stands upright however the phone was held', async () => {
    const lying = await phonePhoto(800, 600, { orientation: 6 })
    expect(await rowOf(await send(lying))).toMatchObject({ state: 'ready', width: 320, height: 427 })
  })

  it('is made once, however often it is asked for, and the same twice where it is sent twice', async () => {
    const id = await send(photograph)
    const before = await rowOf(id)
    await makePhoto(system(), { photoId: id })
    expect(await rowOf(id)).toEqual(before)
    const again = await rowOf(await send(photograph))
    expect(again.hash).toBe(before.hash)
    expect(await receivePhoto(as(owner), { productId: null, bytes: photograph, uploadId: id })).toMatchObject(
      { kind: 'received', photoId: id },
    )
    expect(await rows()).toHaveLength(2)
  })

  it('shows another part of itself under another name, and all of it again under the first', async () => {
    const id = await send(photograph)
    const { hash, version } = await rowOf(id)
    const crop = { x: 5_000, y: 0, width: 5_000, height: 10_000 }
    expect(await cropPhoto(as(owner), { id, version, crop })).toEqual({ kind: 'done', version: version + 1 })
    expect((await rowOf(id)).hash).toBe(hash)
    await makePhoto(system(), { photoId: id })
    const cropped = await rowOf(id)
    expect(cropped).toMatchObject({ state: 'ready', crop, width: 320, height: 448 })
    expect(cropped.hash).not.toBe(hash)
    expect(await cropPhoto(as(owner), { id, version, crop: null })).toEqual({ kind: 'changed' })
    expect(await cropPhoto(as(owner), { id, version: version + 1, crop: { ...crop, x: 5_001 } })).toEqual({
      kind: 'refused',
    })
    await cropPhoto(as(owner), { id, version: version + 1, crop: null })
    await makePhoto(system(), { photoId: id })
    expect((await rowOf(id)).hash).toBe(hash)
  })
})

describe('what is no photograph', () => {
  it.each([
    ['an SVG with a script', () => SCRIPTED_SVG, 'not-a-photo'],
    ['a zip named .jpg', () => ZIP, 'not-a-photo'],
    ['a GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'not-a-photo'],
    ['nothing', () => Buffer.alloc(0), 'not-a-photo'],
    ['16 MB', () => Buffer.concat([photograph, Buffer.alloc(16 * 1024 * 1024)]), 'too-many-bytes'],
    [
      'an iPhone’s own kind',
      () => Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'),
      'heic',
    ],
  ])('%s is refused at sight and never stored', async (_, file, problem) => {
    const photoId = newId()
    expect(await receivePhoto(as(owner), { productId: null, bytes: file(), uploadId: photoId })).toEqual({
      kind: 'received',
      photoId,
      problem,
    })
    expect(await rowOf(photoId)).toMatchObject({ state: 'refused', problem, sentKey: null })
    expect(await keys()).toEqual([])
  })

  it.each([
    ['100,000×1 pixels', () => blackPng(100_000, 1), 'too-narrow'],
    ['a bomb of 400 megapixels in kilobytes', () => blackPng(20_000, 20_000), 'too-many-pixels'],
    [
      'one that announces few pixels and brings many',
      () => blackPng(20_000, 4_000, { width: 400, height: 400 }),
      null,
    ],
    [
      'one that announces more than it brings',
      () => blackPng(400, 100, { width: 4_000, height: 3_000 }),
      'broken',
    ],
    ['a truncated JPEG', () => photograph.subarray(0, Math.floor(photograph.length / 2)), 'broken'],
    ['a JPEG’s first bytes and a page', () => Buffer.from('\xff\xd8\xff<html><script>', 'latin1'), 'broken'],
    ['a thumbnail', () => blackPng(100, 90), 'too-small'],
  ])('%s', async (_, file, problem) => {
    const bytes = file()
    expect(bytes.length).toBeLessThan(1024 * 1024)
    const row = await rowOf(await send(bytes))
    expect(row).toMatchObject(problem ? { state: 'refused', problem } : { state: 'ready' })
    expect(row.sentKey).toBeNull()
    expect(await keys('sent/')).toEqual([])
    if (problem) expect(await keys()).toEqual([])
  })

  it('is harmless where it is both: of a picture with an archive and a page behind it only the picture stays', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const row = await rowOf(await send(Buffer.concat([photograph, page, ZIP])))
    expect(row.state).toBe('ready')
    for (const key of await keys()) {
      const file = await storage.get(key)
      expect(file?.body.includes('<script>')).toBe(false)
      expect(file?.body.includes('PK\x05\x06')).toBe(false)
    }
  })

  it('is told as lost where the store has lost it', async () => {
    const photoId = newId()
    await receivePhoto(as(owner), { productId: null, bytes: photograph, uploadId: photoId })
    await storage.remove([`sent/${photoId}`])
    await makePhoto(system(), { photoId })
    expect(await rowOf(photoId)).toMatchObject({ state: 'refused', problem: 'lost' })
  })
})

describe('a gallery', () => {
  async function waiting(count: number, product: string | null = null): Promise<string[]> {
    const ids: string[] = []
    for (let i = 0; i < count; i++) {
      const uploadId = newId()
      await receivePhoto(as(owner), { productId: product, bytes: photograph, uploadId })
      ids.push(uploadId)
    }
    return ids
  }

  it('takes a dozen, whoever comes at the same time, and keeps nothing of the next one', async () => {
    await waiting(10)
    const last = await Promise.all(
      [1, 2, 3, 4].map(() =>
        receivePhoto(as(owner), { productId: null, bytes: photograph, uploadId: newId() }),
      ),
    )
    expect(last.map(({ kind }) => kind).sort()).toEqual(['full', 'full', 'received', 'received'])
    expect(await keys('sent/')).toHaveLength(12)
    // A product has its own.
    await waiting(1, productId)
    const positions = (await listOwnPhotos(as(owner), { productId: null })).map(({ position }) => position)
    expect(positions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('keeps its order when another comes meanwhile', async () => {
    const [a = '', b = '', c = ''] = await waiting(3)
    await reorderPhotos(as(owner), { productId: null, ids: [b, newId(), a] })
    const listed = await listOwnPhotos(as(owner), { productId: null })
    expect(listed.map(({ id }) => id)).toEqual([b, a, c])
  })

  it('gives back what was taken out, for a day, unless it is full by then', async () => {
    const [a = '', b = ''] = await waiting(2)
    expect(await removePhoto(as(owner), { id: a, version: 7 })).toEqual({ kind: 'changed' })
    expect(await removePhoto(as(owner), { id: a, version: 1 })).toMatchObject({ kind: 'done' })
    expect(await removePhoto(as(owner), { id: a, version: 1 })).toMatchObject({ kind: 'done' })
    expect((await listOwnPhotos(as(owner), { productId: null })).map(({ id }) => id)).toEqual([b])
    expect(await restorePhoto(as(owner), { id: a })).toMatchObject({ kind: 'done' })
    expect((await listOwnPhotos(as(owner), { productId: null })).map(({ id }) => id)).toEqual([a, b])
    await removePhoto(as(owner), { id: a, version: 3 })
    await waiting(11)
    expect(await restorePhoto(as(owner), { id: a })).toEqual({ kind: 'full' })
  })

  it('is described in a sentence, or not at all', async () => {
    const [id = ''] = await waiting(1)
    expect(
      await describePhoto(as(owner), { id, version: 1, alt: { id: '  Kopi\n bubuk ', en: ' ' } }),
    ).toEqual({ kind: 'done', version: 2 })
    expect((await rowOf(id)).alt).toEqual({ id: 'Kopi bubuk' })
    expect(await describePhoto(as(owner), { id, version: 1, alt: {} })).toEqual({ kind: 'changed' })
    expect(await describePhoto(as(owner), { id, version: 2, alt: { id: 'x'.repeat(251) } })).toEqual({
      kind: 'too-long',
    })
    await describePhoto(as(owner), { id, version: 2, alt: { id: '' } })
    expect((await rowOf(id)).alt).toBeNull()
  })

  it('is nobody else’s: for others its pictures and goods don’t exist, and visitors may nothing', async () => {
    const [id = ''] = await waiting(1, productId)
    const tries: ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => listOwnPhotos(as(actor), { productId }),
      (actor) => removePhoto(as(actor), { id, version: 1 }),
      (actor) => restorePhoto(as(actor), { id }),
      (actor) => cropPhoto(as(actor), { id, version: 1, crop: null }),
      (actor) => describePhoto(as(actor), { id, version: 1, alt: {} }),
      (actor) => reorderPhotos(as(actor), { productId, ids: [id] }),
      (actor) => readWholePhoto(as(actor), { id }),
      (actor) => receivePhoto(as(actor), { productId, bytes: photograph, uploadId: newId() }),
      (actor) => receivePhoto(as(actor), { productId: null, bytes: photograph, uploadId: id }),
    ]
    for (const attempt of tries) {
      await expect(attempt(other)).rejects.toMatchObject({ code: 'not-found' })
      for (const actor of [
        { kind: 'visitor' } as const,
        actorFor(newId(), 'buyer'),
        actorFor(organisationId, 'pesantren', { role: 'member' }),
      ])
        await expect(attempt(actor)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(makePhoto(as(owner), { photoId: id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
