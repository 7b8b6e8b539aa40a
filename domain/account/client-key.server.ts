import { createHash } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { rateLimit } from '~/db/schema/rate-limit'
import type { Context } from '../shared/context'
import { KNOWN_CLIENT } from './sign-in-limit'

type Data = Pick<Context, 'db' | 'now'>

/** For the keys of limits: which address it was cannot be read in the table. */
export function hashedKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

const knownKey = (clientKey: string, address: string) =>
  `signed-in:${clientKey}:${hashedKey(`${clientKey}:${address}`)}`

/** Whether the owner of the address has come in from this client lately. */
export async function isKnownClient({ db, now }: Data, clientKey: string, address: string): Promise<boolean> {
  const rows = await db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(and(eq(rateLimit.key, knownKey(clientKey, address)), gt(rateLimit.windowEndsAt, now)))
  return rows.length > 0
}

/** Remembers, without the address and without the client's, that the owner came in from here. */
export async function rememberClient({ db, now }: Data, clientKey: string, address: string): Promise<void> {
  await countAgainstLimit(db, KNOWN_CLIENT, knownKey(clientKey, address), now)
}
