import { eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockGalleries, lockOwnPhoto, roomIn, tellOfGallery } from './own-photo.server'

export type RestorePhotoOutcome =
  | { kind: 'done'; productId: string | null }
  /** Its gallery has as many as it takes by now. */
  | { kind: 'full' }

/**
 * Brings back a photograph that was taken out, to where it stood.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's, and for one that was
 * swept away a day later.
 */
export async function restorePhoto(context: Context, { id }: { id: string }): Promise<RestorePhotoOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    await lockGalleries(tx, organisationId)
    const current = await lockOwnPhoto(tx, organisationId, id)
    if (!current) throw new AppError('not-found')
    const { productId } = current
    if (!current.removedAt) return { kind: 'done', productId }
    if (current.state !== 'refused' && (await roomIn(tx, current)).left === 0) return { kind: 'full' }
    await tx
      .update(photo)
      .set({ removedAt: null, version: current.version + 1, updatedAt: context.now })
      .where(eq(photo.id, id))
    await tellOfGallery(tx, context, current)
    return { kind: 'done', productId }
  })
}
