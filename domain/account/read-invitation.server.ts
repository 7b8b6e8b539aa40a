import { eq, sql } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import type { Context } from '../shared/context'
import type { MembershipRole, OrganisationKind } from '../shared/enums'
import type { Channel } from '../shared/message-enums'
import { maskAddress } from './address'
import { findInvitation } from './find-invitation.server'
import { hasAgreed } from './has-agreed.server'
import type { InvitationState } from './invitation'
import { provenBy } from './proven-by.server'

export interface InvitingOrganisation {
  id: string
  name: string
  nameArabic: string | null
  kind: OrganisationKind
  isSample: boolean
}

export type InvitationView =
  /** There is none, or none any more: a link that nobody sent is answered alike. */
  | { kind: 'unknown' }
  | {
      kind: 'over'
      /** 'closed': the organisation is no longer here. */
      why: Exclude<InvitationState, 'open'> | 'closed'
      organisation: InvitingOrganisation
      /** The reader is in its team already: with this link, or otherwise. */
      isMember: boolean
    }
  | {
      kind: 'open'
      organisation: InvitingOrganisation
      role: MembershipRole
      /** Null: somebody who is no longer here. */
      inviter: string | null
      expiresAt: Date
      channel: Channel
      /** The invited address, all but its ends masked. */
      shown: string
      /** 'receiver': signed in as somebody whose proven address it is. */
      reader: 'visitor' | 'receiver' | 'other'
      /** The receiver hasn't said yet how to be called. */
      lacksName: boolean
      /** Nor agreed to anything. */
      lacksConsent: boolean
    }

/** What a link invites to. Anybody who has it may read this; it lets nobody in. At most two queries. */
export async function readInvitation(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  { token }: { token: string },
): Promise<InvitationView> {
  const { db, actor } = context
  const found = await findInvitation(db, context, token)
  if (!found) return { kind: 'unknown' }
  const { row, organisation, inviter, state } = found
  if (state !== 'open' || !row.address) {
    const isMember =
      actor.kind === 'person' &&
      actor.memberships.some(({ organisationId }) => organisationId === organisation.id)
    return { kind: 'over', why: state === 'open' ? 'expired' : state, organisation, isMember }
  }
  const { channel, address } = row
  const [reader] =
    actor.kind === 'person'
      ? await db
          .select({
            name: person.name,
            isReceiver: sql<boolean>`coalesce(${provenBy({ channel, address })}, false)`,
            hasConsent: hasAgreed,
          })
          .from(person)
          .where(eq(person.id, actor.personId))
      : []
  const lacksName = reader?.isReceiver === true && reader.name === ''
  return {
    kind: 'open',
    organisation,
    role: row.role,
    inviter: inviter || null,
    expiresAt: row.expiresAt,
    channel,
    shown: maskAddress(channel, address),
    reader: actor.kind !== 'person' ? 'visitor' : reader?.isReceiver ? 'receiver' : 'other',
    lacksName,
    lacksConsent: lacksName && !reader.hasConsent,
  }
}
