import { and, eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'

/**
 * Refuses a paper's file that waits and that can't be opened without harm, and deletes it. An older one stays.
 * @throws AppError 'forbidden' unless the system asks.
 */
export async function giveUpPaper(
  { db, actor, storage, now }: Context,
  { certificateId, sentKey }: { certificateId: string; sentKey: string },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  await db
    .update(certificate)
    .set({ fileProblem: 'broken', sentKey: null, updatedAt: now })
    .where(and(eq(certificate.id, certificateId), eq(certificate.sentKey, sentKey)))
  await storage.remove([sentKey])
}
