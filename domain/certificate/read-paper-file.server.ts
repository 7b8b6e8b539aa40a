import { eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import type { StoredFile } from '~/integrations/storage/storage'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { paperKey } from './paper-key'

/**
 * The picture of a page of a paper, from 1: for its own pesantren and the organiser, and nobody else.
 * @throws AppError 'not-found' for everybody else, and where there is none.
 */
export async function readPaperFile(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { id, page }: { id: string; page: number },
): Promise<StoredFile> {
  const acting = actingMembership(actor)
  if (!acting || !isId(id)) throw new AppError('not-found')
  const [row] = await db
    .select({
      organisationId: certificate.organisationId,
      isSample: certificate.isSample,
      hash: certificate.fileHash,
      pages: certificate.filePages,
    })
    .from(certificate)
    .where(eq(certificate.id, id))
  const isOwn = row?.organisationId === acting.organisationId
  const isLookedAt = acting.organisationKind === 'organiser' && row?.isSample === acting.isSample
  const isThere = Number.isInteger(page) && page >= 1 && page <= (row?.pages ?? 0)
  if (!row?.hash || !isThere || !(isOwn || isLookedAt)) throw new AppError('not-found')
  const file = await storage.get(paperKey(row.hash, page))
  if (!file) throw new AppError('not-found')
  return file
}
