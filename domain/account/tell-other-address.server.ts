import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import { queueMessage } from '../shared/queue-message.server'
import { type Address, maskAddress } from './address'
import type { OwnPerson } from './own-person.server'

/** A person's proven address of the other channel: it hears of every change, so that none comes unawares. */
export function otherAddress(own: OwnPerson, channel: Channel): Address | null {
  if (channel === 'mail')
    return own.phoneVerified && own.phoneE164 ? { channel: 'whatsapp', address: own.phoneE164 } : null
  return own.emailVerified && own.email ? { channel: 'mail', address: own.email } : null
}

/** Writes to one address of a person what became of another, in the transaction that changed it. */
export async function tellOfAddress(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  own: OwnPerson,
  {
    template,
    to,
    changed,
  }: { template: 'address-added' | 'address-changed' | 'address-removed'; to: Address; changed: Address },
): Promise<void> {
  const { channel, address } = changed
  await queueMessage(tx, context, {
    template,
    variables: { channel, shown: maskAddress(channel, address) },
    locale: own.locale,
    to: { ...to, personId: own.id },
    about: { kind: 'person', id: own.id },
    priority: 1,
    isSample: own.isSample,
  })
}
