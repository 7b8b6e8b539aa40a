import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { listKept } from './list-kept.server'

const queries: string[] = []
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  const hall = await openSmallHall(database)
  const open = await hall.booth('buka', 0)
  await hall.product(open, 'madu')
  await hall.product(open, 'rahasia', { state: 'hidden' })
  const closed = await hall.booth('tutup', 1, {}, { closedAt: new Date('2026-10-01T00:00:00Z') })
  await hall.product(closed, 'ditarik')
})
afterAll(() => database.drop())

test('lists what was kept in its order and leaves out what has gone since, in two queries', async () => {
  queries.length = 0
  const found = await listKept(visitorContext(database), {
    locale: 'en',
    kept: [
      { kind: 'booth', slug: 'buka' },
      { kind: 'product', slug: 'ditarik' },
      { kind: 'product', slug: 'rahasia' },
      { kind: 'product', slug: 'madu' },
      { kind: 'booth', slug: 'tutup' },
      { kind: 'product', slug: 'buka' },
    ],
  })
  expect(found).toMatchObject([
    { kind: 'booth', slug: 'buka', regency: { name: 'Garut' } },
    { kind: 'product', slug: 'madu', name: { text: 'Honey madu' }, boothSlug: 'buka' },
  ])
  expect(queries).toHaveLength(2)
})

test('an empty shelf asks nothing', async () => {
  queries.length = 0
  expect(await listKept(visitorContext(database), { locale: 'id', kept: [] })).toEqual([])
  expect(queries).toHaveLength(0)
})
