import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { readBooth } from './read-booth.server'

const PHONE = '+6281234567890'
const queries: string[] = []
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  const hall = await openSmallHall(database)
  // 40 slots make two aisles, so four slots a row: 0 1 | 2 3, then 4 5 | 6 7.
  await hall.booth('sebelum', 1)
  const id = await hall.booth(
    'tengah',
    4,
    {
      name: 'Al-Ittihad',
      nameArabic: 'الاتحاد',
      whatsappE164: PHONE,
      story: { id: 'Cerita', en: 'A story' },
      reportedSources: [{ label: 'Republika 2019-12-15' }],
    },
    { award: 'Juara provinsi', awardYear: 2019, awardSource: 'Republika 2019-12-15' },
  )
  await hall.booth('lorong-lain', 6)
  await hall.booth('tutup', 5, {}, { closedAt: new Date('2026-10-01T00:00:00Z') })
  await hall.booth('sesudah', 8, { isSample: true })
  await hall.booth('riwayat', null)
  for (let n = 1; n <= 4; n++) await hall.product(id, `madu-${n}`, { position: 4 - n })
  const hidden = await hall.product(id, 'rahasia', { state: 'hidden' })
  await database.connection.db.insert(schema.certificate).values([
    { id: newId(), organisationId: id, kind: 'nib', state: 'verified', verifiedAt: new Date(0) },
    { id: newId(), organisationId: id, productId: hidden, kind: 'lab', state: 'declared' },
  ])
})
afterAll(() => database.drop())

const read = (slug: string, locale: 'id' | 'en' | 'ar' = 'id') =>
  readBooth(visitorContext(database), { slug, locale })

test('shows the sign, the award with its source, and the goods in the order of the shelf', async () => {
  const booth = await read('tengah', 'ar')
  expect(booth).toMatchObject({
    name: 'Al-Ittihad',
    nameArabic: 'الاتحاد',
    closed: false,
    regency: { code: '3205', name: 'Garut' },
    // No Arabic story: the nearest language that has one, and which it is.
    story: { text: 'A story', lang: 'en' },
    reportedSources: ['Republika 2019-12-15'],
    reportedCapacity: null,
    awards: [{ award: 'Juara provinsi', year: 2019, source: 'Republika 2019-12-15' }],
    place: { pavilion: 1, aisle: 0 },
    contact: 'whatsapp',
  })
  expect(booth.products.map(({ slug }) => slug)).toEqual(['madu-4', 'madu-3', 'madu-2', 'madu-1'])
  expect(booth.products[0]).toMatchObject({
    name: { text: 'عسل madu-4', lang: 'ar' },
    priceMinor: { from: 6_950_000, to: 7_800_000 },
    paper: null,
  })
  expect(booth.papers.map(({ kind }) => kind)).toEqual(['nib'])
})

test('its neighbours are the open booths before and after it in its own aisle', async () => {
  const booth = await read('tengah')
  expect(booth.previous?.slug).toBe('sebelum')
  expect(booth.next?.slug).toBe('sesudah')
  expect((await read('sebelum')).previous).toBeNull()
  expect((await read('lorong-lain')).next).toBeNull()
})

test('the phone is nowhere in what a page gets', async () => {
  expect(JSON.stringify(await read('tengah'))).not.toContain('81234567890')
})

test('without a number the visitor writes in the form; a sample booth demonstrates the chat', async () => {
  expect((await read('sebelum')).contact).toBe('form')
  expect((await read('sesudah')).contact).toBe('whatsapp')
})

test('a closed booth gives its name and nothing of its shelf', async () => {
  expect(await read('tutup')).toMatchObject({
    closed: true,
    place: null,
    products: [],
    name: 'Pesantren tutup',
  })
})

test('history without a booth has a page without a place', async () => {
  expect(await read('riwayat')).toMatchObject({ closed: false, place: null, previous: null, next: null })
})

test('an unknown booth is not found', async () => {
  await expect(read('tidak-ada')).rejects.toMatchObject({ code: 'not-found' })
})

test('asks the same four queries for a full shelf and an empty one', async () => {
  for (const slug of ['tengah', 'sebelum']) {
    queries.length = 0
    await read(slug)
    expect(queries).toHaveLength(4)
  }
})
