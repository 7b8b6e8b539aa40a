import { and, eq, isNull } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { invitation } from '~/db/schema/invitation'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import { callBackInvitations } from '../shared/call-back-invitation.server'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { INVITATION_CLIENT_LIMIT, INVITATION_LIMIT, invitationEnd, RESEND_LIMIT } from './invitation'
import { invitationNames } from './invitation-names.server'
import { newInvitationToken } from './invitation-token.server'
import { lockManagedTeam } from './lock-team.server'
import { sendInvitation } from './send-invitation.server'

export type ResendInvitationOutcome =
  | { kind: 'sent' }
  /** Accepted or called back meanwhile. */
  | { kind: 'over' }
  /** Of sample accounts that everybody may use. */
  | { kind: 'shared' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Sends an invitation of the acting organisation again, with a new link and a new end; the link before is
 * worth nothing any more. Owners may, and everybody of the organiser.
 * @throws AppError 'forbidden'; 'not-found' for an invitation that isn't theirs.
 */
export async function resendInvitation(
  context: Context,
  { invitationId, clientKey }: { invitationId: string; clientKey: string },
): Promise<ResendInvitationOutcome> {
  const { db, actor, now } = context
  if (!isId(invitationId)) throw new AppError('not-found')
  return inTransaction(db, async (tx) => {
    const team = await lockManagedTeam(tx, actor)
    if (team.kind === 'shared') return team
    const { acting, personId } = team
    const { organisationId } = acting
    const ofIt = and(eq(invitation.id, invitationId), eq(invitation.organisationId, organisationId))
    const [row] = await tx.select().from(invitation).where(ofIt).for('update')
    if (!row) throw new AppError('not-found')
    const { address } = row
    if (row.acceptedAt || row.revokedAt || !address) return { kind: 'over' }
    const counters = [
      [RESEND_LIMIT, `invite-again:${invitationId}`] as const,
      [INVITATION_LIMIT, `invite:${organisationId}`] as const,
      ...clientCounters(INVITATION_CLIENT_LIMIT, { name: 'invite', clientKey }),
    ]
    for (const [rule, key] of counters) {
      const limited = await countAgainstLimit(tx, rule, key, now)
      if (!limited.allowed) return { kind: 'too-many', retryAfterSeconds: limited.retryAfterSeconds }
    }
    const names = await invitationNames(tx, { organisationId, personId })
    const { token, tokenHash } = newInvitationToken()
    const expiresAt = invitationEnd(now)
    await tx
      .update(invitation)
      .set({ tokenHash, expiresAt, invitedBy: personId })
      .where(and(ofIt, isNull(invitation.acceptedAt)))
    await callBackInvitations(tx, context, { ids: [invitationId], why: 'superseded' })
    await sendInvitation(tx, context, {
      invitation: { ...row, address, expiresAt },
      organisation: names,
      inviter: names.inviter,
      token,
    })
    return { kind: 'sent' }
  })
}
