import { appendOutbox } from '~/db/outbox.server'
import { sampleOrderEvent } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { OrderEventKind, OrderParty } from '../shared/order-enums'

/** Codes and amounts, never names or addresses. */
export type OrderEventDetail = Record<string, string | number | boolean | null>

/** Notes what happened to an order, and tells of it: its parties hear of it by messages. Answers the event's id. */
export async function appendOrderEvent(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  event: {
    orderId: string
    kind: OrderEventKind
    by: OrderParty
    personId?: string | null
    detail?: OrderEventDetail
  },
): Promise<number> {
  const [row] = await tx
    .insert(sampleOrderEvent)
    .values({
      orderId: event.orderId,
      kind: event.kind,
      by: event.by,
      personId: event.personId ?? null,
      detail: event.detail && Object.keys(event.detail).length > 0 ? event.detail : null,
      createdAt: context.now,
    })
    .returning({ id: sampleOrderEvent.id })
  if (!row) throw new Error('an event was written and has no id')
  await appendOutbox(tx, context, {
    topic: 'order.changed',
    payload: { orderId: event.orderId, eventId: row.id },
  })
  return row.id
}
