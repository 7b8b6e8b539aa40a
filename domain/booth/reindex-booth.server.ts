import { readBoothDocuments } from '~/search/documents/read-documents.server'
import { keepCurrent } from '~/search/keep-current.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'

/**
 * Brings the search index up to what a booth and its products are now: they carry its name, region and
 * papers, and go when it closes. It reads the rows itself, so replays and reordering are harmless.
 * @throws AppError 'forbidden' unless the system asks; 'unavailable' when the search engine is away.
 */
export async function reindexBooth(
  { db, search, actor, now }: Pick<Context, 'db' | 'search' | 'actor' | 'now'>,
  { organisationId }: { organisationId: string },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  await keepCurrent(search, () => readBoothDocuments(db, organisationId, now))
}
