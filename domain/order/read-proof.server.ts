import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import type { StoredFile } from '~/integrations/storage/storage'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { requireOrder } from './order-access.server'

/**
 * The picture of a transfer's proof: for its buyer and the organiser; what stands on a bank's paper is nothing for
 * the pesantren.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else, and where there is none.
 */
export async function readProof(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { orderId }: { orderId: string },
): Promise<StoredFile> {
  const { viewer } = await requireOrder(db, actor, orderId)
  if (viewer === 'pesantren') throw new AppError('not-found')
  const [row] = await db
    .select({ key: payment.proofKey })
    .from(payment)
    .where(and(eq(payment.orderId, orderId), isNotNull(payment.proofKey)))
    .orderBy(desc(payment.createdAt))
    .limit(1)
  const file = row?.key ? await storage.get(row.key) : null
  if (!file) throw new AppError('not-found')
  return file
}
