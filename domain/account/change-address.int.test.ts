import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson } from '~/test/setup/actors'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { askAddress } from './ask-address.server'
import { askOwnCode } from './ask-own-code.server'
import { confirmSelf } from './confirm-self.server'
import { codeOf } from './one-time-code.server'
import { proveAddress } from './prove-address.server'
import { removeAddress } from './remove-address.server'
import { resendCode } from './resend-code.server'

const SECRET = 'a secret for these tests, and for nothing else'
const START = Date.parse('2026-11-02T03:00:00Z')
const by = { clientKey: 'client-a', device: null, secret: SECRET, locale: 'id' as const }
let database: TestDatabase
let actor: Extract<Actor, { kind: 'person' }>
const db = () => database.connection.db

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await db().delete(schema.rateLimit)
  const company = await addCompany(database, 'offtaker', `toko-${newId().slice(-8)}`)
  actor = await addPerson(database, company, 'offtaker')
  const set = { phoneE164: `+62812${String(Math.random()).slice(2, 10)}`, phoneVerified: true }
  await db().update(schema.person).set(set).where(eq(schema.person.id, actor.personId))
})

const at = (minutes: number): Context => ({
  ...visitorContext(database, new Date(START + minutes * 60_000)),
  actor,
})

/** Shows by a code to the number that one has that it is oneself. */
async function confirmed(minutes: number): Promise<string> {
  const asked = await askOwnCode(at(minutes), { ...by, purpose: 'confirm' })
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  const { challenge } = asked
  const code = codeOf(challenge, SECRET)
  const outcome = await confirmSelf(at(minutes), { ...by, kind: 'code', challenge, code })
  if (outcome.kind !== 'confirmed') throw new Error(outcome.kind)
  return outcome.confirmation
}

const mail = () => `baru-${newId().slice(-8)}@toko.id`
async function ask(minutes: number, confirmation: string | null, text = mail()): Promise<string> {
  const asked = await askAddress(at(minutes), { ...by, channel: 'mail', text, confirmation })
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  return asked.challenge
}
const prove = (minutes: number, challenge: string) =>
  proveAddress(at(minutes), { ...by, challenge, code: codeOf(challenge, SECRET) })
const resend = (minutes: number, challenge: string) =>
  resendCode(at(minutes), { ...by, challenge, purpose: 'change-address' })
const codes = (channel: 'mail' | 'whatsapp') =>
  db().$count(
    schema.oneTimeCode,
    and(eq(schema.oneTimeCode.personId, actor.personId), eq(schema.oneTimeCode.channel, channel)),
  )

describe('the confirmation behind a change of address', () => {
  it('is asked of each code: none is sent after a quarter of an hour, however often one was', async () => {
    const first = await ask(1, await confirmed(0))
    const again = await resend(9, first)
    expect(again.kind).toBe('sent')
    const second = 'challenge' in again ? again.challenge : ''
    expect(await resend(16, second)).toEqual({ kind: 'unknown' })
    expect(await codes('mail')).toBe(2)
    // Those that are on their way have their own ten minutes.
    expect(await prove(18, second)).toMatchObject({ kind: 'changed', channel: 'mail' })
  })

  it('serves for one change: a code that was asked with it beside is worth nothing, and stays unused', async () => {
    const confirmation = await confirmed(0)
    const [one, other] = [await ask(1, confirmation), await ask(2, confirmation)]
    expect(await prove(3, one)).toMatchObject({ kind: 'changed' })
    const before = await db().select().from(schema.person).where(eq(schema.person.id, actor.personId))
    expect(await prove(4, other)).toEqual({ kind: 'unconfirmed' })
    expect(await resend(4, other)).toEqual({ kind: 'unknown' })
    expect(await db().select().from(schema.person).where(eq(schema.person.id, actor.personId))).toEqual(
      before,
    )
    const [row] = await db().select().from(schema.oneTimeCode).where(eq(schema.oneTimeCode.id, other))
    expect(row?.usedAt).toBeNull()
    expect(await askAddress(at(5), { ...by, channel: 'mail', text: mail(), confirmation })).toEqual({
      kind: 'unconfirmed',
    })
    expect(await removeAddress(at(5), { channel: 'mail', confirmation })).toEqual({ kind: 'unconfirmed' })
  })

  it('ends with a removal, too', async () => {
    await prove(2, await ask(1, await confirmed(0)))
    const confirmation = await confirmed(5)
    expect(await removeAddress(at(6), { channel: 'mail', confirmation })).toEqual({ kind: 'removed' })
    expect(await askAddress(at(7), { ...by, channel: 'mail', text: mail(), confirmation })).toEqual({
      kind: 'unconfirmed',
    })
  })

  it('needn’t be there for who has nothing to show it by', async () => {
    await db()
      .update(schema.person)
      .set({ phoneE164: null, phoneVerified: false, emailVerified: false })
      .where(eq(schema.person.id, actor.personId))
    expect(await prove(2, await ask(1, null))).toMatchObject({ kind: 'changed' })
  })
})
