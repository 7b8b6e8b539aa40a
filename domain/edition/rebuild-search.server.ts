import { readAllDocuments } from '~/search/documents/read-documents.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'

/**
 * Builds the whole search index anew from the booths and products that may be found, while searches go on.
 * `onProgress` is told the number of documents read so far.
 * @throws AppError 'forbidden' unless the system asks; 'conflict' while another rebuild is running.
 */
export async function rebuildSearch(
  { db, search, actor, now }: Pick<Context, 'db' | 'search' | 'actor' | 'now'>,
  { onProgress }: { onProgress?: (documents: number) => void } = {},
): Promise<{ documents: number }> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  async function* counted() {
    let documents = 0
    for await (const batch of readAllDocuments(db, now)) {
      yield batch
      documents += batch.length
      onProgress?.(documents)
    }
  }
  return search.rebuild(counted())
}
