import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { edition } from '~/db/schema/edition'
import { inquiry } from '~/db/schema/inquiry'
import { rateLimit } from '~/db/schema/rate-limit'
import { province } from '~/db/schema/region'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { AppError } from '../shared/app-error'
import { newId } from '../shared/ids'
import { type StartChatInput, startChat } from './start-chat.server'

let database: TestDatabase
let small: Awaited<ReturnType<typeof openSmallHall>>
beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  small = hall
  const real = await hall.booth('nyata', 0, { name: 'Al-Ittihad', whatsappE164: '+6281234567890' })
  await hall.product(real, 'hutan')
  await hall.product(real, 'rahasia', { state: 'hidden' })
  const sample = await hall.booth('contoh', 1, { isSample: true })
  await hall.product(sample, 'sabun')
  await hall.booth('tanpa-nomor', 2)
  await hall.booth(
    'tutup',
    3,
    { whatsappE164: '+6281234567891' },
    { closedAt: new Date('2026-10-01T00:00:00Z') },
  )
})
afterAll(() => database.drop())

let client = 0
const input = (change: Partial<StartChatInput> = {}): StartChatInput => ({
  boothSlug: 'nyata',
  productSlug: 'hutan',
  quantity: null,
  locale: 'en',
  page: '/en/products/hutan',
  // A client of its own for each test, unless the limit is what is tested.
  clientKey: `client-${client++}`,
  publicUrl: 'https://expo.example',
  sampleWhatsapp: undefined,
  ...change,
})

async function recorded() {
  const { db, sql } = database.connection
  const rows = await db.select().from(inquiry)
  const outbox = await sql<{ inquiry_id: string }[]>`
    select payload->>'inquiryId' as inquiry_id from outbox where topic = 'inquiry.received'`
  return { rows, events: outbox.map((row) => row.inquiry_id) }
}

test('records the inquiry with its event and opens WhatsApp: the seller first, the buyer below', async () => {
  const before = await recorded()
  const outcome = await startChat(visitorContext(database), input({ quantity: 240 }))
  if (outcome.kind !== 'whatsapp') throw new Error(outcome.kind)
  const url = new URL(outcome.url)
  expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890')
  const text = url.searchParams.get('text') ?? ''
  const [seller = '', buyer = ''] = text.split('\n\n')
  expect(seller).toContain('Madu hutan')
  expect(seller).toContain('240')
  expect(seller).toContain('https://expo.example/id/products/hutan')
  expect(buyer).toContain('Honey hutan')
  expect(buyer).toContain('minimum order 48')

  const after = await recorded()
  const row = after.rows.find(({ id }) => !before.rows.some((old) => old.id === id))
  expect(row).toMatchObject({
    channel: 'whatsapp',
    state: 'new',
    locale: 'en',
    page: '/en/products/hutan',
    quantity: 240,
    message: null,
    isSample: false,
  })
  expect(row?.productId).not.toBeNull()
  expect(row?.editionId).not.toBeNull()
  expect(after.events).toHaveLength(before.events.length + 1)
  expect(after.events).toContain(row?.id)
})

test('an Indonesian buyer and a booth without a product', async () => {
  const outcome = await startChat(visitorContext(database), input({ productSlug: null, locale: 'id' }))
  if (outcome.kind !== 'whatsapp') throw new Error(outcome.kind)
  expect(new URL(outcome.url).searchParams.get('text')).toBe(
    'Assalamualaikum Al-Ittihad. Saya melihat stan Anda di OPOP Expo. Mohon info harga, stok, dan waktu siapnya.\nhttps://expo.example/id/booths/nyata',
  )
})

test('a sample booth opens the demonstration phone, or shows the draft when there is none', async () => {
  const sample = { boothSlug: 'contoh', productSlug: 'sabun' }
  expect(await startChat(visitorContext(database), input(sample))).toEqual({ kind: 'demonstration' })
  const outcome = await startChat(
    visitorContext(database),
    input({ ...sample, sampleWhatsapp: '0812 0000 1111' }),
  )
  expect(outcome).toMatchObject({ kind: 'whatsapp' })
  if (outcome.kind === 'whatsapp') expect(outcome.url).toMatch(/^https:\/\/wa\.me\/6281200001111\?text=/)
  const { rows } = await recorded()
  expect(rows.filter((row) => row.isSample)).toHaveLength(2)
})

test('without a number it points to the form and records nothing', async () => {
  const before = await recorded()
  const outcome = await startChat(
    visitorContext(database),
    input({ boothSlug: 'tanpa-nomor', productSlug: null }),
  )
  expect(outcome).toEqual({ kind: 'form' })
  expect(await recorded()).toEqual(before)
})

test.each([
  { boothSlug: 'tidak-ada', productSlug: null },
  { boothSlug: 'tutup', productSlug: null },
  { boothSlug: 'nyata', productSlug: 'rahasia' },
  { boothSlug: 'nyata', productSlug: 'sabun' },
])('is not found: $boothSlug / $productSlug', async (what) => {
  await expect(startChat(visitorContext(database), input(what))).rejects.toMatchObject({ code: 'not-found' })
})

test('after five in ten minutes one client has to wait; others, and other booths, need not', async () => {
  const now = new Date('2026-11-22T04:00:00Z')
  const again = input({ clientKey: 'eager' })
  // All at once, so that none slips through between reading and writing.
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) =>
      startChat(visitorContext(database, now), { ...again, quantity: i + 1 }),
    ),
  )
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused).toHaveLength(3)
  for (const { reason } of refused as PromiseRejectedResult[]) {
    expect(reason as AppError).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 600 })
  }
  const { rows } = await recorded()
  expect(rows.filter((row) => row.createdAt.getTime() === now.getTime())).toHaveLength(5)

  expect(await startChat(visitorContext(database, now), { ...again, clientKey: 'another' })).toMatchObject({
    kind: 'whatsapp',
  })
  expect(
    await startChat(visitorContext(database, now), { ...again, boothSlug: 'contoh', productSlug: null }),
  ).toMatchObject({ kind: 'demonstration' })
  const later = new Date(now.getTime() + 599_000)
  await expect(startChat(visitorContext(database, later), again)).rejects.toMatchObject({
    retryAfterSeconds: 1,
  })
  const nextWindow = new Date(now.getTime() + 600_000)
  expect(await startChat(visitorContext(database, nextWindow), again)).toMatchObject({ kind: 'whatsapp' })
  const keys = await database.connection.db.select({ key: rateLimit.key }).from(rateLimit)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a double tap records one inquiry and leads to WhatsApp both times, also on the last one allowed', async () => {
  const now = new Date('2026-11-22T05:00:00Z')
  const tap = input({ clientKey: 'quick', quantity: 48 })
  for (let i = 1; i < 5; i++) await startChat(visitorContext(database, now), { ...tap, quantity: i })
  const before = await recorded()
  const outcomes = await Promise.all([
    startChat(visitorContext(database, now), tap),
    startChat(visitorContext(database, new Date(now.getTime() + 400)), tap),
  ])
  expect(outcomes).toMatchObject([{ kind: 'whatsapp' }, { kind: 'whatsapp' }])
  const after = await recorded()
  expect(after.rows).toHaveLength(before.rows.length + 1)
  expect(after.events).toHaveLength(before.events.length + 1)
})

test('nobody collects the numbers of all booths: after forty in an hour a client has to wait', async () => {
  const { db } = database.connection
  const now = new Date('2026-11-22T06:00:00Z')
  const collector = input({ clientKey: 'collector', productSlug: null })
  for (let i = 0; i < 41; i++) {
    await small.booth(`nomor-${i}`, null, { whatsappE164: `+62812345600${String(i).padStart(2, '0')}` })
  }
  for (let i = 0; i < 40; i++) {
    const found = await startChat(visitorContext(database, now), { ...collector, boothSlug: `nomor-${i}` })
    expect(found).toMatchObject({ kind: 'whatsapp' })
  }
  const counted = await db.select().from(inquiry).where(eq(inquiry.createdAt, now))
  const next = { ...collector, boothSlug: 'nomor-40' }
  await expect(startChat(visitorContext(database, now), next)).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfterSeconds: 3600,
  })
  expect(await db.select().from(inquiry).where(eq(inquiry.createdAt, now))).toHaveLength(counted.length)
  const hourLater = new Date(now.getTime() + 3_600_000)
  expect(await startChat(visitorContext(database, hourLater), next)).toMatchObject({ kind: 'whatsapp' })
})

test('a booth closed in one open edition is not found though another edition is open too', async () => {
  const { db } = database.connection
  await db.insert(province).values({ code: '33', name: 'Jawa Tengah' })
  await db.insert(edition).values({
    id: newId(),
    slug: 'second',
    name: { id: 'Kedua' },
    provinceCode: '33',
    startsOn: '2026-06-01',
    isOpen: true,
  })
  const closed = input({ boothSlug: 'tutup', productSlug: null })
  await expect(startChat(visitorContext(database), closed)).rejects.toMatchObject({ code: 'not-found' })
  const open = input({ boothSlug: 'nyata' })
  expect(await startChat(visitorContext(database), open)).toMatchObject({ kind: 'whatsapp' })
})
