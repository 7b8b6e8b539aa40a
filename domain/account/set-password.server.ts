import { and, eq } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { session } from '~/db/schema/session'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { countGuess, forgiveProven } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { checkCode } from './one-time-code.server'
import { openSession } from './open-session.server'
import { type PasswordProblem, passwordProblem } from './password'
import type { ProveCodeFailure, ProveCodeInput } from './prove-code.server'
import { provenPerson } from './proven-person.server'
import { sampleIsOpen } from './sample-open.server'
import { typedCode } from './typed-code'

export interface SetPasswordInput extends ProveCodeInput {
  /** As typed, never trimmed. */
  password: string
}

export type SetPasswordOutcome =
  | { kind: 'signed-in'; cookies: string[]; isNew: boolean }
  /** No try of the code was used. */
  | { kind: 'password'; problem: PasswordProblem; code: 'missing' | 'given' }
  | ProveCodeFailure

/**
 * Sets a new password with the code that went to the e-mail, and lets its owner in: every other session of
 * theirs ends. An e-mail that is nobody's becomes a new person's, as when coming in without a password.
 */
export async function setPassword(context: Context, input: SetPasswordInput): Promise<SetPasswordOutcome> {
  const { db, now } = context
  const { challenge, auth, clientKey, sessionId, secret } = input
  const code = typedCode(input.code)
  const problem = passwordProblem(input.password)
  if (problem) return { kind: 'password', problem, code: code ? 'given' : 'missing' }
  if (!code) return { kind: 'missing' }
  const counted = await countGuess(context, clientKey)
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const isSampleOpen = await sampleIsOpen(db)
  // Before the transaction: it takes long on purpose, for wrong codes too.
  const password = await hashPassword(auth, input.password)
  const proven = await inTransaction(db, async (tx) => {
    const checked = await checkCode(tx, { challenge, code, purpose: 'reset', now, secret })
    if (checked.kind !== 'right') return checked
    if (checked.row.isSample && !isSampleOpen) return { kind: 'unknown' as const }
    const person = await provenPerson(tx, context, checked.row)
    await tx.delete(session).where(eq(session.personId, person.id))
    await tx.delete(account).where(and(eq(account.personId, person.id), eq(account.providerId, 'credential')))
    await tx.insert(account).values({
      id: context.newId(),
      personId: person.id,
      providerId: 'credential',
      accountId: person.id,
      password,
      createdAt: now,
      updatedAt: now,
    })
    return { kind: 'right' as const, person, address: checked.row.address }
  })
  if (proven.kind !== 'right') return proven
  await forgiveProven(context, { clientKey, address: proven.address })
  const cookies = await openSession(context, { auth, personId: proven.person.id, oldSessionId: sessionId })
  return { kind: 'signed-in', cookies, isNew: proven.person.isNew }
}

async function hashPassword(auth: Auth, password: string): Promise<string> {
  const { password: by } = await auth.$context
  return by.hash(password)
}
