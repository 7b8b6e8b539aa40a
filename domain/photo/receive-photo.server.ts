import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { photo, upload } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isOwnGallery, lockGalleries, roomIn } from './own-photo.server'
import { sentKey } from './photo-keys'
import { problemAtSight } from './photo-kind'
import { isPhotoProblem, type PhotoProblem } from './photo-problems'

export interface ReceivePhotoInput {
  /** null: of the booth itself. */
  productId: string | null
  /** The whole file. */
  bytes: Buffer
  /** Becomes the photograph's id: whoever sends the same again (a broken line, a double tap) gets the same one. */
  uploadId: string
}

export type ReceivePhotoOutcome =
  /** `problem`: it was refused at sight; its row says so until it is removed or a week has passed. */
  | { kind: 'received'; photoId: string; problem: PhotoProblem | null }
  /** The gallery has as many as it takes; nothing was kept. */
  | { kind: 'full' }

/**
 * Takes what somebody sent as a photograph: into the store, for the worker, and nowhere else. What can't be one is
 * not kept at all.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function receivePhoto(
  context: Context,
  { productId, bytes, uploadId }: ReceivePhotoInput,
): Promise<ReceivePhotoOutcome> {
  const { organisationId, isSample, personId } = requirePesantrenWriter(context.actor)
  const gallery = { organisationId, productId }
  if (!(await isOwnGallery(context.db, gallery))) throw new AppError('not-found')
  const [known] = await context.db
    .select({ organisationId: photo.organisationId, problem: photo.problem })
    .from(photo)
    .where(eq(photo.id, uploadId))
  if (known && known.organisationId !== organisationId) throw new AppError('not-found')
  if (known)
    return {
      kind: 'received',
      photoId: uploadId,
      problem: isPhotoProblem(known.problem) ? known.problem : null,
    }

  const problem = problemAtSight(bytes)
  const key = sentKey(uploadId)
  // First: a row must never wait for a file that isn't there. A file without a row is swept.
  if (!problem) await context.storage.put(key, { body: bytes, contentType: 'application/octet-stream' })
  const outcome = await inTransaction(context.db, async (tx): Promise<ReceivePhotoOutcome> => {
    await lockGalleries(tx, organisationId)
    const { left, nextPosition } = await roomIn(tx, gallery)
    const isFull = left === 0 && problem === null
    if (!isFull) {
      const added = await tx
        .insert(photo)
        .values({
          id: uploadId,
          organisationId,
          productId,
          position: nextPosition,
          ...(problem ? { state: 'refused', problem } : { state: 'waiting', sentKey: key }),
          createdBy: personId,
          isSample,
          createdAt: context.now,
          updatedAt: context.now,
        })
        .onConflictDoNothing()
        .returning({ id: photo.id })
      if (added.length > 0 && !problem)
        await appendOutbox(tx, context, { topic: 'photo.sent', payload: { photoId: uploadId } })
    }
    await tx
      .update(upload)
      .set({ finishedAt: context.now, photoId: isFull ? null : uploadId })
      .where(eq(upload.id, uploadId))
    return isFull ? { kind: 'full' } : { kind: 'received', photoId: uploadId, problem }
  })
  if (outcome.kind === 'full') await context.storage.remove([key])
  return outcome
}
