import { and, eq } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import { endInvitationsBy, lockManagedTeam } from './lock-team.server'
import { isKeeper, losesItsLast, TEAM_ROLES } from './team'

/** 'shared': of sample accounts that everybody may use. */
export type ChangeRoleOutcome = { kind: 'changed' } | { kind: 'last-owner' } | { kind: 'shared' }

/**
 * Gives a member of the acting organisation another role, from the next request on. Owners may; the last
 * owner stays one.
 * @throws AppError 'forbidden'; 'not-found' for somebody who isn't in the team, and for a role that there
 *   isn't in an organisation of this kind.
 */
export async function changeRole(
  context: Context,
  { personId, role }: { personId: string; role: MembershipRole },
): Promise<ChangeRoleOutcome> {
  const { db, actor } = context
  return inTransaction(db, async (tx) => {
    const team = await lockManagedTeam(tx, actor)
    if (team.kind === 'shared') return team
    const { acting, members } = team
    const { organisationId, organisationKind } = acting
    const isMember = members.some((member) => member.personId === personId)
    if (!isMember || !TEAM_ROLES[organisationKind].includes(role)) throw new AppError('not-found')
    if (losesItsLast(organisationKind, members, { personId, role })) return { kind: 'last-owner' }
    await tx
      .update(membership)
      .set({ role })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)))
    if (!isKeeper(organisationKind, role)) await endInvitationsBy(tx, context, { organisationId, personId })
    return { kind: 'changed' }
  })
}
