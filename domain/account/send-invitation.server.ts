import { and, eq, inArray, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import { notBefore } from '../message/not-before'
import type { Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { queueMessage } from '../shared/queue-message.server'

export interface InvitationToSend {
  id: string
  organisationId: string
  role: MembershipRole
  channel: Channel
  address: string
  locale: Locale
  expiresAt: Date
  isSample: boolean
}

/** Queues the one message that has an invitation's link, to the address that is invited and to no other. */
export async function sendInvitation(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  {
    invitation,
    organisation,
    inviter,
    token,
  }: {
    invitation: InvitationToSend
    organisation: { name: string; nameArabic: string | null }
    inviter: string
    token: string
  },
): Promise<void> {
  const { id, organisationId, role, channel, address, locale, expiresAt, isSample } = invitation
  await queueMessage(tx, context, {
    template: 'organisation-invitation',
    variables: {
      organisation: organisation.name,
      organisationArabic: organisation.nameArabic,
      inviter,
      role,
      token,
    },
    locale,
    to: { channel, address },
    organisationId,
    about: { kind: 'invitation', id },
    // Nobody waits for it: it wakes nobody.
    notBefore: notBefore('organisation-invitation', { at: context.now, timeZone: null }),
    expiresAt,
    isSample,
  })
}

/**
 * Calls back the messages of an invitation whose link is worth nothing any more: those that wait don't go,
 * and no link stays readable. One that is just going is erased by who sends it.
 */
export async function callBackInvitation(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { id, why }: { id: string; why: 'superseded' | 'revoked' | 'accepted' },
): Promise<void> {
  const ofIt = and(eq(message.aboutKind, 'invitation'), eq(message.aboutId, id))
  await tx
    .update(message)
    .set({ state: 'void', failure: why, settledAt: now, updatedAt: now })
    .where(and(ofIt, inArray(message.state, ['waiting', 'kept', 'demonstration', 'dead'])))
  await tx
    .update(message)
    .set({ variables: sql`${message.variables} - 'token'`, address: null })
    .where(and(ofIt, sql`${message.state} not in ('sending', 'unknown')`))
}
