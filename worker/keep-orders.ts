import type { Logger } from 'pino'
import { appendOutbox } from '~/db/outbox.server'
import { inTransaction } from '~/db/transaction.server'
import { cancelLeftOrders } from '~/domain/order/cancel-left-orders.server'
import { lapseOrders } from '~/domain/order/lapse-orders.server'
import { receiveByTime } from '~/domain/order/receive-by-time.server'
import { resumePayments } from '~/domain/order/resume-payments.server'
import type { Context } from '~/domain/shared/context'

/**
 * What orders need each minute: payments gone on with, unpaid orders ended, those of a pesantren that closed called
 * off, long sent ones taken as received; and the day's comparison with the service.
 */
export async function keepOrders(
  context: Context,
  { publicUrl, log }: { publicUrl: string; log: Logger },
): Promise<void> {
  const resumed = await resumePayments(context, { publicUrl })
  if (resumed > 0) log.info({ resumed }, 'asked about payments that were left')
  const lapsed = await lapseOrders(context)
  if (lapsed > 0) log.info({ lapsed }, 'orders were not paid in time')
  const left = await cancelLeftOrders(context)
  if (left > 0) log.info({ left }, 'orders were called off: their pesantren has closed')
  const received = await receiveByTime(context)
  if (received > 0) log.info({ received }, 'orders are taken as received')
  if (context.cards) await queueComparison(context)
}

/** Once a day, at its first minute: in the queue, since it asks the service many times. */
function queueComparison({ db, now, newId }: Context): Promise<void> {
  const upTo = now.toISOString()
  return inTransaction(db, (tx) =>
    appendOutbox(
      tx,
      { newId, now },
      {
        topic: 'payments.compare',
        payload: { upTo },
        dedupeKey: `payments.compare:${upTo.slice(0, 10)}`,
      },
    ),
  )
}
