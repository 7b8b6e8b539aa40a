import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { schema } from '~/db/schema'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import { newInvitationToken } from '~/domain/account/invitation-token.server'
import { newId } from '~/domain/shared/ids'
import { addCompany, addPerson } from '../setup/actors'
import { forgetEntering } from '../setup/entering'
import { sessionCookie } from '../setup/session-cookie'
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
  const organisationId = await addCompany(database, 'offtaker', 'toko')
  for (const { email } of [KNOWN, UNKNOWN]) {
    const { token, tokenHash } = newInvitationToken()
    tokens.set(email, token)
    await db.insert(schema.invitation).values({
      id: newId(),
      organisationId,
      role: 'member',
      channel: 'mail',
      address: email,
      locale: 'id',
      tokenHash,
      expiresAt: new Date(Date.now() + 86_400_000),
    })
  }
  connection = connectDatabase(database.url, { onQuery: (query) => queries.push(query) })
  web = await createTestWeb({ connection })
  asker = await addPerson(database, organisationId, 'offtaker')
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})
beforeEach(() => forgetEntering(database))

const JOIN = { kind: 'pesantren', agree: 'privacy' }

const WAYS: [string, (address: typeof KNOWN) => [path: string, fields: Record<string, string>]][] = [
  ['a code by WhatsApp', ({ phone }) => ['/id/sign-in', { channel: 'whatsapp', phone, email: '' }]],
  ['a code by e-mail', ({ email }) => ['/id/sign-in', { channel: 'mail', phone: '', email }]],
  ['a password', ({ email }) => ['/id/sign-in', { email, password: 'not this one' }]],
  ['a new password', ({ email }) => ['/id/sign-in/new-password', { intent: 'ask', email }]],
  ['joining by WhatsApp', ({ phone }) => ['/id/join', { ...JOIN, channel: 'whatsapp', phone, email: '' }]],
  ['joining by e-mail', ({ email }) => ['/id/join', { ...JOIN, channel: 'mail', phone: '', email }]],
  [
    'another address of one’s own',
    ({ email }) => ['/id/account/address/mail', { intent: 'ask', address: email }],
  ],
  [
    'an invitation',
    ({ email }) => [`/id/invitations/${tokens.get(email) ?? ''}`, { intent: 'ask', agree: 'privacy' }],
  ],
]

/** Somebody with an account who has proven no address yet, and so needs not show first that it is them. */
let asker: Awaited<ReturnType<typeof addPerson>>

/** Of an invitation to each address. */
const tokens = new Map<string, string>()

async function tryAs(address: typeof KNOWN, way: (typeof WAYS)[number][1]) {
  const [path, fields] = way(address)
  const headers = path.startsWith('/id/account/')
    ? { cookie: await sessionCookie(database, web, asker) }
    : undefined
  queries.length = 0
  const started = performance.now()
  const answer = await web.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const html = await answer.text()
  const ms = performance.now() - started
  const shape = (text: string) =>
    text
      .replaceAll(address.email, 'EMAIL')
      .replaceAll(address.phone, 'PHONE')
      .replaceAll(tokens.get(address.email) ?? '', 'TOKEN')
      // The page's nonce: in its scripts and in its data.
      .replace(/[\w+/]{22}==/g, 'NONCE')
      .replace(/(code[/=]|code%3D)[\w-]{22}/g, '$1CHALLENGE')
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

const messagesTo = ({ email, phone }: typeof KNOWN) =>
  database.connection.db.$count(
    schema.message,
    and(inArray(schema.message.address, [email, phone]), eq(schema.message.state, 'waiting')),
  )

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

describe.each(WAYS)('%s', (name, way) => {
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
        // One message to each, where one goes at all.
        expect(await messagesTo(UNKNOWN)).toBe(await messagesTo(KNOWN))
        expect(await messagesTo(KNOWN)).toBe(name === 'a password' ? 0 : 1)
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
