import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { openSmallHall } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { testStorage } from '~/test/setup/test-storage'
import { sweepFiles } from './sweep-files'

let database: TestDatabase
let organisationId: string
beforeAll(async () => {
  database = await createTestDatabase()
  organisationId = await (await openSmallHall(database)).booth('al-hikmah', 1)
})
afterAll(() => database.drop())

const HOUR = 60 * 60 * 1_000
const hash = (letter: string) => letter.repeat(64)

test('what rows name stays; the rest goes when it is a day old', async () => {
  const { db } = database.connection
  const storage = testStorage()
  const now = new Date()
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const row = { organisationId, createdAt: ago(300) }
  const ready = { ...row, state: 'ready' as const, width: 160, height: 90 }
  const [kept, removed, waiting] = [newId(), newId(), newId()]
  await db.insert(schema.photo).values([
    { ...ready, id: kept, hash: hash('a'), masterHash: hash('b') },
    { ...ready, id: removed, hash: hash('c'), masterHash: hash('d'), removedAt: ago(1) },
    { ...row, id: waiting, sentKey: `sent/${waiting}` },
    { ...row, id: newId(), state: 'refused', problem: 'broken', updatedAt: ago(6 * 24) },
  ])
  await db.insert(schema.certificate).values({
    id: newId(),
    organisationId,
    kind: 'halal',
    state: 'declared',
    fileHash: hash('e'),
    filePages: 1,
  })
  const paper = newId()
  await db.insert(schema.certificate).values({
    id: paper,
    organisationId,
    kind: 'nib',
    state: 'declared',
    sentKey: `sent/${paper}`,
  })
  const upload = { organisationId, purpose: 'photo' as const, sizeBytes: 9 }
  await db.insert(schema.upload).values([
    { ...upload, id: newId(), createdAt: ago(1) },
    { ...upload, id: newId(), createdAt: ago(25) },
    { ...upload, id: newId(), createdAt: ago(25), finishedAt: ago(25) },
  ])
  const named = [
    `masters/${hash('b')}.webp`,
    `papers/${hash('e')}/1.webp`,
    `photos/${hash('a')}/160.avif`,
    `photos/${hash('a')}/160.webp`,
    `sent/${waiting}`,
    `sent/${paper}`,
  ]
  const ofRemoved = [`masters/${hash('d')}.webp`, `photos/${hash('c')}/160.webp`]
  const orphans = [
    'sent/0192',
    `masters/${hash('f')}.webp`,
    `photos/${hash('b')}/160.webp`,
    `photos/${hash('f')}/1600.avif`,
    `papers/${hash('a')}/1.webp`,
  ]
  for (const key of [...named, ...ofRemoved, ...orphans])
    await storage.put(key, { body: Buffer.from('x'), contentType: 'image/webp' })
  const left = async () => {
    const keys: string[] = []
    for await (const { key } of storage.list('')) keys.push(key)
    return keys.sort()
  }
  const sweep = (when: Date) => sweepFiles({ db, storage, now: when })
  const count = async (table: typeof schema.photo | typeof schema.upload) =>
    (await db.select().from(table)).length

  expect(await sweep(now)).toBe(0)
  expect(await left()).toHaveLength(named.length + ofRemoved.length + orphans.length)
  expect([await count(schema.photo), await count(schema.upload)]).toEqual([4, 2])

  expect(await sweep(new Date(now.getTime() + 24.5 * HOUR))).toBe(orphans.length + ofRemoved.length)
  expect(await left()).toEqual(named.sort())
  // A week has passed for what was refused, too.
  expect([await count(schema.photo), await count(schema.upload)]).toEqual([2, 1])
})
