import { and, eq } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { session } from '~/db/schema/session'
import type { Transaction } from '~/db/transaction.server'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Actor, ActorMembership } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
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
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    // Rows that only refer to it may still be written.
    .for('no key update')
  return tx
    .select({ personId: membership.personId, role: membership.role })
    .from(membership)
    .where(eq(membership.organisationId, organisationId))
}

/**
 * The same, for somebody who looks after the team, and who still does once it is locked.
 * @throws AppError 'forbidden'.
 */
export async function lockManagedTeam(
  tx: Transaction,
  actor: Actor,
): Promise<{ acting: ActorMembership; personId: string; members: TeamRow[] }> {
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || !acting || !managesTeam(acting)) throw new AppError('forbidden')
  const members = await lockTeam(tx, acting.organisationId)
  const now = members.find(({ personId }) => personId === actor.personId)
  if (!now || !managesTeam({ ...acting, role: now.role })) throw new AppError('forbidden')
  return { acting: { ...acting, role: now.role }, personId: actor.personId, members }
}

/** Takes somebody out of a locked team. Their sessions act for it no longer, from the next request on. */
export async function takeOut(tx: Transaction, organisationId: string, personId: string): Promise<void> {
  await tx
    .delete(membership)
    .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)))
  await tx
    .update(session)
    .set({ organisationId: null })
    .where(and(eq(session.organisationId, organisationId), eq(session.personId, personId)))
}
