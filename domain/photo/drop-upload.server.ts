import { and, eq, isNull } from 'drizzle-orm'
import { upload } from '~/db/schema/photo'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'

/** Forgets a file that was given up on its way. @throws AppError 'forbidden' for who may not write for a pesantren. */
export async function dropUpload(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { uploadId }: { uploadId: string },
): Promise<void> {
  const { organisationId, personId } = requirePesantrenWriter(actor)
  await db
    .delete(upload)
    .where(
      and(
        eq(upload.id, uploadId),
        eq(upload.organisationId, organisationId),
        eq(upload.personId, personId),
        isNull(upload.finishedAt),
      ),
    )
}
