import { and, eq } from 'drizzle-orm'
import { countAgainstLimit, takeBackFromLimit } from '~/db/rate-limit.server'
import { account } from '~/db/schema/account'
import type { Context } from '../shared/context'
import type { Auth } from './create-auth.server'
import { ACCOUNT_LIMIT } from './sign-in-limit'

export type CheckedPassword =
  | { kind: 'right' }
  | { kind: 'wrong' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Whether a password is the person's own: for what a session alone doesn't allow. Wrong ones are counted; it
 * takes long on purpose, so call it outside a transaction.
 */
export async function checkPassword(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { auth, personId, password }: { auth: Auth; personId: string; password: string },
): Promise<CheckedPassword> {
  const key = `own-password:${personId}`
  const counted = await countAgainstLimit(db, ACCOUNT_LIMIT, key, now)
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const [row] = await db
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.personId, personId), eq(account.providerId, 'credential')))
  const { password: by } = await auth.$context
  const isRight = row?.hash ? await by.verify({ hash: row.hash, password: password.slice(0, 128) }) : false
  if (!isRight) return { kind: 'wrong' }
  await takeBackFromLimit(db, key)
  return { kind: 'right' }
}
