import { sampleOrder } from '~/db/schema/sample-order'
import type { OrderFacts } from './order-state'

export type OrderRowData = typeof sampleOrder.$inferSelect

/** What decides about an order, of its row. */
export function factsOf(
  row: Pick<
    OrderRowData,
    | 'state'
    | 'way'
    | 'holds'
    | 'totalMinor'
    | 'paidMinor'
    | 'refundedMinor'
    | 'dispute'
    | 'expiresAt'
    | 'proofSentAt'
    | 'paidAt'
    | 'sentAt'
  >,
): OrderFacts {
  const { state, way, holds, totalMinor, paidMinor, refundedMinor, dispute, expiresAt, paidAt, sentAt } = row
  return {
    state,
    way,
    holds,
    totalMinor,
    paidMinor,
    refundedMinor,
    dispute,
    expiresAt,
    hasProof: row.proofSentAt !== null,
    paidAt,
    sentAt,
  }
}

/** Columns of `factsOf`, for a query. */
export const factColumns = {
  state: sampleOrder.state,
  way: sampleOrder.way,
  holds: sampleOrder.holds,
  totalMinor: sampleOrder.totalMinor,
  paidMinor: sampleOrder.paidMinor,
  refundedMinor: sampleOrder.refundedMinor,
  dispute: sampleOrder.dispute,
  expiresAt: sampleOrder.expiresAt,
  proofSentAt: sampleOrder.proofSentAt,
  paidAt: sampleOrder.paidAt,
  sentAt: sampleOrder.sentAt,
}
