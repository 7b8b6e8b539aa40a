import { readProductDocument } from '~/search/documents/read-documents.server'
import { keepCurrent } from '~/search/keep-current.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'

/**
 * Brings the search index up to what a product is now: replaced when it may be found, else removed. It
 * reads the row itself, so replays and reordering are harmless.
 * @throws AppError 'forbidden' unless the system asks; 'unavailable' when the search engine is away.
 */
export async function reindexProduct(
  { db, search, actor, now }: Pick<Context, 'db' | 'search' | 'actor' | 'now'>,
  { productId }: { productId: string },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  await keepCurrent(search, () => readProductDocument(db, productId, now))
}
