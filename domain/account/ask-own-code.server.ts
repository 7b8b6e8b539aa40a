import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { ownAddress } from './confirmation.server'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { ownPerson } from './own-person.server'

export interface AskOwnCodeInput extends Asker {
  /** To change one's addresses, or to delete the account. */
  purpose: 'confirm' | 'delete'
  locale: Locale
  secret: string
}

export type AskOwnCodeOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'too-many'; retryAfterSeconds: number }
  /** No proven address that it could go to. */
  | { kind: 'no-address' }

/**
 * Sends a code to one's own address, to show that it is oneself.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function askOwnCode(context: Context, input: AskOwnCodeInput): Promise<AskOwnCodeOutcome> {
  const { db, actor } = context
  const { purpose, locale, clientKey, device, secret } = input
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  const to = ownAddress(own)
  if (!to) return { kind: 'no-address' }
  const counted = await countCode(context, { clientKey, device, ...to })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, (tx) =>
    startCode(tx, context, {
      purpose,
      ...to,
      locale,
      personId: own.id,
      isSample: own.isSample,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    }),
  )
  return { kind: 'sent', challenge }
}
