import { and, eq } from 'drizzle-orm'
import { boothProfile } from '~/db/schema/booth-profile'
import { organisation } from '~/db/schema/organisation'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'

/**
 * Gives a booth the number that has been proved, or takes its number away. Neither version nor history: a number
 * is none of the fields that a form shows, and is forgotten when it goes.
 */
export async function setBoothNumber(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { organisationId, address }: { organisationId: string; address: string | null },
): Promise<void> {
  await tx
    .update(organisation)
    .set({ whatsappE164: address, updatedAt: now })
    .where(and(eq(organisation.id, organisationId), eq(organisation.isSample, false)))
  const proven = { whatsappProvenAt: address === null ? null : now, updatedAt: now }
  await tx
    .insert(boothProfile)
    .values({ organisationId, createdAt: now, ...proven })
    .onConflictDoUpdate({ target: boothProfile.organisationId, set: proven })
}
