import { asc } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { inGallery, isOwnGallery } from './own-photo.server'
import type { OwnPhoto } from './photo-view'

/**
 * The gallery of a product, or of the booth (`productId` null), in its order and in whichever state.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function listOwnPhotos(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { productId }: { productId: string | null },
): Promise<OwnPhoto[]> {
  const { organisationId } = requirePesantrenWriter(actor)
  const gallery = { organisationId, productId }
  if (!(await isOwnGallery(db, gallery))) throw new AppError('not-found')
  return db
    .select({
      id: photo.id,
      state: photo.state,
      problem: photo.problem,
      position: photo.position,
      version: photo.version,
      hash: photo.hash,
      masterHash: photo.masterHash,
      width: photo.width,
      height: photo.height,
      crop: photo.crop,
      alt: photo.alt,
    })
    .from(photo)
    .where(inGallery(gallery))
    .orderBy(asc(photo.position), asc(photo.id))
}
