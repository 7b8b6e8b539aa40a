import { and, eq } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { membership } from '~/db/schema/membership'
import type { Transaction } from '~/db/transaction.server'
import { callBackInvitations } from '../shared/call-back-invitation.server'
import type { Context } from '../shared/context'
import type { TeamRow } from './lock-team.server'
import { widerRole } from './team'

/**
 * Uses up an open, locked invitation: its receiver is in the team, once, with the role that it gave. Who was in
 * already keeps the wider role. The address is forgotten: from here on it is the person's.
 */
export async function joinTeam(
  tx: Transaction,
  context: Pick<Context, 'now'>,
  {
    row: { id, organisationId, role },
    personId,
    members,
  }: { row: typeof invitation.$inferSelect; personId: string; members: readonly TeamRow[] },
): Promise<void> {
  const { now } = context
  const had = members.find((member) => member.personId === personId)
  if (!had) {
    await tx.insert(membership).values({ personId, organisationId, role, createdAt: now })
  } else if (widerRole(role, had.role) !== had.role) {
    await tx
      .update(membership)
      .set({ role })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)))
  }
  await tx
    .update(invitation)
    .set({ acceptedAt: now, acceptedBy: personId, address: null })
    .where(eq(invitation.id, id))
  await callBackInvitations(tx, context, { ids: [id], why: 'accepted' })
}
