import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { type OwnPerson, ownPerson } from './own-person.server'

export interface AskOwnCodeInput {
  /** 'reset' for a first password, 'delete' for the end. */
  purpose: 'reset' | 'delete'
  locale: Locale
  clientKey: string
  secret: string
}

export type AskOwnCodeOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'too-many'; retryAfterSeconds: number }
  /** No proven address that it could go to: a password needs an e-mail. */
  | { kind: 'no-address' }

/**
 * Sends a code to one's own address, to show that it is oneself who asks.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function askOwnCode(context: Context, input: AskOwnCodeInput): Promise<AskOwnCodeOutcome> {
  const { db, actor } = context
  const { purpose, locale, clientKey, secret } = input
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  const to = ownAddress(own, purpose === 'reset' ? 'mail' : null)
  if (!to) return { kind: 'no-address' }
  const counted = await countCode(context, { clientKey, ...to })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, (tx) =>
    startCode(tx, context, {
      purpose,
      ...to,
      locale,
      personId: own.id,
      isSample: own.isSample,
      secret,
    }),
  )
  return { kind: 'sent', challenge }
}

/** A proven address: of `only`, or else the one that is preferred where there are both. */
function ownAddress(own: OwnPerson, only: Channel | null) {
  const whatsapp = own.phoneVerified && own.phoneE164 ? own.phoneE164 : null
  const mail = own.emailVerified && own.email ? own.email.toLowerCase() : null
  const isWhatsapp = only !== 'mail' && whatsapp !== null && (own.preferredChannel === 'whatsapp' || !mail)
  if (isWhatsapp) return { channel: 'whatsapp' as const, address: whatsapp }
  return mail ? { channel: 'mail' as const, address: mail } : null
}
