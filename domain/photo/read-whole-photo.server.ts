import { and, eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import type { StoredFile } from '~/integrations/storage/storage'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { masterKey } from './photo-keys'

/**
 * A photograph before it was cropped, for its owner: what a crop hides may be hidden on purpose.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's and until it is ready.
 */
export async function readWholePhoto(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { id }: { id: string },
): Promise<StoredFile> {
  const { organisationId } = requirePesantrenWriter(actor)
  if (!isId(id)) throw new AppError('not-found')
  const [row] = await db
    .select({ masterHash: photo.masterHash })
    .from(photo)
    .where(and(eq(photo.id, id), eq(photo.organisationId, organisationId)))
  const file = row?.masterHash ? await storage.get(masterKey(row.masterHash)) : null
  if (!file) throw new AppError('not-found')
  return file
}
