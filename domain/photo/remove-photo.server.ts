import { eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockOwnPhoto, tellOfGallery } from './own-photo.server'

/**
 * Takes a photograph out of its gallery; for a day it can be brought back. One that is gone already is no error.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's photograph.
 */
export async function removePhoto(
  context: Context,
  { id, version }: { id: string; version: number },
): Promise<{ kind: 'done'; productId: string | null } | { kind: 'changed' }> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    const current = await lockOwnPhoto(tx, organisationId, id)
    if (!current) throw new AppError('not-found')
    const { productId } = current
    if (current.removedAt) return { kind: 'done', productId }
    if (current.version !== version) return { kind: 'changed' }
    await tx
      .update(photo)
      .set({ removedAt: context.now, version: version + 1, updatedAt: context.now })
      .where(eq(photo.id, id))
    await tellOfGallery(tx, context, current)
    return { kind: 'done', productId }
  })
}
