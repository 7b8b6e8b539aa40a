import type { GivenConsent } from '~/db/schema/one-time-code'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type Asker, countCode } from './count-code.server'
import { findInvitation } from './find-invitation.server'
import { startCode } from './one-time-code.server'
import { whoseAddress } from './whose-address.server'

export interface AskInvitationCodeInput extends Asker {
  token: string
  /** What was agreed to with the asking: it counts for who is new. */
  consents: GivenConsent[]
  locale: Locale
  secret: string
}

export type AskInvitationCodeOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'consent-missing' }
  /** The link is worth nothing, or no longer: see readInvitation. */
  | { kind: 'gone' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Sends a code to the address that a link was sent to: only who reads there gets further. Whoever has the link
 * may ask; whether the address is anybody's yet changes nothing of the answer.
 */
export async function askInvitationCode(
  context: Context,
  { token, consents, locale, clientKey, device, secret }: AskInvitationCodeInput,
): Promise<AskInvitationCodeOutcome> {
  const { db } = context
  const found = await findInvitation(db, context, token)
  if (found?.state !== 'open' || !found.row.address) return { kind: 'gone' }
  if (!consents.some(({ kind }) => kind === 'privacy')) return { kind: 'consent-missing' }
  const { id, channel, address, isSample } = found.row
  const counted = await countCode(context, { clientKey, device, channel, address, isInvited: true })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, async (tx) => {
    const person = await whoseAddress(tx, { channel, address })
    return startCode(tx, context, {
      purpose: 'invitation',
      channel,
      address,
      locale,
      personId: person?.id ?? null,
      subjectId: id,
      consents,
      isSample,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    })
  })
  return { kind: 'sent', challenge }
}
