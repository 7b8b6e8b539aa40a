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
