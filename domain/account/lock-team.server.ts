import { and, eq } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { session } from '~/db/schema/session'
import type { Transaction } from '~/db/transaction.server'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { Actor, ActorMembership, Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import { sharedOrganisations } from '../shared/shared-account.server'
import { managesTeam } from './team'

export interface TeamRow {
  personId: string
  role: MembershipRole
}

/**
 * Locks the team of an organisation and reads it: of two changes at the same time the second sees what the
 * first did. Everything that takes a member away or changes a role takes this lock first.
 */
export async function lockTeam(tx: Transaction, organisationId: string): Promise<TeamRow[]> {
  await lockOrganisation(tx, organisationId)
  return readTeam(tx, organisationId)
}

async function lockOrganisation(tx: Transaction, organisationId: string) {
  const [row] = await tx
    .select({ verification: organisation.verification })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    // Rows that only refer to it may still be written.
    .for('no key update')
  return row
}

const readTeam = (tx: Transaction, organisationId: string): Promise<TeamRow[]> =>
  tx
    .select({ personId: membership.personId, role: membership.role })
    .from(membership)
    .where(eq(membership.organisationId, organisationId))

export interface ManagedTeam {
  kind: 'managed'
  acting: ActorMembership
  personId: string
  members: TeamRow[]
}

/**
 * The same, for somebody who looks after the team, and who still does once it is locked. 'shared': the team of
 * sample accounts that everybody may use, which nobody changes.
 * @throws AppError 'forbidden'.
 */
export async function lockManagedTeam(
  tx: Transaction,
  actor: Actor,
): Promise<ManagedTeam | { kind: 'shared' }> {
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || !acting || !managesTeam(acting)) throw new AppError('forbidden')
  // Turned away, merged or closed since the request began: then nobody changes it any more.
  const organisation = await lockOrganisation(tx, acting.organisationId)
  const members = await readTeam(tx, acting.organisationId)
  const self = members.find(({ personId }) => personId === actor.personId)
  if (!organisation || !self) throw new AppError('forbidden')
  const now = { ...acting, role: self.role, verification: organisation.verification }
  if (!managesTeam(now)) throw new AppError('forbidden')
  const shared = await sharedOrganisations(tx, [acting.organisationId])
  if (shared.size > 0) return { kind: 'shared' }
  return { kind: 'managed', acting: now, personId: actor.personId, members }
}

/**
 * Takes somebody out of a locked team. Their sessions act for it no longer, from the next request on, and whom
 * they had invited comes in no longer.
 */
export async function takeOut(
  tx: Transaction,
  context: Pick<Context, 'now'>,
  { organisationId, personId }: { organisationId: string; personId: string },
): Promise<void> {
  await endInvitationsBy(tx, context, { organisationId, personId })
  await tx
    .delete(membership)
    .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)))
  await tx
    .update(session)
    .set({ organisationId: null })
    .where(and(eq(session.organisationId, organisationId), eq(session.personId, personId)))
}

/** Ends what somebody has invited who doesn't look after the team any more. */
export function endInvitationsBy(
  tx: Transaction,
  context: Pick<Context, 'now'>,
  { organisationId, personId }: { organisationId: string; personId: string },
): Promise<void> {
  return revokeOpenInvitations(tx, context, {
    which: and(eq(invitation.organisationId, organisationId), eq(invitation.invitedBy, personId)),
    why: 'inviter-left',
  })
}
