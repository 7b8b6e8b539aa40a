import { and, eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'

/**
 * Refuses a photograph that waits and that can't be opened without harm, and deletes what was sent.
 * @returns false where there is nothing to refuse: what is shown already was made well once.
 * @throws AppError 'forbidden' unless the system asks.
 */
export async function giveUpPhoto(context: Context, { photoId }: { photoId: string }): Promise<boolean> {
  const { db, actor, storage, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const waits = and(eq(photo.id, photoId), eq(photo.state, 'waiting'))
  const [row] = await db.select({ sentKey: photo.sentKey }).from(photo).where(waits)
  if (!row) return false
  const refused = await db
    .update(photo)
    .set({ state: 'refused', problem: 'broken', sentKey: null, updatedAt: now })
    .where(waits)
    .returning({ id: photo.id })
  if (refused.length > 0 && row.sentKey) await storage.remove([row.sentKey])
  return refused.length > 0
}
