import { and, eq } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { OrderEventKind, OrderParty, OrderState, RefundReason } from '../shared/order-enums'
import { appendOrderEvent, type OrderEventDetail } from './append-order-event.server'
import { freeSamples, holdSamples, linesOf, TooFew } from './hold-samples.server'
import { factsOf, type OrderRowData } from './order-row.server'
import { nextOrder, type OrderChange, type OrderFacts, type OrderStep } from './order-state'
import { wantRefund } from './want-refund.server'

/** Whether samples can be kept back again is found out here. */
export type AskedChange = Exclude<OrderChange, { kind: 'pay' }> | { kind: 'pay'; amountMinor: number }

export interface OrderChangeRequest {
  orderId: string
  change: AskedChange
  by: OrderParty
  personId?: string | null
  /** Kept with the event. */
  detail?: OrderEventDetail
  /** What else is written into its row, such as the courier. */
  set?: Partial<OrderRowData>
  /** Why money goes back, where cancelling gives it back. */
  refundReason?: RefundReason
}

export type OrderChanged =
  | {
      kind: 'done'
      /** As it is now. */
      order: OrderRowData
      event: OrderEventKind
      eventId: number
      surplusMinor: number
    }
  | { kind: 'refused'; state: OrderState }
  | { kind: 'not-found' }

/**
 * The one way in which an order changes: its row locked, the state machine asked, and in the same transaction its
 * row, its samples, its event with the outbox row, and on cancelling the refund of what was paid. Who may is asked
 * before: by the use case.
 */
export async function changeOrder(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  request: OrderChangeRequest,
): Promise<OrderChanged> {
  const { orderId, by, personId = null } = request
  const { now } = context
  const row = await lockOrder(tx, orderId)
  if (!row) return { kind: 'not-found' }
  const facts = factsOf(row)
  // Whose address is gone can't be sent anything: what comes too late goes back.
  const mayRevive = row.erasedAt === null
  const step = await stepOf(tx, facts, { ...request, mayRevive }, now)
  if (!step) return { kind: 'refused', state: row.state }

  if (facts.holds === 'held' && step.facts.holds === 'freed') {
    await freeSamples(tx, await linesOf(tx, orderId), now)
  }
  const [order] = await tx
    .update(sampleOrder)
    .set({
      ...columnsOf(facts, step.facts, by, now),
      ...request.set,
      version: row.version + 1,
      updatedAt: now,
    })
    .where(eq(sampleOrder.id, orderId))
    .returning()
  if (!order) throw new Error('a locked order is gone')

  const eventId = await appendOrderEvent(tx, context, {
    orderId,
    kind: step.event,
    by,
    personId,
    detail: { ...amountsOf(step, request.change), ...request.detail },
  })
  if (step.refundMinor > 0) {
    const [paid] = await tx
      .select({ id: payment.id, orderId: payment.orderId, way: payment.way })
      .from(payment)
      .where(and(eq(payment.orderId, orderId), eq(payment.state, 'paid')))
    if (!paid) throw new Error('an order is paid and has no payment')
    await wantRefund(tx, context, {
      payment: paid,
      amountMinor: step.refundMinor,
      reason: request.refundReason ?? 'cancelled',
      personId,
    })
  }
  return { kind: 'done', order, event: step.event, eventId, surplusMinor: step.surplusMinor }
}

/** The order's row, which nobody else changes until the transaction ends. */
export async function lockOrder(tx: Transaction, orderId: string): Promise<OrderRowData | null> {
  if (!isId(orderId)) return null
  const [row] = await tx.select().from(sampleOrder).where(eq(sampleOrder.id, orderId)).for('update')
  return row ?? null
}

async function stepOf(
  tx: Transaction,
  facts: OrderFacts,
  { orderId, change, by, mayRevive }: OrderChangeRequest & { mayRevive: boolean },
  now: Date,
): Promise<OrderStep | null> {
  if (change.kind !== 'pay') return nextOrder(facts, change, by, now)
  const step = nextOrder(facts, { ...change, canHold: true }, by, now)
  if (step?.event !== 'revived') return step
  // Paid after its samples were given back: they may have gone to others since.
  const canHold = mayRevive && (await holdAgain(tx, orderId, now))
  return canHold ? step : nextOrder(facts, { ...change, canHold }, by, now)
}

async function holdAgain(tx: Transaction, orderId: string, now: Date): Promise<boolean> {
  try {
    const lines = await linesOf(tx, orderId)
    await tx.transaction((savepoint) => holdSamples(savepoint, lines, now))
    return true
  } catch (error) {
    if (error instanceof TooFew) return false
    throw error
  }
}

function columnsOf(
  before: OrderFacts,
  { hasProof, ...after }: OrderFacts,
  by: OrderParty,
  now: Date,
): Partial<OrderRowData> {
  const columns: Partial<OrderRowData> = after
  if (hasProof !== before.hasProof) columns.proofSentAt = hasProof ? now : null
  if (after.state === before.state) {
    // Another picture of the same proof.
    return columns
  }
  switch (after.state) {
    case 'packed':
      return { ...columns, packedAt: now }
    case 'received':
      return { ...columns, receivedAt: now, endedAt: now }
    case 'cancelled':
    case 'lapsed':
      return { ...columns, endedAt: now, endedBy: by }
    case 'paid':
      return { ...columns, endedAt: null, endedBy: null, endReason: null }
    default:
      return columns
  }
}

function amountsOf(step: OrderStep, change: AskedChange): OrderEventDetail {
  if (step.refundMinor > 0) return { amountMinor: step.refundMinor }
  return 'amountMinor' in change ? { amountMinor: change.amountMinor } : {}
}
