import { and, eq, isNull } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { person } from '~/db/schema/person'
import { organisationClaim } from '~/db/schema/verification-event'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { sharedOrganisations } from '../shared/shared-account.server'
import { tellOwners } from '../shared/tell-owners.server'
import { appendVerificationEvent, lockApplicant } from './append-verification-event.server'

export interface DecideClaimInput {
  organisationId: string
  claimId: string
  decision: { kind: 'approve' } | { kind: 'reject'; reason: string }
}

export type DecideClaimOutcome =
  | { kind: 'done' }
  /** It was decided or withdrawn since the page was shown, or its person or organisation has gone. */
  | { kind: 'changed' }
  /** A sample organisation that everybody may use: nobody is given it. */
  | { kind: 'shared' }

/**
 * The organiser's word on whether an organisation is somebody's: a yes makes the person an owner of it.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what isn't there.
 */
export async function decideClaim(
  context: Context,
  { organisationId, claimId, decision }: DecideClaimInput,
): Promise<DecideClaimOutcome> {
  const { personId: decidedBy, isSample } = requireOrganiser(context.actor)
  if (!isId(claimId)) throw new AppError('not-found')
  return inTransaction(context.db, async (tx) => {
    const claimed = await lockApplicant(tx, organisationId, isSample)
    const [claim] = await tx
      .select()
      .from(organisationClaim)
      .where(and(eq(organisationClaim.id, claimId), eq(organisationClaim.organisationId, organisationId)))
      .for('update')
    if (!claim) throw new AppError('not-found')
    const { personId } = claim
    const [claimant] = await tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.deletedAt)))
    if (claim.state !== 'pending' || claimed.verification === 'closed' || !claimant)
      return { kind: 'changed' }
    // One of the sample's that everybody may use stays everybody's.
    if (decision.kind === 'approve' && (await sharedOrganisations(tx, [organisationId])).size > 0)
      return { kind: 'shared' }

    const isYes = decision.kind === 'approve'
    const reason = isYes ? null : decision.reason
    await tx
      .update(organisationClaim)
      .set({ state: isYes ? 'approved' : 'rejected', reason, decidedBy, decidedAt: context.now })
      .where(eq(organisationClaim.id, claimId))
    const eventId = await appendVerificationEvent(tx, context, {
      organisationId,
      kind: isYes ? 'claim-approved' : 'claim-rejected',
      personId: decidedBy,
      text: reason,
    })
    const { name } = claimed
    const told = { organisation: claimed, eventId, personId }
    if (reason === null) {
      // Whoever it is theirs already hears at once that somebody else comes in.
      await tellOwners(tx, context, {
        template: 'access-given',
        variables: { organisation: name },
        organisation: claimed,
        eventId,
        exceptId: personId,
      })
      await tx
        .insert(membership)
        .values({ personId, organisationId, role: 'owner', createdAt: context.now })
        .onConflictDoUpdate({
          target: [membership.personId, membership.organisationId],
          set: { role: 'owner' },
        })
      await tellOwners(tx, context, {
        ...told,
        template: 'verification-approved',
        variables: { organisation: name },
      })
    } else {
      await tellOwners(tx, context, {
        ...told,
        template: 'verification-rejected',
        variables: { organisation: name, reason },
      })
    }
    return { kind: 'done' }
  })
}
