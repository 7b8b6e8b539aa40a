import { and, eq } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { lockManagedTeam } from './lock-team.server'

export type RevokeInvitationOutcome =
  | { kind: 'revoked' }
  /** Somebody came in with it meanwhile: that is for the list of members. */
  | { kind: 'accepted' }
  /** Of sample accounts that everybody may use. */
  | { kind: 'shared' }

/**
 * Calls an invitation of the acting organisation back: its link leads nowhere, and its address is forgotten.
 * Owners may, and everybody of the organiser. Called back already is no error.
 * @throws AppError 'forbidden'; 'not-found' for an invitation that isn't theirs.
 */
export async function revokeInvitation(
  context: Context,
  { invitationId }: { invitationId: string },
): Promise<RevokeInvitationOutcome> {
  const { db, actor } = context
  if (!isId(invitationId)) throw new AppError('not-found')
  return inTransaction(db, async (tx) => {
    const team = await lockManagedTeam(tx, actor)
    if (team.kind === 'shared') return team
    const { acting } = team
    const ofIt = and(eq(invitation.id, invitationId), eq(invitation.organisationId, acting.organisationId))
    const [row] = await tx.select().from(invitation).where(ofIt).for('update')
    if (!row) throw new AppError('not-found')
    if (row.acceptedAt) return { kind: 'accepted' }
    await revokeOpenInvitations(tx, context, { which: ofIt, why: 'revoked' })
    return { kind: 'revoked' }
  })
}
