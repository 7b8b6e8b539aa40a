import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { KEPT_DAYS } from '~/domain/account/kept-days'
import { newId } from '~/domain/shared/ids'
import { addCompany } from '~/test/setup/actors'
import { openSmallHall } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { forgetOld } from './forget-old'

const NOW = new Date('2026-11-22T03:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const inDays = (days: number) => daysAgo(-days)

let database: TestDatabase
let companyId: string
let boothId: string
beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await addCompany(database, 'offtaker', 'pembeli')
  boothId = await (await openSmallHall(database)).booth('madu', 1)
})
afterAll(() => database?.drop())

const forget = () => forgetOld(database.connection.db, NOW)
const db = () => database.connection.db

async function person(): Promise<string> {
  const id = newId()
  await db().insert(schema.person).values({ id, name: 'Rina' })
  return id
}

const message = (row: Partial<typeof schema.message.$inferInsert>) => ({
  id: newId(),
  template: 'sign-in-code' as const,
  variables: { code: '123456', minutes: 10 },
  locale: 'id' as const,
  aboutKind: 'person' as const,
  aboutId: newId(),
  isAddressFixed: true,
  channel: 'mail' as const,
  address: 'rina@toko.id',
  notBefore: NOW,
  ...row,
})

it('erases codes and links as soon as their time is over, sent or not', async () => {
  const rows = [
    message({ state: 'dead', expiresAt: daysAgo(0.01), createdAt: NOW }),
    message({ state: 'waiting', expiresAt: inDays(0.001), createdAt: NOW }),
    message({
      template: 'organisation-invitation',
      variables: { organisation: 'Madu', token: 'secret' },
      state: 'sent',
      expiresAt: daysAgo(1),
      sentAt: daysAgo(8),
    }),
  ]
  await db().insert(schema.message).values(rows)
  await forget()
  const kept = new Map((await db().select().from(schema.message)).map((row) => [row.id, row]))
  expect(rows.map(({ id }) => kept.get(id)?.variables)).toEqual([
    { minutes: 10 },
    { code: '123456', minutes: 10 },
    { organisation: 'Madu' },
  ])
  expect(rows.map(({ id }) => kept.get(id)?.address)).toEqual(Array(3).fill('rina@toko.id'))
})

it('erases what a message said, and where it went, 90 days after it was settled; never one that still goes', async () => {
  const over = KEPT_DAYS.messages + 1
  const rows = [
    message({ state: 'read', sentAt: daysAgo(over), createdAt: daysAgo(over) }),
    message({ state: 'kept', createdAt: daysAgo(over) }),
    message({ state: 'dead', settledAt: daysAgo(over - 2), createdAt: daysAgo(over) }),
    message({ state: 'waiting', createdAt: daysAgo(over), expiresAt: inDays(1) }),
  ]
  await db().insert(schema.message).values(rows)
  const [first] = rows
  await db()
    .insert(schema.messageAttempt)
    .values({
      messageId: first?.id ?? '',
      number: 1,
      channel: 'mail',
      addressKey: 'a-hash',
      startedAt: daysAgo(over),
    })
  await forget()
  const kept = new Map((await db().select().from(schema.message)).map((row) => [row.id, row]))
  expect(rows.map(({ id }) => kept.get(id)?.address)).toEqual([null, null, 'rina@toko.id', 'rina@toko.id'])
  expect(kept.get(first?.id ?? '')).toMatchObject({ variables: {}, state: 'read' })
  expect(await db().select().from(schema.messageAttempt)).toMatchObject([{ addressKey: '' }])
})

it('erases what was written in WhatsApp once it was worked on, and statuses after 30 days', async () => {
  await db()
    .insert(schema.whatsappReceived)
    .values([
      {
        id: 'new',
        fromE164: '+6281234567890',
        kind: 'text',
        content: 'halo',
        happenedAt: NOW,
        createdAt: NOW,
      },
      {
        id: 'done',
        fromE164: '+6281234567890',
        kind: 'text',
        content: 'halo',
        result: 'done',
        happenedAt: NOW,
        createdAt: NOW,
      },
      {
        id: 'old',
        fromE164: '+6281234567890',
        kind: 'text',
        happenedAt: NOW,
        createdAt: daysAgo(KEPT_DAYS.received + 1),
      },
    ])
  await db()
    .insert(schema.whatsappStatus)
    .values([
      { serviceId: 'a', status: 'sent', happenedAt: NOW, createdAt: daysAgo(KEPT_DAYS.statuses + 1) },
      { serviceId: 'b', status: 'sent', happenedAt: NOW, createdAt: daysAgo(KEPT_DAYS.statuses - 1) },
    ])
  await forget()
  const received = await db().select().from(schema.whatsappReceived)
  expect(Object.fromEntries(received.map(({ id, content }) => [id, content]))).toEqual({
    new: 'halo',
    done: null,
  })
  expect((await db().select().from(schema.whatsappStatus)).map(({ serviceId }) => serviceId)).toEqual(['b'])
})

it('erases how a buyer can be reached after two years, and keeps that somebody asked', async () => {
  const inquiry = {
    organisationId: boothId,
    channel: 'form' as const,
    locale: 'en' as const,
    page: '/en/booths/madu',
    message: 'How much?',
    contactName: 'Rina',
    contactEmail: 'rina@toko.id',
  }
  const old = newId()
  const fresh = newId()
  await db()
    .insert(schema.inquiry)
    .values([
      { id: old, ...inquiry, createdAt: daysAgo(KEPT_DAYS.inquiries + 1) },
      { id: fresh, ...inquiry, createdAt: daysAgo(KEPT_DAYS.inquiries - 1) },
    ])
  await forget()
  await forget()
  const rows = new Map((await db().select().from(schema.inquiry)).map((row) => [row.id, row]))
  expect(rows.get(old)).toMatchObject({
    message: null,
    contactName: null,
    contactEmail: null,
    erasedAt: NOW,
    page: '/en/booths/madu',
  })
  expect(rows.get(fresh)).toMatchObject({ message: 'How much?', erasedAt: null })
})

it('erases joinings that nobody goes on with, addresses of invitations that are over, notes of decided claims', async () => {
  const [left, going, handedIn] = [await person(), await person(), await person()]
  const stale = daysAgo(KEPT_DAYS.joinings + 1)
  await db()
    .insert(schema.joining)
    .values([
      { personId: left, updatedAt: stale },
      { personId: going, updatedAt: daysAgo(1) },
      { personId: handedIn, updatedAt: stale, handedInAt: stale },
    ])
  const invitation = {
    organisationId: companyId,
    role: 'member' as const,
    channel: 'mail' as const,
    address: 'budi@toko.id',
    locale: 'id' as const,
  }
  await db()
    .insert(schema.invitation)
    .values([
      { id: newId(), ...invitation, tokenHash: 'open', expiresAt: inDays(1) },
      { id: newId(), ...invitation, tokenHash: 'over', expiresAt: daysAgo(1) },
      { id: newId(), ...invitation, tokenHash: 'revoked', expiresAt: inDays(1), revokedAt: NOW },
    ])
  const claim = { organisationId: boothId, note: 'bendahara' }
  await db()
    .insert(schema.organisationClaim)
    .values([
      { id: newId(), ...claim, personId: left, state: 'approved', decidedAt: daysAgo(KEPT_DAYS.claims + 1) },
      { id: newId(), ...claim, personId: going },
    ])
  await db()
    .insert(schema.verificationEvent)
    .values([
      { organisationId: boothId, kind: 'claimed', personId: left, text: 'bendahara' },
      { organisationId: boothId, kind: 'answered', personId: left, text: 'Di Garut.' },
    ])
  await forget()
  const events = (await db().select().from(schema.verificationEvent)).map(({ kind, text }) => [kind, text])
  expect(Object.fromEntries(events)).toEqual({ claimed: null, answered: 'Di Garut.' })
  const joinings = await db().select().from(schema.joining)
  expect(joinings.map(({ personId }) => personId).sort()).toEqual([going, handedIn].sort())
  const addresses = (await db().select().from(schema.invitation)).map((row) => [row.tokenHash, row.address])
  expect(Object.fromEntries(addresses)).toEqual({ open: 'budi@toko.id', over: null, revoked: null })
  const notes = (await db().select().from(schema.organisationClaim)).map((row) => [row.personId, row.note])
  expect(Object.fromEntries(notes)).toEqual({ [left]: null, [going]: 'bendahara' })
})

it('forgets whoever proved an address and never said more, and nobody else', async () => {
  const stale = daysAgo(KEPT_DAYS.joinings + 1)
  const add = async (row: Partial<typeof schema.person.$inferInsert> = {}) => {
    const id = newId()
    await db()
      .insert(schema.person)
      .values({ id, name: '', email: `${id}@toko.id`, emailVerified: true, updatedAt: stale, ...row })
    return id
  }
  const gone = await add()
  const kept = {
    fresh: await add({ updatedAt: daysAgo(KEPT_DAYS.joinings - 1) }),
    named: await add({ name: 'Rina' }),
    deleted: await add({ deletedAt: stale, email: null, emailVerified: false }),
    agreed: await add(),
    member: await add(),
    here: await add(),
    joins: await add(),
    asked: await add(),
    claims: await add(),
  }
  await db().insert(schema.consent).values({
    id: newId(),
    personId: kept.agreed,
    kind: 'privacy',
    textVersion: '1',
    text: 'ya',
    grantedAt: NOW,
    locale: 'id',
  })
  await db()
    .insert(schema.membership)
    .values({ personId: kept.member, organisationId: companyId, role: 'member' })
  await db()
    .insert(schema.session)
    .values({ id: newId(), personId: kept.here, token: newId(), expiresAt: inDays(1) })
  await db()
    .insert(schema.session)
    .values({ id: newId(), personId: gone, token: newId(), expiresAt: daysAgo(1) })
  await db()
    .insert(schema.joining)
    .values({ personId: kept.joins, updatedAt: daysAgo(1) })
  await db().insert(schema.inquiry).values({
    id: newId(),
    organisationId: boothId,
    channel: 'form',
    locale: 'en',
    page: '/en',
    message: 'How much?',
    contactName: 'Rina',
    contactEmail: 'rina@toko.id',
    personId: kept.asked,
    createdAt: NOW,
  })
  await db()
    .insert(schema.organisationClaim)
    .values({ id: newId(), organisationId: boothId, personId: kept.claims })
  await forget()
  const left = new Set((await db().select({ id: schema.person.id }).from(schema.person)).map(({ id }) => id))
  expect(left.has(gone)).toBe(false)
  for (const [who, id] of Object.entries(kept)) expect(left.has(id), who).toBe(true)
})
