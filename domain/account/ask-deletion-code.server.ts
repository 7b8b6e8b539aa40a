import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { type OwnPerson, ownPerson } from './own-person.server'

export interface AskDeletionCodeInput extends Asker {
  locale: Locale
  secret: string
}

export type AskDeletionCodeOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'too-many'; retryAfterSeconds: number }
  /** No proven address that it could go to. */
  | { kind: 'no-address' }

/**
 * Sends a code to one's own address, to show that it is oneself who wants the account deleted.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function askDeletionCode(
  context: Context,
  input: AskDeletionCodeInput,
): Promise<AskDeletionCodeOutcome> {
  const { db, actor } = context
  const { locale, clientKey, device, secret } = input
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  const to = ownAddress(own)
  if (!to) return { kind: 'no-address' }
  const counted = await countCode(context, { clientKey, device, ...to })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, (tx) =>
    startCode(tx, context, {
      purpose: 'delete',
      ...to,
      locale,
      personId: own.id,
      isSample: own.isSample,
      secret,
      isHeld: counted.isHeld,
    }),
  )
  return { kind: 'sent', challenge }
}

/** A proven address; the one that is preferred where there are both. */
function ownAddress(own: OwnPerson) {
  const whatsapp = own.phoneVerified && own.phoneE164 ? own.phoneE164 : null
  const mail = own.emailVerified && own.email ? own.email.toLowerCase() : null
  if (whatsapp && (own.preferredChannel === 'whatsapp' || !mail))
    return { channel: 'whatsapp' as const, address: whatsapp }
  return mail ? { channel: 'mail' as const, address: mail } : null
}
