import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockOwnPhoto } from './own-photo.server'
import { type Crop, isCrop, isWhole } from './photo-crop'

export type CropPhotoOutcome =
  | { kind: 'done'; version: number }
  /** Somebody else changed it since; nothing was written. */
  | { kind: 'changed' }
  /** It isn't ready yet, or no such part of it can be shown. */
  | { kind: 'refused' }

/**
 * Says which part of a photograph is shown; null: all of it. The worker makes its sizes anew, and until then visitors
 * see it as it was.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's photograph.
 */
export async function cropPhoto(
  context: Context,
  { id, version, crop }: { id: string; version: number; crop: Crop | null },
): Promise<CropPhotoOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    const current = await lockOwnPhoto(tx, organisationId, id)
    if (!current || current.removedAt) throw new AppError('not-found')
    if (current.version !== version) return { kind: 'changed' }
    if (current.state !== 'ready' || (crop && !isCrop(crop))) return { kind: 'refused' }
    const { x = 0, y = 0, width = 0, height = 0 } = crop ?? {}
    await tx
      .update(photo)
      .set({
        crop: crop && !isWhole(crop) ? { x, y, width, height } : null,
        version: version + 1,
        updatedAt: context.now,
      })
      .where(eq(photo.id, id))
    await appendOutbox(tx, context, { topic: 'photo.sent', payload: { photoId: id } })
    return { kind: 'done', version: version + 1 }
  })
}
