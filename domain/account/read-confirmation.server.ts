import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { confirmationWays, isConfirmed } from './confirmation.server'
import { ownPerson } from './own-person.server'

export interface ConfirmationView {
  /** Nothing more has to be shown before an address changes. */
  isConfirmed: boolean
  hasPassword: boolean
  canGetCode: boolean
}

/**
 * Whether somebody has shown that it is them, and by what they can.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function readConfirmation(
  context: Context,
  { confirmation }: { confirmation: string | null },
): Promise<ConfirmationView> {
  const { db, actor } = context
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  const { hasPassword, address } = await confirmationWays(db, own)
  const confirmed = await isConfirmed(db, context, own, confirmation)
  return { isConfirmed: confirmed, hasPassword, canGetCode: address !== null }
}
