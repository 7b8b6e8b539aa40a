import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { schema } from '~/db/schema'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { newId } from '~/domain/shared/ids'
import { forgetEntering } from '../setup/entering'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// Nobody learns who has an account: not from the answer, not from what is asked of the database, not from the time.

const KNOWN = { email: 'rina@contoh.id', phone: '+6281234567890' }
const UNKNOWN = { email: 'ruli@contoh.id', phone: '+6281234567891' }
const PAIRS = 30
const queries: string[] = []
let database: TestDatabase
let connection: DatabaseConnection
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database.connection
  await seedSampleEdition(db, { booths: 12 })
  await db.insert(schema.person).values({
    id: newId(),
    name: 'Rina',
    email: KNOWN.email,
    emailVerified: true,
    phoneE164: KNOWN.phone,
    phoneVerified: true,
  })
  connection = connectDatabase(database.url, { onQuery: (query) => queries.push(query) })
  web = await createTestWeb({ connection })
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})
beforeEach(() => forgetEntering(database))

const WAYS: [string, (address: typeof KNOWN) => [path: string, fields: Record<string, string>]][] = [
  ['a code by WhatsApp', ({ phone }) => ['/id/sign-in', { channel: 'whatsapp', phone, email: '' }]],
  ['a code by e-mail', ({ email }) => ['/id/sign-in', { channel: 'mail', phone: '', email }]],
  ['a password', ({ email }) => ['/id/sign-in', { email, password: 'not this one' }]],
  ['a new password', ({ email }) => ['/id/sign-in/new-password', { intent: 'ask', email }]],
]

async function tryAs(address: typeof KNOWN, way: (typeof WAYS)[number][1]) {
  const [path, fields] = way(address)
  queries.length = 0
  const started = performance.now()
  const answer = await web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  const html = await answer.text()
  const ms = performance.now() - started
  const shape = (text: string) =>
    text
      .replaceAll(address.email, 'EMAIL')
      .replaceAll(address.phone, 'PHONE')
      // The page's nonce: in its scripts and in its data.
      .replace(/[\w+/]{22}==/g, 'NONCE')
      .replace(/(code[/=])[\w-]{22}/g, '$1CHALLENGE')
  return {
    ms,
    said: [
      answer.status,
      shape(answer.headers.get('location') ?? ''),
      answer.headers.getSetCookie().map((line) => line.split('=')[0]),
      shape(html),
    ],
    statements: queries.slice(),
  }
}

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

describe.each(WAYS)('%s', (_, way) => {
  it('is answered alike for a known and an unknown address, after the same statements, in the same time', async () => {
    // Whatever is done once is done.
    await tryAs(KNOWN, way)
    await tryAs(UNKNOWN, way)
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let n = 0; n < PAIRS; n++) {
      await forgetEntering(database)
      const [known, unknown] =
        n % 2 ? [await tryAs(KNOWN, way), await tryAs(UNKNOWN, way)] : await inTurn(way)
      if (n === 0) {
        expect(unknown.said).toEqual(known.said)
        expect(unknown.statements.length).toBeGreaterThan(2)
        expect(statementsAlike(unknown.statements)).toEqual(statementsAlike(known.statements))
      }
      times.known.push(known.ms)
      times.unknown.push(unknown.ms)
    }
    const ratio = median(times.unknown) / median(times.known)
    expect(ratio).toBeGreaterThan(0.67)
    expect(ratio).toBeLessThan(1.5)
  }, 120_000)
})

/** The unknown one first: neither profits from what the other warmed up. */
async function inTurn(way: (typeof WAYS)[number][1]) {
  const unknown = await tryAs(UNKNOWN, way)
  return [await tryAs(KNOWN, way), unknown] as const
}

/** better-auth reads the account of a person that it found: part of the time of a hash, which both take. */
const statementsAlike = (statements: string[]) =>
  statements.filter((statement) => !/from "account"/.test(statement))
