import { eq, isNull } from 'drizzle-orm'
import { joining } from '~/db/schema/joining'
import { membership } from '~/db/schema/membership'
import type { Transaction } from '~/db/transaction.server'
import type { JoiningKind } from '../shared/account-enums'

/**
 * Begins the joining of somebody who has just proven an address, in the transaction of the proof. Who has an
 * organisation already is left alone; what was filled in before stays.
 */
export async function keepJoiningKind(
  tx: Transaction,
  { personId, kind, isSample, now }: { personId: string; kind: JoiningKind; isSample: boolean; now: Date },
): Promise<void> {
  const own = await tx
    .select({ id: membership.organisationId })
    .from(membership)
    .where(eq(membership.personId, personId))
    .limit(1)
  if (own.length > 0) return
  await tx
    .insert(joining)
    .values({ personId, kind, isSample, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: joining.personId,
      set: { kind, updatedAt: now },
      // What was handed in waits for its answer.
      setWhere: isNull(joining.handedInAt),
    })
}
