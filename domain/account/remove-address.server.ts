import { and, eq, isNull } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { consent } from '~/db/schema/consent'
import { person } from '~/db/schema/person'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import { queueMessage } from '../shared/queue-message.server'
import { maskAddress } from './address'
import { ownPersonToChange } from './own-person.server'

/** 'last': without another proven address nobody could come in again. 'none': there is none to take away. */
export type RemoveAddressOutcome = { kind: 'removed' } | { kind: 'last' } | { kind: 'none' }

/**
 * Takes one of one's addresses away and tells it so. Without an e-mail a password opens nothing, and without
 * a number the consent to WhatsApp is worth nothing: both end with theirs.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function removeAddress(
  context: Context,
  { channel }: { channel: Channel },
): Promise<RemoveAddressOutcome> {
  const { db, actor, now } = context
  return inTransaction(db, async (tx) => {
    const own = await ownPersonToChange(tx, actor)
    const removed = channel === 'mail' ? own.email : own.phoneE164
    if (!removed) return { kind: 'none' }
    const other = channel === 'mail' ? 'whatsapp' : 'mail'
    const kept = other === 'mail' ? own.emailVerified && own.email : own.phoneVerified && own.phoneE164
    if (!kept) return { kind: 'last' }
    await tx
      .update(person)
      .set({
        ...(channel === 'mail'
          ? { email: null, emailVerified: false }
          : { phoneE164: null, phoneVerified: false }),
        preferredChannel: other,
        updatedAt: now,
      })
      .where(eq(person.id, own.id))
    if (channel === 'mail') {
      await tx.delete(account).where(and(eq(account.personId, own.id), eq(account.providerId, 'credential')))
    } else {
      await tx
        .update(consent)
        .set({ withdrawnAt: now })
        .where(and(eq(consent.personId, own.id), eq(consent.kind, 'whatsapp'), isNull(consent.withdrawnAt)))
    }
    await queueMessage(tx, context, {
      template: 'address-changed',
      variables: { channel: other, shown: maskAddress(other, kept) },
      locale: own.locale,
      to: { channel, address: removed, personId: own.id },
      about: { kind: 'person', id: own.id },
      priority: 1,
      isSample: own.isSample,
    })
    return { kind: 'removed' }
  })
}
