import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addCompany, addPerson } from '~/test/setup/actors'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { askBoothNumber } from './ask-booth-number.server'
import { codeOf } from './one-time-code.server'
import { proveBoothNumber } from './prove-booth-number.server'
import { removeBoothNumber } from './remove-booth-number.server'

type Person = Extract<Actor, { kind: 'person' }>

const SECRET = 'a secret for these tests, and for nothing else'
const START = Date.parse('2026-11-02T03:00:00Z')
const by = { clientKey: 'client-a', device: null, secret: SECRET, locale: 'id' as const }
const NUMBER = '+6281234567890'
let database: TestDatabase
let booth = ''
let owner: Person
const db = () => database.connection.db

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await db().delete(schema.rateLimit)
  booth = await addCompany(database, 'pesantren', `pesantren-${newId().slice(-8)}`)
  owner = await addPerson(database, booth, 'pesantren')
})

const as = (actor: Actor, minutes = 0): Context => ({
  ...visitorContext(database, new Date(START + minutes * 60_000)),
  actor,
})
const ask = (actor: Actor, text: string | null = '0812 3456 7890') =>
  askBoothNumber(as(actor), { ...by, text })
async function challengeOf(actor: Actor): Promise<string> {
  const asked = await ask(actor)
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  return asked.challenge
}
const prove = (actor: Actor, challenge: string, code = codeOf(challenge, SECRET), minutes = 1) =>
  proveBoothNumber(as(actor, minutes), { ...by, challenge, code })
async function stored(id = booth) {
  const [row] = await db()
    .select({ number: schema.organisation.whatsappE164, at: schema.boothProfile.whatsappProvenAt })
    .from(schema.organisation)
    .leftJoin(schema.boothProfile, eq(schema.boothProfile.organisationId, schema.organisation.id))
    .where(eq(schema.organisation.id, id))
  return row
}

it('takes a number only by the code that was sent to it, once', async () => {
  const challenge = await challengeOf(owner)
  const [sent] = await db().select().from(schema.oneTimeCode).where(eq(schema.oneTimeCode.id, challenge))
  expect(sent).toMatchObject({ purpose: 'booth-number', channel: 'whatsapp', address: NUMBER })
  const right = codeOf(challenge, SECRET)
  const wrong = right === '000000' ? '000001' : '000000'
  expect(await prove(owner, challenge, wrong)).toMatchObject({ kind: 'wrong' })
  expect(await stored()).toEqual({ number: null, at: null })
  expect(await prove(owner, challenge)).toEqual({ kind: 'proven' })
  expect(await stored()).toEqual({ number: NUMBER, at: new Date(START + 60_000) })
  await removeBoothNumber(as(owner, 2))
  expect(await stored()).toEqual({ number: null, at: null })
  expect(await prove(owner, challenge, right, 3)).toEqual({ kind: 'used' })
  expect(await stored()).toEqual({ number: null, at: null })
})

it('takes no code of somebody else, nor of another booth, and leaves it unused', async () => {
  const challenge = await challengeOf(owner)
  const colleague = await addPerson(database, booth, 'pesantren', 'editor')
  const other = await addCompany(database, 'pesantren', `pesantren-${newId().slice(-8)}`)
  const stranger = await addPerson(database, other, 'pesantren')
  const elsewhere = actorFor(other, 'pesantren', { personId: owner.personId })
  for (const actor of [colleague, stranger, elsewhere])
    expect(await prove(actor, challenge)).toEqual({ kind: 'unknown' })
  expect((await stored())?.number).toBeNull()
  expect((await stored(other))?.number).toBeNull()
  expect(await prove(owner, challenge)).toEqual({ kind: 'proven' })
})

it('takes one’s own proven number at once, and asks a code for another’s', async () => {
  const set = { phoneE164: `+62813${String(Date.now()).slice(-8)}`, phoneVerified: true }
  await db().update(schema.person).set(set).where(eq(schema.person.id, owner.personId))
  const colleague = await addPerson(database, booth, 'pesantren', 'editor')
  expect((await ask(colleague, set.phoneE164)).kind).toBe('sent')
  expect(await stored()).toEqual({ number: null, at: null })
  expect(await ask(owner, set.phoneE164)).toEqual({ kind: 'proven' })
  expect((await stored())?.number).toBe(set.phoneE164)
})

it('sends nothing for the sample, nor to a number of the sample or one that is none', async () => {
  const sample = await addCompany(database, 'pesantren', `contoh-${newId().slice(-8)}`, { isSample: true })
  const guide = await addPerson(database, sample, 'pesantren', 'owner', { isSample: true })
  expect(await ask(guide)).toEqual({ kind: 'sample-booth' })
  expect(await ask(owner, '+447700900123')).toEqual({ kind: 'problem', problem: 'sample' })
  expect(await ask(owner, '12')).toEqual({ kind: 'problem', problem: 'phone-wrong' })
  expect(await ask(owner, null)).toEqual({ kind: 'problem', problem: 'phone-missing' })
  const codes = schema.oneTimeCode
  expect(await db().$count(codes, eq(codes.personId, owner.personId))).toBe(0)
  expect(await db().$count(codes, eq(codes.personId, guide.personId))).toBe(0)
})

it('is for a pesantren’s own writers', async () => {
  const challenge = await challengeOf(owner)
  for (const actor of [
    { kind: 'visitor' } as const,
    actorFor(booth, 'pesantren', { role: 'member' }),
    actorFor(booth, 'offtaker'),
  ]) {
    await expect(ask(actor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prove(actor, challenge)).rejects.toMatchObject({ code: 'forbidden' })
  }
})
