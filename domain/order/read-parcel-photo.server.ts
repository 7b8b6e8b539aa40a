import type { StoredFile } from '~/integrations/storage/storage'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { requireOrder } from './order-access.server'

/**
 * The picture of a parcel, for its buyer, its pesantren and the organiser.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else's, and where there is none.
 */
export async function readParcelPhoto(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { orderId }: { orderId: string },
): Promise<StoredFile> {
  const { row } = await requireOrder(db, actor, orderId)
  const file = row.parcelKey ? await storage.get(row.parcelKey) : null
  if (!file) throw new AppError('not-found')
  return file
}
