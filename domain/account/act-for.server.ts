import { and, eq } from 'drizzle-orm'
import { session } from '~/db/schema/session'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'

/**
 * Lets the person of a session act for another of their organisations, in this session alone.
 * @throws AppError 'forbidden' for a visitor and for an organisation that isn't theirs.
 */
export async function actFor(
  { db, actor, now }: Context,
  { sessionId, organisationId }: { sessionId: string | null; organisationId: string },
): Promise<ActorMembership> {
  if (actor.kind !== 'person' || !sessionId) throw new AppError('forbidden')
  const chosen = actor.memberships.find((membership) => membership.organisationId === organisationId)
  if (!chosen) throw new AppError('forbidden')
  const changed = await db
    .update(session)
    .set({ organisationId, updatedAt: now })
    .where(and(eq(session.id, sessionId), eq(session.personId, actor.personId)))
    .returning({ id: session.id })
  if (changed.length === 0) throw new AppError('forbidden')
  return chosen
}
