import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { checkPassword } from './check-password.server'
import { recordConfirmation } from './confirmation.server'
import type { Asker } from './count-code.server'
import { countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { checkCode } from './one-time-code.server'
import { ownPerson, ownPersonToChange } from './own-person.server'
import type { ProveCodeFailure } from './prove-code.server'
import { typedCode } from './typed-code'

export type ConfirmSelfInput =
  | { kind: 'password'; password: string; auth: Auth; locale: Locale }
  | ({ kind: 'code'; challenge: string; code: string; secret: string } & Asker)

export type ConfirmSelfOutcome =
  /** `confirmation`: nobody can guess it; for `askAddress` and `removeAddress`, for a quarter of an hour. */
  { kind: 'confirmed'; confirmation: string } | { kind: 'wrong-password' } | ProveCodeFailure

/** Takes back that a code was used. */
class NotTheirs extends Error {}

/**
 * Shows by one's password, or by a code that went to one's own address, that it is oneself at the screen.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function confirmSelf(context: Context, input: ConfirmSelfInput): Promise<ConfirmSelfOutcome> {
  const { db, actor, now } = context
  const self = await ownPerson(db, actor)
  if (self.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  if (input.kind === 'password') {
    const { auth, password, locale } = input
    const checked = await checkPassword(context, { auth, personId: self.id, password })
    if (checked.kind === 'wrong') return { kind: 'wrong-password' }
    if (checked.kind === 'too-many') return checked
    return { kind: 'confirmed', confirmation: await recordConfirmation(db, context, self, locale) }
  }
  const { challenge, secret, clientKey, device } = input
  const code = typedCode(input.code)
  if (!code) return { kind: 'missing' }
  const guess = await countGuess(context, { challenge, purpose: 'confirm', clientKey, device })
  try {
    const checked = await inTransaction(db, async (tx) => {
      const own = await ownPersonToChange(tx, actor)
      const { tries } = guess
      const found = await checkCode(tx, { challenge, code, purpose: 'confirm', now, secret, tries })
      if (found.kind === 'right' && found.row.personId !== own.id) throw new NotTheirs()
      return found
    })
    if (checked.kind === 'right') {
      const { address } = checked.row
      // The asking as well: whoever changes several addresses shows each time that it is them.
      await forgiveProven(context, { guess, asker: { clientKey, device }, address, isNew: false })
      return { kind: 'confirmed', confirmation: challenge }
    }
    if (checked.kind !== 'wrong') await takeBackGuess(context, guess)
    return checked
  } catch (error) {
    if (error instanceof NotTheirs) {
      await takeBackGuess(context, guess)
      return { kind: 'unknown' }
    }
    throw error
  }
}
