import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '~/db/seed/sample-accounts'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import {
  asCookie,
  ask,
  CODE_SECRET,
  challengeOf,
  forgetEntering,
  give,
  NOW,
  rightCode,
  testAuth,
  wrongCode,
} from '~/test/setup/entering'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { openSession } from './open-session.server'
import { readCode } from './read-code.server'
import { readViewer } from './read-viewer.server'
import { setPassword } from './set-password.server'
import { signIn } from './sign-in.server'

const PHONE = '+6281234567890'
const RINA = 'rina@contoh.id'
const PASSWORD = 'madu hutan dari Garut'
const [sample] = SAMPLE_ACCOUNTS
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedSampleEdition(database.connection.db, { booths: 12 })
})
afterAll(() => database?.drop())
beforeEach(() => forgetEntering(database))
afterEach(async () => {
  await db().delete(schema.person).where(eq(schema.person.isSample, false))
})

const db = () => database.connection.db
const context = () => visitorContext(database)
const cookiesOf = (outcome: { kind: string; cookies?: string[] }) => asCookie(outcome.cookies ?? [])
const whoIs = async (cookie: string) =>
  (await readViewer(context(), { auth: testAuth(database), cookie })).signedIn
const byPassword = (email: string, password: string) =>
  signIn(context(), {
    auth: testAuth(database),
    fields: { email, password },
    clientKey: 'client-p',
    sessionId: null,
  })
const reset = (challenge: string, password = PASSWORD, code = rightCode(challenge), sessionId?: string) =>
  setPassword(context(), {
    challenge,
    code,
    password,
    purpose: 'reset',
    auth: testAuth(database),
    clientKey: 'client-a',
    sessionId: sessionId ?? null,
    secret: CODE_SECRET,
  })
const addPerson = async (person: Partial<typeof schema.person.$inferInsert>) => {
  const id = newId()
  await db()
    .insert(schema.person)
    .values({ id, name: 'Rina', ...person })
  return id
}
/** A real edition beside the sample for as long as the work takes. */
async function withRealEdition(work: () => Promise<void>) {
  await db().update(schema.edition).set({ isSample: false }).where(eq(schema.edition.isOpen, true))
  try {
    await work()
  } finally {
    await db().update(schema.edition).set({ isSample: true }).where(eq(schema.edition.isOpen, true))
  }
}

describe('coming in', () => {
  it('makes a person of an address that is nobody’s, without a name, and with what was agreed to', async () => {
    const challenge = await challengeOf(database, PHONE)
    const agreed = { kind: 'privacy' as const, textVersion: '1', text: 'Saya setuju.' }
    await db()
      .update(schema.oneTimeCode)
      .set({ consents: [agreed] })
    const outcome = await give(database, challenge)
    expect(outcome).toMatchObject({ kind: 'signed-in', isNew: true })
    const [made] = await db().select().from(schema.person).where(eq(schema.person.phoneE164, PHONE))
    expect(made).toMatchObject({
      name: '',
      email: null,
      phoneVerified: true,
      preferredChannel: 'whatsapp',
      locale: 'id',
      isSample: false,
    })
    const consents = await db()
      .select()
      .from(schema.consent)
      .where(eq(schema.consent.personId, made?.id ?? ''))
    expect(consents).toMatchObject([{ ...agreed, grantedAt: NOW, withdrawnAt: null }])
    expect((await whoIs(cookiesOf(outcome)))?.viewer).toMatchObject({ personName: '', organisations: [] })
  })

  it('is the same person the next time, and by either of their addresses', async () => {
    const id = await addPerson({ email: RINA, emailVerified: true, phoneE164: PHONE, phoneVerified: true })
    for (const address of [RINA, 'RINA@Contoh.id', '0812 3456 7890']) {
      const outcome = await give(database, await challengeOf(database, address))
      expect(outcome).toMatchObject({ kind: 'signed-in', isNew: false })
      expect((await whoIs(cookiesOf(outcome)))?.actor).toMatchObject({ personId: id })
    }
  })

  it('makes one person of two codes that are given at the same time', async () => {
    const both = [await challengeOf(database, PHONE), await challengeOf(database, PHONE)]
    const outcomes = await Promise.all(both.map((challenge) => give(database, challenge)))
    expect(outcomes.map((one) => one.kind === 'signed-in' && one.isNew).sort()).toEqual([false, true])
    expect(await db().$count(schema.person, eq(schema.person.phoneE164, PHONE))).toBe(1)
  })

  it('takes over no session that the browser brought: a new token, and the old row gone', async () => {
    const planted = await give(database, await challengeOf(database, PHONE))
    const before = cookiesOf(planted)
    const old = await whoIs(before)
    const victim = await give(database, await challengeOf(database, RINA), undefined, {
      sessionId: old?.sessionId ?? null,
    })
    const own = cookiesOf(victim)
    expect(own).not.toBe(before)
    expect(await whoIs(before)).toBeNull()
    expect((await whoIs(own))?.actor).toMatchObject({ kind: 'person' })
    expect(await db().$count(schema.session)).toBe(1)
  })

  it('ends what somebody set up who had only written the address down', async () => {
    const id = await addPerson({ email: RINA })
    await openSession(context(), { auth: testAuth(database), personId: id, oldSessionId: null })
    await db().insert(schema.account).values({
      id: newId(),
      personId: id,
      providerId: 'credential',
      accountId: id,
      password: 'whatever',
    })
    const outcome = await give(database, await challengeOf(database, RINA))
    expect(outcome).toMatchObject({ kind: 'signed-in', isNew: false })
    expect(await db().$count(schema.session)).toBe(1)
    expect(await db().$count(schema.account, eq(schema.account.personId, id))).toBe(0)
    const [row] = await db().select().from(schema.person).where(eq(schema.person.id, id))
    expect(row?.emailVerified).toBe(true)
  })

  it('is not for somebody who was deleted', async () => {
    const id = await addPerson({ name: '', deletedAt: NOW })
    await expect(
      openSession(context(), { auth: testAuth(database), personId: id, oldSessionId: null }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const here = await addPerson({ email: RINA, emailVerified: true })
    const cookie = cookiesOf(await give(database, await challengeOf(database, RINA)))
    await db()
      .update(schema.person)
      .set({ name: '', email: null, deletedAt: NOW })
      .where(eq(schema.person.id, here))
    expect(await whoIs(cookie)).toBeNull()
  })
})

describe('a sample address', () => {
  it('shows its code on the page, sends nothing, and makes sample people', async () => {
    const challenge = await challengeOf(database, sample.email)
    const shown = await readCode(context(), { challenge, purpose: 'enter', secret: CODE_SECRET })
    expect(shown?.shownCode).toBe(rightCode(challenge))
    const messages = await db().select().from(schema.message).where(eq(schema.message.address, sample.email))
    expect(messages.map(({ state }) => state)).toEqual(['demonstration'])
    expect(await give(database, challenge)).toMatchObject({ kind: 'signed-in', isNew: false })

    const fresh = '+447700900321'
    expect(await give(database, await challengeOf(database, fresh))).toMatchObject({ isNew: true })
    const [made] = await db().select().from(schema.person).where(eq(schema.person.phoneE164, fresh))
    expect(made).toMatchObject({ isSample: true })
  })

  it('is nobody’s beside a real edition: no code, none shown, and none that still works', async () => {
    const challenge = await challengeOf(database, sample.email)
    await withRealEdition(async () => {
      expect(await ask(database, sample.email)).toEqual({ kind: 'address', problem: 'sample-address' })
      const view = await readCode(context(), { challenge, purpose: 'enter', secret: CODE_SECRET })
      expect(view?.shownCode).toBeNull()
      expect(await give(database, challenge)).toEqual({ kind: 'unknown' })
    })
    expect(await db().$count(schema.session)).toBe(0)
  })
})

describe('a new password', () => {
  it('is set by the code of the e-mail, ends every other session, and lets the owner in', async () => {
    await addPerson({ email: RINA, emailVerified: true })
    const elsewhere = cookiesOf(await give(database, await challengeOf(database, RINA)))
    const outcome = await reset(await challengeOf(database, RINA, { purpose: 'reset' }))
    expect(outcome).toMatchObject({ kind: 'signed-in', isNew: false })
    expect(await whoIs(elsewhere)).toBeNull()
    expect(await whoIs(cookiesOf(outcome))).not.toBeNull()
    expect(await db().$count(schema.session)).toBe(1)
    expect(await byPassword(RINA, PASSWORD)).toMatchObject({ kind: 'signed-in' })
    // Another time: the one before is worth nothing.
    await reset(await challengeOf(database, RINA, { purpose: 'reset' }), 'gula aren dari Cianjur')
    expect(await byPassword(RINA, PASSWORD)).toEqual({ kind: 'wrong' })
  })

  it('changes nothing with a wrong code, a used one, or one for coming in', async () => {
    await addPerson({ email: RINA, emailVerified: true })
    const challenge = await challengeOf(database, RINA, { purpose: 'reset' })
    expect(await reset(challenge, PASSWORD, wrongCode(challenge))).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect(await reset(await challengeOf(database, RINA))).toEqual({ kind: 'unknown' })
    expect(await reset(challenge)).toMatchObject({ kind: 'signed-in' })
    expect(await reset(challenge, 'gula aren dari Cianjur')).toEqual({ kind: 'used' })
    expect(await byPassword(RINA, PASSWORD)).toMatchObject({ kind: 'signed-in' })
  })

  it('that is too short or too plain uses up no try', async () => {
    const challenge = await challengeOf(database, RINA, { purpose: 'reset' })
    expect(await reset(challenge, 'pendek')).toEqual({
      kind: 'password',
      problem: 'password-short',
      code: 'given',
    })
    expect(await reset(challenge, 'aaaaaaaaaaaa', '')).toEqual({
      kind: 'password',
      problem: 'password-plain',
      code: 'missing',
    })
    const [row] = await db().select().from(schema.oneTimeCode)
    expect(row).toMatchObject({ wrongTries: 0, usedAt: null })
  })

  it('of an e-mail that is nobody’s makes a person, as coming in does', async () => {
    const outcome = await reset(await challengeOf(database, 'baru@contoh.id', { purpose: 'reset' }))
    expect(outcome).toMatchObject({ kind: 'signed-in', isNew: true })
    expect(await byPassword('baru@contoh.id', PASSWORD)).toMatchObject({ kind: 'signed-in' })
  })

  it('is not for the sample accounts, which everybody uses', async () => {
    expect(await ask(database, sample.email, { purpose: 'reset' })).toEqual({
      kind: 'address',
      problem: 'sample-account',
    })
    expect(await byPassword(sample.email, SAMPLE_PASSWORD)).toMatchObject({ kind: 'signed-in' })
  })
})
