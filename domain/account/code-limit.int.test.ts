import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import {
  asCookie,
  ask,
  CODE_SECRET,
  challengeOf,
  deviceOf,
  forgetEntering,
  give,
  later,
  NOW,
  rightCode,
  testAuth,
  wrongCode,
} from '~/test/setup/entering'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { NETWORK_SHARE } from '../shared/client-counters'
import { newId } from '../shared/ids'
import { askOwnCode } from './ask-own-code.server'
import {
  ADDRESS_GUESSES,
  BROWSERS_CODES,
  CLIENT_ADDRESS_CODES,
  CLIENT_CODES,
  CLIENT_GUESSES,
  FIRST_CODE,
  FIRST_CODES,
  FIRST_GUESSES,
  OWN_CODES,
  STRANGERS_CODES,
  UNPROVEN_FIRST_CODES,
} from './code-limit'
import { confirmSelf } from './confirm-self.server'
import { countCode } from './count-code.server'
import type { Device } from './device.server'
import { readCode } from './read-code.server'
import { signIn } from './sign-in.server'
import { ACCOUNT_LIMIT } from './sign-in-limit'
import { unprovenParts } from './unproven-parts'

const asPerson = (personId: string) => ({
  kind: 'person' as const,
  personId,
  memberships: [],
  organisationId: null,
})

const RINA = 'rina@contoh.id'
const RINA_ID = newId()
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
  await database.connection.db
    .insert(schema.person)
    .values({ id: RINA_ID, name: 'Rina', email: RINA, emailVerified: true })
})
afterAll(() => database?.drop())
beforeEach(() => forgetEntering(database))

const sent = { kind: 'sent' }
const tooMany = { kind: 'too-many' }
const signedIn = { kind: 'signed-in' }

/** Comes in once, from here. @returns the cookies. */
async function comeIn(address: string, clientKey: string, device = deviceOf('')): Promise<string> {
  const challenge = await challengeOf(database, address, { clientKey, device })
  const outcome = await give(database, challenge, rightCode(challenge), { clientKey, device })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return asCookie(outcome.cookies)
}

/** Strangers use up all that they together may ask for at an address, from as many clients as that takes. */
async function besiege(address: string, now = NOW) {
  const networks = FIRST_CODES.limit / FIRST_CODE.limit
  const clients = Array.from({ length: networks }, (_, n) => `stranger-${n}`)
  for (let n = 0; n < FIRST_CODES.limit; n++)
    expect(await ask(database, address, { clientKey: clients[n % networks], now })).toMatchObject(sent)
  for (let n = 0; n < STRANGERS_CODES.limit; n++)
    expect(await ask(database, address, { clientKey: clients[n % 12], now })).toMatchObject(sent)
  for (const clientKey of ['stranger-20', 'one-more-stranger'])
    expect(await ask(database, address, { clientKey, now })).toMatchObject(tooMany)
}

const tryPassword = (clientKey: string, device?: Device) =>
  signIn(visitorContext(database), {
    auth: testAuth(database),
    fields: { email: RINA, password: 'not this one' },
    clientKey,
    device,
    sessionId: null,
  })

describe('asking for codes', () => {
  it('is stopped for one client at one address, known or not, and for nobody else', async () => {
    await give(database, await challengeOf(database, RINA, { clientKey: 'owner' }), undefined, {
      clientKey: 'owner',
    })
    for (const address of [RINA, 'tidak-ada@contoh.id']) {
      for (let n = 0; n < CLIENT_ADDRESS_CODES.limit; n++)
        expect(await ask(database, address)).toMatchObject(sent)
      const stopped = await ask(database, address)
      expect(stopped).toMatchObject(tooMany)
      expect(stopped.kind === 'too-many' && stopped.retryAfterSeconds).toBe(
        CLIENT_ADDRESS_CODES.windowSeconds,
      )
    }
    expect(await ask(database, RINA, { clientKey: 'owner' })).toMatchObject(sent)
    expect(await ask(database, RINA, { now: later(CLIENT_ADDRESS_CODES.windowSeconds) })).toMatchObject(sent)
  })

  it('is stopped for one client that goes through many addresses', async () => {
    const asked = await Promise.all(
      Array.from({ length: CLIENT_CODES.limit + 5 }, (_, n) => ask(database, `nobody-${n}@contoh.id`)),
    )
    expect(asked.filter(({ kind }) => kind === 'sent')).toHaveLength(CLIENT_CODES.limit)
  })

  it('goes on for a whole fair behind one address, where codes are given rightly', async () => {
    for (let n = 0; n < CLIENT_CODES.limit + 10; n++) {
      const challenge = await challengeOf(database, `guest-${n}@contoh.id`)
      expect(await give(database, challenge)).toMatchObject({ kind: 'signed-in' })
    }
  }, 60_000)

  it('keeps no address in its counters', async () => {
    await give(database, await challengeOf(database, RINA))
    const keys = (await database.connection.db.select().from(schema.rateLimit)).map(({ key }) => key).join()
    expect(keys).not.toContain('rina')
    expect(keys).not.toContain('contoh')
  })
})

describe('strangers who want to keep somebody out', () => {
  it('ring one address no more than so often, and its owner still comes in from where they did before', async () => {
    await comeIn(RINA, 'home')
    await besiege(RINA)
    await comeIn(RINA, 'home')
  }, 60_000)

  it('never keep a browser waiting in which the owner has come in, wherever it is', async () => {
    const device = deviceOf(await comeIn(RINA, 'home'))
    await besiege(RINA)
    for (let n = 0; n < 104; n++) await tryPassword(`stranger-${n}`)
    expect(await tryPassword('hotel')).toMatchObject(tooMany)
    expect(await tryPassword('hotel', device)).toEqual({ kind: 'wrong' })
    // Not even from where the strangers are, all of whose own tries are used up.
    for (let n = 0; n < CLIENT_CODES.limit; n++)
      await ask(database, `nobody-${n}@contoh.id`, { clientKey: 'hotel' })
    expect(await ask(database, 'new@contoh.id', { clientKey: 'hotel' })).toMatchObject(tooMany)
    await comeIn(RINA, 'hotel', device)
    // Of somebody else's address it says nothing.
    expect(await ask(database, 'new@contoh.id', { clientKey: 'hotel', device })).toMatchObject(tooMany)
  }, 60_000)

  it('cannot use a browser of their own for somebody else’s address', async () => {
    const device = deviceOf(await comeIn('stranger@contoh.id', 'somewhere'))
    await besiege(RINA)
    expect(await ask(database, RINA, { clientKey: 'one-more-stranger', device })).toMatchObject(tooMany)
  }, 60_000)

  it('gain nothing by browsers made known again and again, when they were let in once', async () => {
    const devices: Device[] = []
    for (let n = 0; n < 8; n++) devices.push(deviceOf(await comeIn(RINA, 'shared-office')))
    let asked = 0
    for (const [n, device] of devices.entries())
      for (let again = 0; again < 6; again++)
        if ((await ask(database, RINA, { clientKey: `farm-${n}`, device })).kind === 'sent') asked++
    expect(asked).toBeGreaterThanOrEqual(BROWSERS_CODES.limit)
    expect(asked).toBeLessThanOrEqual(BROWSERS_CODES.limit + 3 * FIRST_CODE.limit + STRANGERS_CODES.limit)
    await comeIn(RINA, 'new-place')
  }, 60_000)

  it('keep no browser known to an address that its owner has lost', async () => {
    const { db } = database.connection
    const device = deviceOf(await comeIn(RINA, 'home'))
    const ofRina = eq(schema.person.id, RINA_ID)
    await db.update(schema.person).set({ email: 'rina-baru@contoh.id' }).where(ofRina)
    const heirId = newId()
    await db.insert(schema.person).values({ id: heirId, name: 'Heir', email: RINA, emailVerified: true })
    await besiege(RINA)
    expect(await ask(database, RINA, { clientKey: 'one-more-stranger', device })).toMatchObject(tooMany)
    await db.delete(schema.person).where(eq(schema.person.id, heirId))
    await db.update(schema.person).set({ email: RINA }).where(ofRina)
    expect(await ask(database, RINA, { clientKey: 'one-more-stranger', device })).toMatchObject(sent)
  }, 60_000)

  it('leave codes to a new phone in a new place, as long as they are few', async () => {
    for (let n = 0; n < 10; n++)
      for (let again = 0; again < CLIENT_ADDRESS_CODES.limit; again++)
        await ask(database, RINA, { clientKey: `stranger-${n}` })
    expect(await ask(database, RINA, { clientKey: 'stranger-3' })).toMatchObject(tooMany)
    for (let n = 0; n < FIRST_CODE.limit; n++)
      expect(await ask(database, RINA, { clientKey: 'new-place' })).toMatchObject(sent)
    expect(await ask(database, RINA, { clientKey: 'new-place' })).toMatchObject(tooMany)
    await comeIn(RINA, 'another-new-place')
  }, 60_000)

  it('cannot keep somebody who is signed in from a code to their own address', async () => {
    await besiege(RINA)
    const context = { ...visitorContext(database), actor: asPerson(RINA_ID) }
    const input = { locale: 'id', clientKey: 'one-more-stranger', secret: CODE_SECRET } as const
    expect(await askOwnCode(context, { ...input, purpose: 'delete' })).toMatchObject(sent)
  }, 60_000)

  it('leave every code that was sent before as it was', async () => {
    const challenge = await challengeOf(database, RINA, { clientKey: 'new-phone' })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(database, RINA, { clientKey: `stranger-${n}` })),
    )
    expect(await give(database, challenge, rightCode(challenge), { clientKey: 'new-phone' })).toMatchObject(
      signedIn,
    )
  })

  it('cannot stop a password from where its owner signed in by code, nor codes by guessing it', async () => {
    await comeIn(RINA, 'home')
    for (let n = 0; n < 100; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, at) => tryPassword(`stranger-${n + at}`)))
    expect(await tryPassword('one-more')).toMatchObject(tooMany)
    expect(await tryPassword('home')).toEqual({ kind: 'wrong' })
    await comeIn(RINA, 'new-place')
  }, 60_000)
})

describe('a whole network of one customer', () => {
  /** Each a /64 of one /48. */
  const inside = (n: number) => `inside-${n}.network`

  it('gets no more codes than a few clients would, and keeps nobody else out', async () => {
    const asked = []
    for (let n = 0; n < 170; n++)
      asked.push(await ask(database, `nobody-${n}@contoh.id`, { clientKey: inside(n) }))
    expect(asked.filter(({ kind }) => kind === 'sent')).toHaveLength(CLIENT_CODES.limit * NETWORK_SHARE)
    expect(await ask(database, RINA, { clientKey: 'outside.another' })).toMatchObject(sent)
  }, 60_000)

  it('is one stranger at one address, and at one password', async () => {
    const asked = []
    for (let n = 0; n < 40; n++) asked.push(await ask(database, RINA, { clientKey: inside(n) }))
    expect(asked.filter(({ kind }) => kind === 'sent')).toHaveLength(
      CLIENT_ADDRESS_CODES.limit * NETWORK_SHARE,
    )
    const tried = []
    for (let n = 0; n < 40; n++) tried.push(await tryPassword(inside(n)))
    expect(tried.filter(({ kind }) => kind === 'wrong')).toHaveLength(ACCOUNT_LIMIT.limit * NETWORK_SHARE)
    await comeIn(RINA, 'outside.another')
  }, 60_000)
})

describe('addresses that nobody has proven', () => {
  const states = async (address: string) => {
    const rows = await database.connection.db
      .select()
      .from(schema.message)
      .where(eq(schema.message.address, address))
      .orderBy(schema.message.createdAt, schema.message.id)
    return rows.map(({ state, failure }) => failure ?? state)
  }

  it('get no more than so many messages a day, with the same answer', async () => {
    const most = UNPROVEN_FIRST_CODES.limit
    for (const address of [RINA, 'never-asked@contoh.id'])
      for (let n = 0; n < most + 3; n++)
        expect(await ask(database, address, { clientKey: `client-${n}` })).toMatchObject(sent)
    expect(await states(RINA)).toEqual(Array(most + 3).fill('waiting'))
    const held = await states('never-asked@contoh.id')
    expect(held.filter((state) => state === 'waiting')).toHaveLength(most)
    expect(held.filter((state) => state === 'unproven')).toHaveLength(3)
  })

  const used = (key: string, count: number) =>
    database.connection.db
      .insert(schema.rateLimit)
      .values({ key, count, windowEndsAt: later(3_600) })
      .onConflictDoUpdate({ target: schema.rateLimit.key, set: { count } })
  const doubts = async (address: string, as: Parameters<typeof challengeOf>[2] = {}) => {
    const challenge = await challengeOf(database, address, as)
    const code = { challenge, purpose: 'enter', secret: CODE_SECRET } as const
    return (await readCode(visitorContext(database), code))?.isDoubtful
  }

  it('of a few networks use up nothing of what there is for others, and those who come in are not counted', async () => {
    const [open] = unprovenParts('whatsapp', { isCalled: false })
    const most = open?.network.limit ?? 0
    const number = (n: number) => `+6281399${String(100_000 + n).slice(1)}1`
    for (const clientKey of ['a', 'b', 'c', 'd'])
      for (let n = 0; n < most + 8; n++)
        expect(await ask(database, number(n + clientKey.charCodeAt(0) * 100), { clientKey })).toMatchObject(
          sent,
        )
    const rows = await database.connection.db
      .select({ state: schema.message.state })
      .from(schema.message)
      .where(eq(schema.message.channel, 'whatsapp'))
    const went = rows.filter(({ state }) => state === 'waiting').length
    // A part of a day's 250, however many ask; the rest is others'.
    expect(went).toBeLessThan(250 * 0.25)
    expect(went).toBeGreaterThanOrEqual(3 * most)
    // Somebody new elsewhere still gets theirs.
    await ask(database, '+6281277777001', { clientKey: 'elsewhere' })
    expect(await states('+6281277777001')).toEqual(['waiting'])
    for (let n = 0; n < 40; n++) await comeIn(`new-${newId()}@contoh.id`, 'fair')
    expect(await doubts('the-last@contoh.id', { clientKey: 'fair' })).toBe(false)
  }, 60_000)

  it('beyond that wait with the same page for known and unknown, which names another way', async () => {
    for (const part of unprovenParts('mail', { isCalled: true }))
      await used(`code:unproven:mail:${part.name}`, part.all.limit)
    expect(await doubts('never@contoh.id', { clientKey: 'a' })).toBe(true)
    expect(await doubts(RINA, { clientKey: 'a' })).toBe(true)
    expect(await states('never@contoh.id')).toEqual(['unproven'])
    expect(await states(RINA)).toEqual(['waiting'])
    expect(await doubts('+6281277777002', { clientKey: 'a' })).toBe(false)
  })

  it('leave a part to who is signed in, when strangers have used up the others', async () => {
    for (const part of unprovenParts('mail', { isCalled: false }))
      await used(`code:unproven:mail:${part.name}`, part.all.limit)
    const context = { ...visitorContext(database), actor: asPerson(RINA_ID) }
    const input = { channel: 'mail', address: 'rina-baru@contoh.id', clientKey: 'a' } as const
    expect(await countCode(context, input)).toEqual({ allowed: true, isHeld: false, isDoubtful: false })
    expect(await countCode(visitorContext(database), { ...input, isInvited: true })).toMatchObject({
      isHeld: false,
    })
    expect(await countCode(visitorContext(database), input)).toMatchObject({ isHeld: true, isDoubtful: true })
  })
})

describe('guessing codes', () => {
  /** Wrong tries, as many as one client has. */
  async function guessOn(clientKey: string) {
    let guesses = 0
    for (let n = 0; guesses < CLIENT_GUESSES.limit; n++) {
      const challenge = await challengeOf(database, `target-${n}@contoh.id`, { clientKey })
      for (let tries = 0; tries < 5 && guesses < CLIENT_GUESSES.limit; tries++, guesses++)
        expect(await give(database, challenge, wrongCode(challenge), { clientKey })).toMatchObject({
          kind: 'wrong',
        })
    }
  }

  it('ends for one client, whatever codes it has: one try of each is left', async () => {
    const mine = await challengeOf(database, RINA, { clientKey: 'owner' })
    await guessOn('guesser')
    const last = await challengeOf(database, 'last@contoh.id', { clientKey: 'guesser' })
    const wrong = () => give(database, last, wrongCode(last), { clientKey: 'guesser' })
    expect(await wrong()).toEqual({ kind: 'wrong', triesLeft: 0 })
    // The page says so, too: waiting is of no use, another code is.
    const code = { challenge: last, purpose: 'enter', secret: CODE_SECRET } as const
    expect(await readCode(visitorContext(database), code)).toMatchObject({ isLive: false })
    expect(await wrong()).toEqual({ kind: 'expired' })
    // Not even the right one.
    expect(await give(database, last, rightCode(last), { clientKey: 'guesser' })).toEqual({ kind: 'expired' })
    expect(await give(database, mine, rightCode(mine), { clientKey: 'owner' })).toMatchObject(signedIn)
  })

  it('of one keeps nobody out behind the same address who has their code, or has been in before', async () => {
    const device = deviceOf(await comeIn(RINA, 'home'))
    await guessOn('cafe')
    await comeIn('somebody-new@contoh.id', 'cafe')
    const challenge = await challengeOf(database, RINA, { clientKey: 'cafe', device })
    const as = { clientKey: 'cafe', device }
    expect(await give(database, challenge, wrongCode(challenge), as)).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect(await give(database, challenge, rightCode(challenge), as)).toMatchObject(signedIn)
  })

  it('ends at one address for all strangers together, and its owner still comes in', async () => {
    let guesses = 0
    for (let n = 0; guesses < ADDRESS_GUESSES.limit + FIRST_GUESSES.limit; n++) {
      const clientKey = `stranger-${n}`
      const challenge = await challengeOf(database, RINA, { clientKey })
      for (let tries = 0; tries < 5; tries++, guesses++)
        await give(database, challenge, wrongCode(challenge), { clientKey })
    }
    const challenge = await challengeOf(database, RINA, { clientKey: 'stranger-of-the-evening' })
    const as = { clientKey: 'stranger-of-the-evening' }
    expect(await give(database, challenge, wrongCode(challenge), as)).toEqual({ kind: 'wrong', triesLeft: 0 })
    expect(await give(database, challenge, rightCode(challenge), as)).toEqual({ kind: 'expired' })
    await comeIn(RINA, 'new-place')
    // The day is over, and so is its count.
    const now = later(ADDRESS_GUESSES.windowSeconds)
    const next = await challengeOf(database, RINA, { clientKey: 'stranger-of-the-morning', now })
    expect(
      await give(database, next, wrongCode(next), { clientKey: 'stranger-of-the-morning', now }),
    ).toEqual({ kind: 'wrong', triesLeft: 4 })
  })

  it('rightly, to show that it is oneself, counts neither as a try nor as an asking', async () => {
    const context = { ...visitorContext(database), actor: asPerson(RINA_ID) }
    const as = { locale: 'id', clientKey: 'home', secret: CODE_SECRET, purpose: 'confirm' } as const
    for (let n = 0; n < OWN_CODES.limit + 2; n++) {
      const asked = await askOwnCode(context, as)
      if (asked.kind !== 'sent') throw new Error(`${asked.kind} after ${n}`)
      const { challenge } = asked
      const given = { ...as, kind: 'code', challenge, code: rightCode(challenge) } as const
      expect(await confirmSelf(context, given)).toMatchObject({ kind: 'confirmed' })
    }
    const left = await database.connection.db.select().from(schema.rateLimit)
    expect(left.filter(({ key, count }) => count > 0 && !key.startsWith('signed-in:'))).toEqual([])
  })

  it('by a few leaves an owner in a new place several codes, and several tries', async () => {
    for (const clientKey of ['one', 'two', 'three'])
      for (let n = 0; n < CLIENT_ADDRESS_CODES.limit; n++) {
        const challenge = await challengeOf(database, RINA, { clientKey })
        for (let tries = 0; tries < 5; tries++)
          await give(database, challenge, wrongCode(challenge), { clientKey })
      }
    const as = { clientKey: 'new-place' }
    for (let n = 1; n < FIRST_CODE.limit; n++) await challengeOf(database, RINA, as)
    const challenge = await challengeOf(database, RINA, as)
    expect(await give(database, challenge, wrongCode(challenge), as)).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect(await give(database, challenge, rightCode(challenge), as)).toMatchObject(signedIn)
  }, 60_000)

  it('at no code, or at one that is over, counts for nothing', async () => {
    const used = await challengeOf(database, 'used@contoh.id')
    await give(database, used)
    for (let n = 0; n < CLIENT_GUESSES.limit; n++) {
      expect(await give(database, `nothing-${n}`, '123456')).toEqual({ kind: 'unknown' })
      expect(await give(database, used, '123456')).toEqual({ kind: 'used' })
    }
    const challenge = await challengeOf(database, RINA)
    expect(await give(database, challenge, wrongCode(challenge))).toEqual({ kind: 'wrong', triesLeft: 4 })
  })
})
