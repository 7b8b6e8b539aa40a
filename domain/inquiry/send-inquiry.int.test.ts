import { afterAll, beforeAll, expect, test } from 'vitest'
import { inquiry } from '~/db/schema/inquiry'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { type SendInquiryInput, sendInquiry } from './send-inquiry.server'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  const id = await hall.booth('tanpa-nomor', 0)
  await hall.product(id, 'hutan')
  await hall.booth('contoh', 1, { isSample: true })
})
afterAll(() => database.drop())

let client = 0
const input = (change: Partial<SendInquiryInput> = {}): SendInquiryInput => ({
  boothSlug: 'tanpa-nomor',
  productSlug: 'hutan',
  fields: {
    name: 'Fatimah',
    email: 'fatimah@example.com',
    phone: null,
    quantity: 240,
    message: 'Can you send 240 jars a month to Jeddah?',
  },
  token: newId(),
  locale: 'en',
  page: '/en/inquiry',
  clientKey: `client-${client++}`,
  ...change,
})

async function counts() {
  const [row] = await database.connection.sql<{ inquiries: number; events: number }[]>`
    select (select count(*)::int from inquiry) as inquiries,
           (select count(*)::int from outbox where topic = 'inquiry.received') as events`
  return row ?? { inquiries: -1, events: -1 }
}

test('records what was written, with its event', async () => {
  const before = await counts()
  expect(await sendInquiry(visitorContext(database), input())).toEqual({ kind: 'sent', already: false })
  expect(await counts()).toEqual({ inquiries: before.inquiries + 1, events: before.events + 1 })
  const [row] = await database.connection.db.select().from(inquiry)
  expect(row).toMatchObject({
    channel: 'form',
    contactName: 'Fatimah',
    contactEmail: 'fatimah@example.com',
    contactPhoneE164: null,
    quantity: 240,
    isSample: false,
  })
  expect(row?.productId).not.toBeNull()
})

test('the same form sent twice at the same time records one', async () => {
  const before = await counts()
  const twice = input()
  const outcomes = await Promise.all([
    sendInquiry(visitorContext(database), twice),
    sendInquiry(visitorContext(database), twice),
    sendInquiry(visitorContext(database), twice),
  ])
  expect(outcomes.filter((outcome) => outcome.kind === 'sent' && !outcome.already)).toHaveLength(1)
  expect(await counts()).toEqual({ inquiries: before.inquiries + 1, events: before.events + 1 })
})

test('the same form with other words is another inquiry, and so are the same words from a new form', async () => {
  const before = await counts()
  const first = input()
  await sendInquiry(visitorContext(database), first)
  await sendInquiry(visitorContext(database), {
    ...first,
    fields: { ...first.fields, message: 'Sorry, I meant 480 jars a month.' },
  })
  await sendInquiry(visitorContext(database), { ...first, token: newId() })
  expect((await counts()).inquiries).toBe(before.inquiries + 3)
})

test('one client has to wait after five, and is told how long', async () => {
  const outcomes = []
  for (let i = 0; i < 6; i++) {
    outcomes.push(await sendInquiry(visitorContext(database), input({ clientKey: 'eager' })))
  }
  expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'too-many'])
  expect(outcomes.at(-1)).toEqual({ kind: 'too-many', retryAfterSeconds: 600 })
})

test('what is written to a sample booth stays marked as sample', async () => {
  await sendInquiry(visitorContext(database), input({ boothSlug: 'contoh', productSlug: null }))
  const rows = await database.connection.db.select().from(inquiry)
  expect(rows.filter((row) => row.isSample)).toHaveLength(1)
})

test('an unknown booth, or a product of another booth, is not found', async () => {
  for (const change of [{ boothSlug: 'tidak-ada' }, { boothSlug: 'contoh' }]) {
    await expect(sendInquiry(visitorContext(database), input(change))).rejects.toMatchObject({
      code: 'not-found',
    })
  }
})

test('sent again after the limit, what was recorded is said to be, and uses up nothing', async () => {
  const context = visitorContext(database)
  const first = input({ clientKey: 'forgetful' })
  for (let i = 0; i < 7; i++) {
    expect(await sendInquiry(context, first)).toEqual({ kind: 'sent', already: i > 0 })
  }
  for (let i = 0; i < 4; i++) {
    const another = { ...first, token: newId() }
    expect(await sendInquiry(context, another)).toEqual({ kind: 'sent', already: false })
  }
  const before = await counts()
  const sixth = { ...first, token: newId() }
  for (let i = 0; i < 3; i++) {
    expect(await sendInquiry(context, sixth)).toMatchObject({ kind: 'too-many' })
  }
  expect(await sendInquiry(context, first)).toEqual({ kind: 'sent', already: true })
  expect(await counts()).toEqual(before)
})
