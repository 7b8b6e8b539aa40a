import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrderState } from '../shared/order-enums'
import { changeOrder } from './change-order.server'
import { requireOrder } from './order-access.server'

/**
 * The buyer has it.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for everybody but its buyers.
 */
export async function receiveOrder(
  context: Context,
  { orderId }: { orderId: string },
): Promise<{ kind: 'received' } | { kind: 'refused'; state: OrderState }> {
  const { viewer, personId } = await requireOrder(context.db, context.actor, orderId, { write: true })
  if (viewer !== 'buyer') throw new AppError('not-found')
  return inTransaction(context.db, async (tx) => {
    const changed = await changeOrder(tx, context, {
      orderId,
      change: { kind: 'receive' },
      by: 'buyer',
      personId,
    })
    if (changed.kind === 'not-found') throw new AppError('not-found')
    return changed.kind === 'done' ? { kind: 'received' } : changed
  })
}
