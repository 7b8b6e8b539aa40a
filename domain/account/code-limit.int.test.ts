import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import {
  ask,
  challengeOf,
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
import { CLIENT_ADDRESS_CODES, CLIENT_CODES, CLIENT_GUESSES, STRANGERS_CODES } from './code-limit'
import { signIn } from './sign-in.server'

const RINA = 'rina@contoh.id'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await openSmallHall(database)
})
afterAll(() => database?.drop())
beforeEach(() => forgetEntering(database))

const sent = { kind: 'sent' }
const tooMany = { kind: 'too-many' }
const kindsOf = (outcomes: { kind: string }[]) => [...new Set(outcomes.map(({ kind }) => kind))]

/** Strangers use up what all of them together may ask for at an address. */
async function besiege(address: string, now = NOW) {
  for (let n = 0; n < STRANGERS_CODES.limit; n += 6) {
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, at) => ask(database, address, { clientKey: `stranger-${n + at}`, now })),
    )
    expect(kindsOf(asked)).toEqual(['sent'])
  }
  expect(await ask(database, address, { clientKey: 'one-more-stranger', now })).toMatchObject(tooMany)
}

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
    await give(database, await challengeOf(database, RINA, { clientKey: 'home' }), undefined, {
      clientKey: 'home',
    })
    await besiege(RINA)
    const challenge = await challengeOf(database, RINA, { clientKey: 'home' })
    expect(await give(database, challenge, rightCode(challenge), { clientKey: 'home' })).toMatchObject({
      kind: 'signed-in',
    })
  }, 60_000)

  it('leave every code that was sent before as it was', async () => {
    const challenge = await challengeOf(database, RINA, { clientKey: 'new-phone' })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(database, RINA, { clientKey: `stranger-${n}` })),
    )
    expect(await give(database, challenge, rightCode(challenge), { clientKey: 'new-phone' })).toMatchObject({
      kind: 'signed-in',
    })
  })

  it('cannot stop a password from where its owner signed in by code, nor by guessing it', async () => {
    await give(database, await challengeOf(database, RINA, { clientKey: 'home' }), undefined, {
      clientKey: 'home',
    })
    const tryPassword = (clientKey: string) =>
      signIn(visitorContext(database), {
        auth: testAuth(database),
        fields: { email: RINA, password: 'not this one' },
        clientKey,
        sessionId: null,
      })
    for (let n = 0; n < 100; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, at) => tryPassword(`stranger-${n + at}`)))
    expect(await tryPassword('one-more')).toMatchObject(tooMany)
    expect(await tryPassword('home')).toEqual({ kind: 'wrong' })
    expect(await ask(database, RINA, { clientKey: 'home' })).toMatchObject(sent)
  }, 60_000)
})

describe('guessing codes', () => {
  it('is stopped for one client, whatever codes it has, and not for the owner from another', async () => {
    const mine = await challengeOf(database, RINA, { clientKey: 'owner' })
    let guesses = 0
    for (let n = 0; guesses < CLIENT_GUESSES.limit; n++) {
      const challenge = await challengeOf(database, `target-${n}@contoh.id`)
      for (let tries = 0; tries < 5 && guesses < CLIENT_GUESSES.limit; tries++, guesses++)
        expect(await give(database, challenge, wrongCode(challenge))).toMatchObject({ kind: 'wrong' })
    }
    // Not even the right one.
    const last = await challengeOf(database, 'last@contoh.id')
    expect(await give(database, last)).toMatchObject(tooMany)
    expect(await give(database, mine, rightCode(mine), { clientKey: 'owner' })).toMatchObject({
      kind: 'signed-in',
    })
  })
})
