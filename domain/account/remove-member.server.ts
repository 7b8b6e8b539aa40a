import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockManagedTeam, takeOut } from './lock-team.server'
import { losesItsLast } from './team'

/** 'shared': of sample accounts that everybody may use. */
export type RemoveMemberOutcome = { kind: 'removed' } | { kind: 'last-owner' } | { kind: 'shared' }

/**
 * Takes somebody out of the team of the acting organisation: they act for it no longer, at once. Owners may,
 * and everybody of the organiser; nobody takes the last owner out.
 * @throws AppError 'forbidden'; 'not-found' for somebody who isn't in the team.
 */
export async function removeMember(
  context: Context,
  { personId }: { personId: string },
): Promise<RemoveMemberOutcome> {
  const { db, actor } = context
  return inTransaction(db, async (tx) => {
    const team = await lockManagedTeam(tx, actor)
    if (team.kind === 'shared') return team
    const { acting, members } = team
    if (!members.some((member) => member.personId === personId)) throw new AppError('not-found')
    if (losesItsLast(acting.organisationKind, members, { personId, role: null }))
      return { kind: 'last-owner' }
    await takeOut(tx, context, { organisationId: acting.organisationId, personId })
    return { kind: 'removed' }
  })
}
