import { asc, eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { inGallery, isOwnGallery, lockGalleries, tellOfGallery } from './own-photo.server'

/**
 * Puts a gallery into the order of `ids`. What isn't named (it came meanwhile) follows in the order that it had; what
 * isn't in the gallery is passed over: so nobody's order is lost by another's new picture.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function reorderPhotos(
  context: Context,
  { productId, ids }: { productId: string | null; ids: readonly string[] },
): Promise<{ kind: 'done' }> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  const gallery = { organisationId, productId }
  return inTransaction(context.db, async (tx) => {
    if (!(await isOwnGallery(tx, gallery))) throw new AppError('not-found')
    await lockGalleries(tx, organisationId)
    const rows = await tx
      .select({ id: photo.id, position: photo.position })
      .from(photo)
      .where(inGallery(gallery))
      .orderBy(asc(photo.position), asc(photo.id))
    const wished = new Map(ids.map((id, place) => [id, place]))
    const place = ({ id }: { id: string }) => wished.get(id) ?? ids.length
    const ordered = rows.toSorted((a, b) => place(a) - place(b))
    // At most a gallery's dozen and what was refused.
    for (const [position, row] of ordered.entries()) {
      if (row.position === position) continue
      await tx.update(photo).set({ position, updatedAt: context.now }).where(eq(photo.id, row.id))
    }
    await tellOfGallery(tx, context, gallery)
    return { kind: 'done' }
  })
}
