import { inTransaction } from '~/db/transaction.server'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockTeam, takeOut } from './lock-team.server'
import { ownPerson } from './own-person.server'
import { losesItsLast } from './team'

/** 'shared': with a sample account that everybody may use. */
export type LeaveOutcome = { kind: 'left' } | { kind: 'last-owner' } | { kind: 'shared' }

/**
 * Leaves the acting organisation. Everybody may, its last owner not before somebody else is one.
 * @throws AppError 'forbidden' for who acts for none; 'not-found' for who has left, or is out, already.
 */
export async function leaveOrganisation(context: Context): Promise<LeaveOutcome> {
  const { db, actor } = context
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || !acting) throw new AppError('forbidden')
  const { organisationId, organisationKind } = acting
  const { personId } = actor
  return inTransaction(db, async (tx) => {
    const members = await lockTeam(tx, organisationId)
    if (!members.some((member) => member.personId === personId)) throw new AppError('not-found')
    if ((await ownPerson(tx, actor)).isShared) return { kind: 'shared' }
    if (losesItsLast(organisationKind, members, { personId, role: null })) return { kind: 'last-owner' }
    await takeOut(tx, context, { organisationId, personId })
    return { kind: 'left' }
  })
}
