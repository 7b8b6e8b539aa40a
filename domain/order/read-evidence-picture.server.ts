import { and, eq } from 'drizzle-orm'
import { disputeEvidence } from '~/db/schema/sample-order'
import type { StoredFile } from '~/integrations/storage/storage'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { requireOrder } from './order-access.server'

/**
 * A picture that a pesantren gave against a dispute: for it and the organiser, not for the buyer.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else, and where there is none.
 */
export async function readEvidencePicture(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { orderId, evidenceId }: { orderId: string; evidenceId: string },
): Promise<StoredFile> {
  const { viewer } = await requireOrder(db, actor, orderId)
  if (viewer === 'buyer' || !isId(evidenceId)) throw new AppError('not-found')
  const [row] = await db
    .select({ key: disputeEvidence.pictureKey })
    .from(disputeEvidence)
    .where(and(eq(disputeEvidence.id, evidenceId), eq(disputeEvidence.orderId, orderId)))
  const file = row?.key ? await storage.get(row.key) : null
  if (!file) throw new AppError('not-found')
  return file
}
