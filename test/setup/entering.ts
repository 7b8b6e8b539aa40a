import { like } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { askCode } from '~/domain/account/ask-code.server'
import { type Auth, createAuth } from '~/domain/account/create-auth.server'
import { type Device, readDevice } from '~/domain/account/device.server'
import { codeOf } from '~/domain/account/one-time-code.server'
import { proveCode } from '~/domain/account/prove-code.server'
import type { Context } from '~/domain/shared/context'
import type { Channel } from '~/domain/shared/message-enums'
import { visitorContext } from './small-hall'
import type { TestDatabase } from './test-database'

export const CODE_SECRET = 'of the codes of these tests'
export const NOW = new Date('2026-11-22T03:00:00Z')
export const later = (seconds: number, from = NOW) => new Date(from.getTime() + seconds * 1000)

export const testAuth = (database: TestDatabase): Auth =>
  createAuth({
    db: database.connection.db,
    secret: 'a secret for these tests, and for nothing else',
    isSecure: false,
  })

export interface AskedAs {
  clientKey?: string
  now?: Date
  purpose?: 'enter' | 'reset'
  device?: Device
}

/** Asks for a code as a client; an '@' makes it an e-mail. */
export function ask(
  database: TestDatabase,
  text: string,
  { clientKey = 'client-a', now = NOW, purpose = 'enter', device }: AskedAs = {},
) {
  const channel: Channel = text.includes('@') ? 'mail' : 'whatsapp'
  return askCode(visitorContext(database, now), {
    purpose,
    channel,
    text,
    locale: 'id',
    clientKey,
    device,
    secret: CODE_SECRET,
  })
}

/** The challenge of a code that was sent. */
export async function challengeOf(database: TestDatabase, text: string, as: AskedAs = {}): Promise<string> {
  const asked = await ask(database, text, as)
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  return asked.challenge
}

export const rightCode = (challenge: string) => codeOf(challenge, CODE_SECRET)
/** Not the right one. */
export const wrongCode = (challenge: string) =>
  String((Number(rightCode(challenge)) + 1) % 1_000_000).padStart(6, '0')

export function give(
  database: TestDatabase,
  challenge: string,
  code = rightCode(challenge),
  {
    clientKey = 'client-a',
    now = NOW,
    sessionId = null as string | null,
    device,
  }: { clientKey?: string; now?: Date; sessionId?: string | null; device?: Device } = {},
) {
  const context: Context = visitorContext(database, now)
  return proveCode(context, {
    challenge,
    code,
    auth: testAuth(database),
    clientKey,
    device,
    sessionId,
    secret: CODE_SECRET,
  })
}

/** A browser, as the server reads it from its cookies. */
export const deviceOf = (cookie: string, now = NOW) =>
  readDevice({ cookie, secret: 'of the browsers of these tests', now, isSecure: false })

/** What a browser sends of Set-Cookie headers. */
export const asCookie = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ')

/** Forgets every limit, code, session and code's message. */
export async function forgetEntering({ connection: { db } }: TestDatabase): Promise<void> {
  await db.delete(schema.rateLimit)
  await db.delete(schema.oneTimeCode)
  await db.delete(schema.session)
  await db.delete(schema.message).where(like(schema.message.dedupeKey, 'code:%'))
}
