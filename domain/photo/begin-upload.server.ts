import { and, eq, isNull, sql } from 'drizzle-orm'
import { upload } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isOwnGallery, lockGalleries, roomIn } from './own-photo.server'
import { MOST_PHOTO_BYTES } from './photo-view'

/** Files of one organisation that are on their way at a time: two full galleries, and some that were given up. */
const MOST_OPEN = 40

export type BeginUploadOutcome =
  | { kind: 'begun'; uploadId: string }
  | { kind: 'full' }
  | { kind: 'too-many-bytes' }
  /** Too many are on their way already; those that were given up are forgotten after a day. */
  | { kind: 'too-many' }

/**
 * Lets a file come in pieces. What it says of itself is believed only when all of it is here.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function beginUpload(
  context: Context,
  { productId, sizeBytes }: { productId: string | null; sizeBytes: number },
): Promise<BeginUploadOutcome> {
  const { organisationId, personId } = requirePesantrenWriter(context.actor)
  if (sizeBytes > MOST_PHOTO_BYTES || sizeBytes < 1) return { kind: 'too-many-bytes' }
  return inTransaction(context.db, async (tx) => {
    const gallery = { organisationId, productId }
    if (!(await isOwnGallery(tx, gallery))) throw new AppError('not-found')
    await lockGalleries(tx, organisationId)
    if ((await roomIn(tx, gallery)).left === 0) return { kind: 'full' }
    const [open] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(upload)
      .where(and(eq(upload.organisationId, organisationId), isNull(upload.finishedAt)))
    if ((open?.count ?? 0) >= MOST_OPEN) return { kind: 'too-many' }
    const uploadId = context.newId()
    await tx.insert(upload).values({
      id: uploadId,
      organisationId,
      personId,
      purpose: 'photo',
      subjectId: productId,
      sizeBytes,
      createdAt: context.now,
    })
    return { kind: 'begun', uploadId }
  })
}
