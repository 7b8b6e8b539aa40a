import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { readProduct } from './read-product.server'

const queries: string[] = []
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  const hall = await openSmallHall(database)
  const id = await hall.booth('penuh', 0, { whatsappE164: '+6281234567890' })
  const honey = await hall.product(id, 'hutan')
  for (let n = 1; n <= 6; n++) await hall.product(id, `lain-${n}`, { position: n })
  await hall.product(id, 'rahasia', { state: 'hidden' })
  await hall.product(id, 'konsep', { state: 'draft' })
  const lonely = await hall.booth('sendiri', 1)
  await hall.product(lonely, 'tunggal', { name: { id: 'Madu tunggal' } })
  const closed = await hall.booth('tutup', 2, {}, { closedAt: new Date('2026-10-01T00:00:00Z') })
  await hall.product(closed, 'ditarik')
  await database.connection.db.insert(schema.certificate).values([
    { id: newId(), organisationId: id, productId: honey, kind: 'gs1', state: 'applied' },
    { id: newId(), organisationId: id, productId: honey, kind: 'pirt', state: 'declared' },
    {
      id: newId(),
      organisationId: id,
      productId: honey,
      kind: 'halal',
      state: 'verified',
      verifiedAt: new Date('2026-05-02T00:00:00Z'),
    },
    { id: newId(), organisationId: id, kind: 'nib', state: 'declared' },
  ])
})
afterAll(() => database.drop())

const read = (slug: string, locale: 'id' | 'en' | 'ar' = 'en', quantity: number | null = null) =>
  readProduct(visitorContext(database), { slug, locale, quantity, publicUrl: 'https://expo.example' })

test('gives every trade field, tiers by quantity, papers with verified ones first', async () => {
  const product = await read('hutan')
  expect(product).toMatchObject({
    name: { text: 'Honey hutan', lang: 'en' },
    originalName: 'Madu hutan',
    unit: 'jar',
    minimumOrder: 48,
    orderMultiple: 12,
    leadTimeDays: null,
    booth: { slug: 'penuh', contact: 'whatsapp', regency: { code: '3205', name: 'Garut' } },
  })
  expect(product.tiers.map(({ minimumQuantity }) => minimumQuantity)).toEqual([48, 96, 240])
  expect(product.papers.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'halal verified',
    'nib declared',
    'pirt declared',
    'gs1 applied',
  ])
  expect(product.papers[0]?.verifiedOn).toBe('2026-05-02')
  expect(product.others.map(({ slug }) => slug)).toEqual(['lain-1', 'lain-2', 'lain-3', 'lain-4'])
})

test('the draft is in the language of the reader and asks about the chosen quantity', async () => {
  expect((await read('hutan', 'en', 240)).draft).toContain('Can you supply 240?')
  expect((await read('hutan', 'id')).draft).toContain('https://expo.example/id/products/hutan')
})

test('a name in one language is shown in it, and says so', async () => {
  expect(await read('tunggal', 'ar')).toMatchObject({
    name: { text: 'Madu tunggal', lang: 'id' },
    originalName: null,
    booth: { contact: 'form' },
  })
})

test.each(['tidak-ada', 'rahasia', 'konsep', 'ditarik'])('%s is not found', async (slug) => {
  await expect(read(slug)).rejects.toMatchObject({ code: 'not-found' })
})

test('the phone is nowhere in what a page gets', async () => {
  expect(JSON.stringify(await read('hutan'))).not.toContain('81234567890')
})

test('asks the same three queries with many neighbours and with none', async () => {
  for (const slug of ['hutan', 'tunggal']) {
    queries.length = 0
    await read(slug)
    expect(queries).toHaveLength(3)
  }
})
