import { and, eq } from 'drizzle-orm'
import { upload } from '~/db/schema/photo'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'

export interface FoundUpload {
  productId: string | null
  sizeBytes: number
  /** All of it was here, and it became a photograph or was refused for want of room. */
  isFinished: boolean
  /** It became a photograph. */
  isKept: boolean
}

/**
 * A file on its way, for who sends it: the same person for the same organisation.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for everybody else's.
 */
export async function findUpload(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { uploadId }: { uploadId: string },
): Promise<FoundUpload> {
  const { organisationId, personId } = requirePesantrenWriter(actor)
  if (!isId(uploadId)) throw new AppError('not-found')
  const [row] = await db
    .select()
    .from(upload)
    .where(
      and(
        eq(upload.id, uploadId),
        eq(upload.organisationId, organisationId),
        eq(upload.personId, personId),
        eq(upload.purpose, 'photo'),
      ),
    )
  if (!row) throw new AppError('not-found')
  return {
    productId: row.subjectId,
    sizeBytes: row.sizeBytes,
    isFinished: row.finishedAt !== null,
    isKept: row.photoId !== null,
  }
}
