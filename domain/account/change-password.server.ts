import { and, eq, ne } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { session } from '~/db/schema/session'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { checkPassword } from './check-password.server'
import type { Auth } from './create-auth.server'
import { ownPerson, ownPersonToChange } from './own-person.server'
import { type PasswordProblem, passwordProblem } from './password'

export interface ChangePasswordInput {
  auth: Auth
  present: string
  next: string
  /** The reader's own session, which stays. */
  sessionId: string | null
}

export type ChangePasswordOutcome =
  | { kind: 'changed' }
  | { kind: 'wrong' }
  | { kind: 'problem'; problem: PasswordProblem }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Another password for who knows the present one; every other session of theirs ends. A first one is set with
 * a code: see set-password.server.ts.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function changePassword(
  context: Context,
  { auth, present, next, sessionId }: ChangePasswordInput,
): Promise<ChangePasswordOutcome> {
  const { db, actor, now } = context
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  const problem = passwordProblem(next)
  if (problem) return { kind: 'problem', problem }
  const checked = await checkPassword(context, { auth, personId: own.id, password: present })
  if (checked.kind !== 'right') return checked
  const { password: by } = await auth.$context
  const password = await by.hash(next)
  await inTransaction(db, async (tx) => {
    await ownPersonToChange(tx, actor)
    await tx
      .update(account)
      .set({ password, updatedAt: now })
      .where(and(eq(account.personId, own.id), eq(account.providerId, 'credential')))
    const theirs = eq(session.personId, own.id)
    await tx.delete(session).where(sessionId ? and(theirs, ne(session.id, sessionId)) : theirs)
  })
  return { kind: 'changed' }
}
