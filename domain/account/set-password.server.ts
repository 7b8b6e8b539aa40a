import { and, eq } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { session } from '~/db/schema/session'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { keepJoiningKind } from './keep-joining-kind.server'
import { checkCode } from './one-time-code.server'
import { openSession } from './open-session.server'
import { type PasswordProblem, passwordProblem } from './password'
import type { ProveCodeFailure, ProveCodeInput } from './prove-code.server'
import { provenPerson } from './proven-person.server'
import { sampleIsOpen } from './sample-open.server'
import { takesPassword } from './takes-password.server'
import { typedCode } from './typed-code'

export interface SetPasswordInput extends ProveCodeInput {
  /** 'enter': chosen with the code that somebody joins or comes in by. */
  purpose: 'enter' | 'reset'
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
  const { purpose, challenge, auth, clientKey, device, sessionId, secret } = input
  const asker = { clientKey, device }
  const code = typedCode(input.code)
  const problem = passwordProblem(input.password)
  if (problem) return { kind: 'password', problem, code: code ? 'given' : 'missing' }
  if (!code) return { kind: 'missing' }
  const guess = await countGuess(context, { challenge, purpose, ...asker })
  const isSampleOpen = await sampleIsOpen(db)
  // Before the transaction: it takes long on purpose, for wrong codes too; a code that is over isn't worth it.
  const password = guess.isLive ? await hashPassword(auth, input.password) : ''
  const proven = await inTransaction(db, async (tx) => {
    const checked = await checkCode(tx, { challenge, code, purpose, now, secret, tries: guess.tries })
    if (checked.kind !== 'right') return checked
    const { isSample } = checked.row
    // Everybody's accounts keep the password that the sign-in page tells; a number has none to sign in with.
    if (!takesPassword(checked.row)) throw new AppError('forbidden', 'no password of its own')
    if (isSample && !isSampleOpen) return { kind: 'unknown' as const }
    const person = await provenPerson(tx, context, checked.row)
    if (input.joiningKind)
      await keepJoiningKind(tx, { personId: person.id, kind: input.joiningKind, isSample, now })
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
  if (proven.kind !== 'right') {
    if (proven.kind !== 'wrong') await takeBackGuess(context, guess)
    return proven
  }
  const { address, person } = proven
  await forgiveProven(context, { guess, asker, address, isNew: person.isNew })
  const cookies = await openSession(context, { auth, personId: person.id, oldSessionId: sessionId, device })
  return { kind: 'signed-in', cookies, isNew: person.isNew }
}

async function hashPassword(auth: Auth, password: string): Promise<string> {
  const { password: by } = await auth.$context
  return by.hash(password)
}
