import { inTransaction } from '~/db/transaction.server'
import type { PhotoProblem } from '../photo/photo-problems'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import type { Fulfilment } from './fulfilment.schema'
import { keepPicture } from './keep-picture.server'
import { requireOrder } from './order-access.server'

export type SendOrderOutcome =
  | { kind: 'sent' }
  /** It isn't as the page showed it any more: called off, or sent by somebody else. */
  | { kind: 'refused'; state: OrderState }
  | { kind: 'refused-file'; problem: PhotoProblem }

/**
 * A parcel is on its way, or was handed over; with a picture of it, if there is one. Packed or not: who has packed
 * and sent at once says both with this.
 * @throws AppError 'forbidden' for those who only read, 'not-found' for everybody who isn't of its pesantren.
 */
export async function sendOrder(
  context: Context,
  { orderId, fulfilment, photo }: { orderId: string; fulfilment: Fulfilment; photo: Buffer | null },
): Promise<SendOrderOutcome> {
  const { viewer, personId, row } = await requireOrder(context.db, context.actor, orderId, { write: true })
  if (viewer !== 'pesantren') throw new AppError('not-found')
  const isHandedOver = row.delivery === 'hand-over' || fulfilment.courier === null
  const picture = photo ? await keepPicture(context, { prefix: 'parcels/', bytes: photo }) : null
  if (picture?.kind === 'refused') return { kind: 'refused-file', problem: picture.problem }
  return inTransaction(context.db, async (tx) => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'send' },
      by: 'pesantren',
      personId,
      detail: { handedOver: isHandedOver },
      set: {
        courier: isHandedOver ? null : fulfilment.courier,
        trackingNumber: isHandedOver ? null : fulfilment.tracking,
        ...(picture ? { parcelKey: picture.key } : {}),
      },
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    return changed.kind === 'done' ? { kind: 'sent' } : changed
  })
}
