import { and, eq, or } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import type { Transaction } from '~/db/transaction.server'
import { isShut } from '../shared/acting'
import type { Context } from '../shared/context'
import type { OrganisationKind } from '../shared/enums'
import { type InvitationState, invitationState } from './invitation'
import { invitationTokenHash } from './invitation-token.server'
import { isSampleEditionOpen } from './sample-sign-in.server'

export interface FoundInvitation {
  row: typeof invitation.$inferSelect
  organisation: {
    id: string
    name: string
    nameArabic: string | null
    kind: OrganisationKind
    isSample: boolean
  }
  inviter: string | null
  /** 'closed': the organisation is no longer here, so that nobody can join it. */
  state: InvitationState | 'closed'
}

/**
 * The invitation of a link; null: none has it, or it is of the sample, which isn't open.
 * `lock`: nobody accepts it or calls it back before the transaction ends.
 */
export async function findInvitation(
  db: Context['db'] | Transaction,
  { now }: Pick<Context, 'now'>,
  token: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundInvitation | null> {
  const tokenHash = invitationTokenHash(token)
  if (!tokenHash) return null
  const query = db
    .select({
      row: invitation,
      organisation: {
        id: organisation.id,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
        kind: organisation.kind,
        isSample: organisation.isSample,
      },
      verification: organisation.verification,
      inviter: person.name,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .leftJoin(person, eq(person.id, invitation.invitedBy))
    .where(and(eq(invitation.tokenHash, tokenHash), or(eq(invitation.isSample, false), isSampleEditionOpen)))
  const [found] = lock ? await query.for('update', { of: invitation }) : await query
  if (!found) return null
  const { verification, ...rest } = found
  const state = invitationState(found.row, now)
  return { ...rest, state: isShut({ verification }) && state === 'open' ? 'closed' : state }
}
