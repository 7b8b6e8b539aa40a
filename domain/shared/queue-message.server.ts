import { message } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from './context'
import type { Locale } from './locale'
import type { Channel, MessageSubject, MessageTemplate } from './message-enums'
import type { MessageVariables } from './message-variables'

export interface QueuedMessage<T extends MessageTemplate = MessageTemplate> {
  template: T
  variables: MessageVariables[T]
  locale: Locale
  /** To a person, by the channel chosen when it goes; or to one address alone, as a code that proves it. */
  to: { personId: string } | { channel: Channel; address: string; personId?: string }
  /** For which organisation the receiver gets it. */
  organisationId?: string
  about: { kind: MessageSubject; id: string }
  /** A second message with the same key is dropped. */
  dedupeKey?: string
  /** 0 goes first, 9 last. */
  priority?: number
  notBefore?: Date
  /** After this it is of no use. */
  expiresAt?: Date
  isSample: boolean
  /** Written down and never sent, because of this. */
  heldBecause?: 'unproven'
}

/**
 * Writes a message that has to go, in the transaction of what causes it: a rolled-back transaction leaves none.
 * The worker sends it at the services' pace. What is of sample data is written as 'demonstration' and never goes.
 * @returns its id; null: there is one with this key already.
 */
export async function queueMessage<T extends MessageTemplate>(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  queued: QueuedMessage<T>,
): Promise<string | null> {
  const { template, variables, locale, to, about, isSample } = queued
  const isFixed = 'address' in to
  const isHeld = queued.heldBecause !== undefined && !isSample
  const rows = await tx
    .insert(message)
    .values({
      id: context.newId(),
      template,
      variables: { ...variables },
      locale,
      personId: to.personId ?? null,
      organisationId: queued.organisationId ?? null,
      aboutKind: about.kind,
      aboutId: about.id,
      isAddressFixed: isFixed,
      channel: isFixed ? to.channel : null,
      address: isFixed ? to.address : null,
      state: isSample ? 'demonstration' : isHeld ? 'void' : 'waiting',
      failure: isHeld ? queued.heldBecause : null,
      settledAt: isHeld ? context.now : null,
      priority: queued.priority ?? 5,
      notBefore: queued.notBefore ?? context.now,
      expiresAt: queued.expiresAt ?? null,
      dedupeKey: queued.dedupeKey ?? null,
      isSample,
      createdAt: context.now,
      updatedAt: context.now,
    })
    .onConflictDoNothing({ target: message.dedupeKey })
    .returning({ id: message.id })
  return rows[0]?.id ?? null
}
