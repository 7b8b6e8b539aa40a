import { and, eq, isNull } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { consent } from '~/db/schema/consent'
import { person } from '~/db/schema/person'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import { isConfirmed, spendConfirmation } from './confirmation.server'
import { ownPersonToChange } from './own-person.server'
import { tellOfAddress } from './tell-other-address.server'

/**
 * 'last': without another proven address nobody could come in again. 'none': there is none to take away.
 * 'unconfirmed': it has to be shown first that it is oneself, see `confirmSelf`.
 */
export type RemoveAddressOutcome = { kind: 'removed' | 'last' | 'none' | 'unconfirmed' }

/**
 * Takes one of one's addresses away, and tells it and the other so. Without an e-mail a password opens nothing, and without
 * a number the consent to WhatsApp is worth nothing: both end with theirs.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function removeAddress(
  context: Context,
  { channel, confirmation }: { channel: Channel; confirmation: string | null },
): Promise<RemoveAddressOutcome> {
  const { db, actor, now } = context
  return inTransaction(db, async (tx) => {
    const own = await ownPersonToChange(tx, actor)
    if (!(await isConfirmed(tx, context, own, confirmation))) return { kind: 'unconfirmed' }
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
    const gone = { channel, address: removed }
    for (const to of [gone, { channel: other, address: kept } as const])
      await tellOfAddress(tx, context, own, { template: 'address-removed', to, changed: gone })
    await spendConfirmation(tx, own, confirmation)
    return { kind: 'removed' }
  })
}
