import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import {
  ask,
  CODE_SECRET,
  challengeOf,
  forgetEntering,
  give,
  later,
  NOW,
  rightCode,
  wrongCode,
} from '~/test/setup/entering'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { cleanUp } from '~/worker/housekeeping'
import { CODE_TRIES } from './code-limit'
import { checkCode } from './one-time-code.server'
import { readCode } from './read-code.server'
import { resendCode } from './resend-code.server'

const RINA = 'rina@contoh.id'
const PHONE = '+6281234567890'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
})
afterAll(() => database?.drop())
beforeEach(() => forgetEntering(database))

const db = () => database.connection.db
const resend = (challenge: string, now: Date, clientKey = 'client-a') =>
  resendCode(visitorContext(database, now), {
    challenge,
    purpose: 'enter',
    locale: 'id',
    clientKey,
    secret: CODE_SECRET,
  })
const read = (challenge: string, now = NOW) =>
  readCode(visitorContext(database, now), { challenge, purpose: 'enter', secret: CODE_SECRET })

describe('a code that was asked for', () => {
  it('goes to its address first of all messages, and is readable in no table of codes', async () => {
    const challenge = await challengeOf(database, PHONE)
    expect(challenge).toMatch(/^[\w-]{22}$/)
    const [message] = await db().select().from(schema.message)
    expect(message).toMatchObject({
      template: 'sign-in-code',
      variables: { code: rightCode(challenge), minutes: 10 },
      channel: 'whatsapp',
      address: PHONE,
      isAddressFixed: true,
      priority: 0,
      state: 'waiting',
      expiresAt: later(600),
    })
    // Who has the message hasn't the challenge, and who has the challenge hasn't the code.
    expect(JSON.stringify(message)).not.toContain(challenge)
    const [row] = await db().select().from(schema.oneTimeCode)
    expect(row).toMatchObject({ id: challenge, purpose: 'enter', wrongTries: 0, usedAt: null })
    expect(JSON.stringify(row)).not.toContain(rightCode(challenge))
    expect(rightCode(challenge)).toMatch(/^\d{6}$/)
  })

  it('is shown masked, and never on the page of a real address', async () => {
    const challenge = await challengeOf(database, RINA)
    expect(await read(challenge)).toEqual({
      channel: 'mail',
      isDoubtful: false,
      masked: 'r•••@contoh.id',
      minutes: 10,
      resendInSeconds: 60,
      takesPassword: true,
      isLive: true,
      shownCode: null,
    })
    expect(await read(challenge, later(61))).toMatchObject({ resendInSeconds: 0 })
    expect(await read('nonsense')).toBeNull()
  })

  it('is refused for a sample address outside the sample edition, and no row is written', async () => {
    for (const address of ['rina@toko.example', '+44 7700 900123'])
      expect(await ask(database, address)).toEqual({ kind: 'address', problem: 'sample-address' })
    expect(await db().$count(schema.oneTimeCode)).toBe(0)
  })
})

describe('a code that is given', () => {
  it('is dead after five wrong tries, the right one too', async () => {
    const challenge = await challengeOf(database, RINA)
    for (let left = CODE_TRIES - 1; left >= 0; left--)
      expect(await give(database, challenge, wrongCode(challenge))).toEqual({
        kind: 'wrong',
        triesLeft: left,
      })
    expect(await give(database, challenge)).toEqual({ kind: 'expired' })
    expect(await read(challenge)).toMatchObject({ isLive: false })
    expect(await db().$count(schema.session)).toBe(0)
  })

  it('counts tries at the same time, every one', async () => {
    const challenge = await challengeOf(database, RINA)
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => give(database, challenge, wrongCode(challenge))),
    )
    const wrong = outcomes.filter(({ kind }) => kind === 'wrong')
    expect(wrong).toHaveLength(CODE_TRIES)
    expect(outcomes.filter(({ kind }) => kind === 'expired')).toHaveLength(12 - CODE_TRIES)
  })

  it('is no try when it is not six digits', async () => {
    const challenge = await challengeOf(database, RINA)
    for (const text of ['', '12345', 'abcdef'])
      expect(await give(database, challenge, text)).toEqual({ kind: 'missing' })
    expect(await give(database, challenge)).toMatchObject({ kind: 'signed-in' })
  })

  it('works to the end of its ten minutes and not after', async () => {
    const late = await challengeOf(database, RINA)
    expect(await give(database, late, rightCode(late), { now: later(600) })).toEqual({ kind: 'expired' })
    const inTime = await challengeOf(database, RINA)
    expect(await give(database, inTime, rightCode(inTime), { now: later(599) })).toMatchObject({
      kind: 'signed-in',
    })
  })

  it('works once', async () => {
    const challenge = await challengeOf(database, RINA)
    expect(await give(database, challenge)).toMatchObject({ kind: 'signed-in' })
    expect(await give(database, challenge)).toEqual({ kind: 'used' })
    expect(await give(database, challenge, wrongCode(challenge))).toEqual({ kind: 'used' })
    expect(await read(challenge)).toBeNull()
  })

  it('opens one session when it is given twice at the same time', async () => {
    const challenge = await challengeOf(database, RINA)
    const outcomes = await Promise.all([give(database, challenge), give(database, challenge)])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['signed-in', 'used'])
    expect(await db().$count(schema.session)).toBe(1)
  })

  it('is of no use with the challenge of another browser, or for another purpose', async () => {
    const mine = await challengeOf(database, RINA)
    const theirs = await challengeOf(database, RINA, { clientKey: 'client-b' })
    expect(await give(database, theirs, rightCode(mine))).toMatchObject({ kind: 'wrong' })
    expect(await give(database, 'A'.repeat(22), rightCode(mine))).toEqual({ kind: 'unknown' })
    const reset = await challengeOf(database, RINA, { purpose: 'reset' })
    expect(await give(database, reset)).toEqual({ kind: 'unknown' })
    for (const purpose of ['reset', 'delete', 'change-address', 'invitation'] as const) {
      const checked = await inTransaction(db(), (tx) =>
        checkCode(tx, {
          challenge: mine,
          code: rightCode(mine),
          purpose,
          now: NOW,
          secret: CODE_SECRET,
          tries: 5,
        }),
      )
      expect(checked).toEqual({ kind: 'unknown' })
    }
    // Nothing of that used it up.
    expect(await give(database, mine)).toMatchObject({ kind: 'signed-in' })
  })

  it('is worth nothing under another secret', async () => {
    const challenge = await challengeOf(database, RINA)
    const checked = await inTransaction(db(), (tx) =>
      checkCode(tx, {
        challenge,
        code: rightCode(challenge),
        purpose: 'enter',
        now: NOW,
        secret: `${CODE_SECRET}!`,
        tries: 5,
      }),
    )
    expect(checked).toMatchObject({ kind: 'wrong' })
  })
})

describe('a new code', () => {
  it('comes after a minute, and the old one is worth nothing then: its message does not go any more', async () => {
    const old = await challengeOf(database, RINA)
    expect(await resend(old, later(15))).toEqual({ kind: 'wait', seconds: 45 })
    const sent = await resend(old, later(60))
    const fresh = sent.kind === 'sent' ? sent.challenge : ''
    expect(fresh).not.toBe(old)
    expect(await give(database, old, rightCode(old), { now: later(61) })).toEqual({ kind: 'expired' })
    const messages = await db().select().from(schema.message).orderBy(schema.message.createdAt)
    expect(messages.map(({ state }) => state)).toEqual(['void', 'waiting'])
    expect(messages[0]?.variables).toEqual({ minutes: 10 })
    expect(await give(database, fresh, rightCode(fresh), { now: later(61) })).toMatchObject({
      kind: 'signed-in',
    })
  })

  it('of a stranger ends nobody else’s', async () => {
    const mine = await challengeOf(database, RINA)
    const theirs = await challengeOf(database, RINA, { clientKey: 'client-b', now: later(5) })
    expect(await resend(theirs, later(70), 'client-b')).toMatchObject({ kind: 'sent' })
    for (let n = 0; n < CODE_TRIES; n++)
      await give(database, theirs, wrongCode(theirs), { clientKey: 'client-b', now: later(71) })
    expect(await give(database, mine, rightCode(mine), { now: later(72) })).toMatchObject({
      kind: 'signed-in',
    })
  })

  it('comes not for one that was used or never there', async () => {
    const challenge = await challengeOf(database, RINA)
    await give(database, challenge)
    expect(await resend(challenge, later(61))).toEqual({ kind: 'unknown' })
    expect(await resend('nonsense', later(61))).toEqual({ kind: 'unknown' })
  })
})

it('the worker forgets codes a day after their time', async () => {
  const old = await challengeOf(database, RINA)
  const fresh = await challengeOf(database, RINA)
  const day = 86_400_000
  const set = (id: string, at: number) =>
    db()
      .update(schema.oneTimeCode)
      .set({ expiresAt: new Date(at) })
      .where(eq(schema.oneTimeCode.id, id))
  await set(old, Date.now() - day - 60_000)
  await set(fresh, Date.now() - day + 60_000)
  await cleanUp(db())
  expect((await db().select().from(schema.oneTimeCode)).map(({ id }) => id)).toEqual([fresh])
})
