import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import { requireOrder } from './order-access.server'

/**
 * The pesantren has packed it: from now on the buyer can't call it off any more.
 * @throws AppError 'forbidden' for those who only read, 'not-found' for everybody who isn't of its pesantren.
 */
export async function packOrder(
  context: Context,
  { orderId }: { orderId: string },
): Promise<{ kind: 'packed' } | { kind: 'refused'; state: OrderState }> {
  const { viewer, personId } = await requireOrder(context.db, context.actor, orderId, { write: true })
  if (viewer !== 'pesantren') throw new AppError('not-found')
  return inTransaction(context.db, async (tx) => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'pack' },
      by: 'pesantren',
      personId,
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    return changed.kind === 'done' ? { kind: 'packed' } : changed
  })
}
