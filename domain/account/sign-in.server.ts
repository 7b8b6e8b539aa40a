import { eq } from 'drizzle-orm'
import { countAgainstLimit, type RateLimitRule, takeBackFromLimit } from '~/db/rate-limit.server'
import { session } from '~/db/schema/session'
import { clientCounters, networkOf } from '../shared/client-counters'
import type { Context } from '../shared/context'
import { hashedKey, isKnownClient, rememberClient } from './client-key.server'
import type { Asker } from './count-code.server'
import type { Auth } from './create-auth.server'
import { rememberDevice } from './remember-device.server'
import type { SignInFields } from './sign-in.schema'
import { ACCOUNT_LIMIT, BROWSERS_LIMIT, CLIENT_LIMIT, EVERYBODY_LIMIT } from './sign-in-limit'
import { whoseAddress } from './whose-address.server'

export interface SignInInput extends Asker {
  auth: Auth
  fields: SignInFields
  /** The session that the browser has now: it ends. Null: none. */
  sessionId: string | null
}

export type SignInOutcome =
  /** `cookies`: Set-Cookie headers. */
  | { kind: 'signed-in'; cookies: string[] }
  /** Unknown e-mail, wrong password and a sample person outside the sample edition are one and the same. */
  | { kind: 'wrong' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Signs somebody in with e-mail and password. Anybody may try. The session's token is always a new one,
 * whatever cookie came with the request. Only wrong tries stay counted.
 */
export async function signIn(
  context: Context,
  { auth, fields, clientKey, device, sessionId }: SignInInput,
): Promise<SignInOutcome> {
  const { db, now } = context
  const owner = await whoseAddress(db, { channel: 'mail', address: fields.email })
  const own = device?.counterOf(fields.email, owner?.isProven ? owner.id : null)
  const counters =
    (own ? await countersOfBrowser(context, own, fields.email) : null) ??
    (await countersOfStranger(context, clientKey, fields.email))
  // Counted before the try, so that tries at the same time are all counted.
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) return { kind: 'too-many', retryAfterSeconds: limited.retryAfterSeconds }
  }
  const cookies = await tryPassword(auth, fields)
  if (!cookies) return { kind: 'wrong' }
  for (const key of [...counters.map(([, key]) => key), ...(own ? [browsersKey(fields.email)] : [])])
    await takeBackFromLimit(db, key)
  await rememberClient(context, clientKey, fields.email)
  if (sessionId) await db.delete(session).where(eq(session.id, sessionId))
  const known = owner ? await rememberDevice(db, device, owner.id) : []
  return { kind: 'signed-in', cookies: [...cookies, ...known] }
}

const browsersKey = (email: string) => `sign-in:browsers:${hashedKey(`everybody:${email}`)}`

/** Of a browser in which the owner has come in; null: all of these together have had their tries. */
async function countersOfBrowser(
  { db, now }: Context,
  own: string,
  email: string,
): Promise<[RateLimitRule, string][] | null> {
  const { allowed } = await countAgainstLimit(db, BROWSERS_LIMIT, browsersKey(email), now)
  return allowed ? [[ACCOUNT_LIMIT, `sign-in:${own}`]] : null
}

async function countersOfStranger(
  context: Context,
  clientKey: string,
  email: string,
): Promise<[RateLimitRule, string][]> {
  // Not readable in the table, which holds whom somebody tried to be.
  const at = hashedKey(`${networkOf(clientKey) ?? clientKey}:${email}`)
  const counters = [
    ...clientCounters(CLIENT_LIMIT, { name: 'sign-in', clientKey }),
    ...clientCounters(ACCOUNT_LIMIT, { name: 'sign-in', clientKey, at }),
  ]
  if (await isKnownClient(context, clientKey, email)) return counters
  return [...counters, [EVERYBODY_LIMIT, `sign-in:everybody:${hashedKey(`everybody:${email}`)}`]]
}

/** The new session's cookies; null: wrong. better-auth hashes a password for unknown e-mails too. */
async function tryPassword(auth: Auth, { email, password }: SignInFields): Promise<string[] | null> {
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      returnHeaders: true,
    })
    return headers.getSetCookie()
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** better-auth's own errors have a status; a lost database's have none. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500
}
