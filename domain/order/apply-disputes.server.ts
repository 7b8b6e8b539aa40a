import { asc, eq } from 'drizzle-orm'
import type { payment } from '~/db/schema/payment'
import { sampleOrderEvent } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import type { DisputeTruth } from '~/integrations/stripe/card-payments'
import type { Context } from '../shared/context'
import { accountsOf } from './apply-refund.server'
import { changeOrder } from './change-order.server'
import { type DisputeFacts, disputesOf } from './disputes'
import type { OrderRowData } from './order-row.server'
import { postEntry } from './post-entry.server'

/**
 * What the bank asks back, and how it ended. The money is gone as soon as it is asked for and comes back when it is
 * won; the fee stays gone. A charge may be disputed several times, each with its own end: the order is disputed as
 * long as one is. The order's row is locked by the caller. Answers whether something was new.
 */
export async function applyDisputes(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  order: OrderRowData,
  paid: Pick<typeof payment.$inferSelect, 'id' | 'orderId' | 'way' | 'state'>,
  disputes: readonly DisputeTruth[],
): Promise<boolean> {
  const { asset, whose } = accountsOf(order, paid)
  const about = {
    orderId: order.id,
    paymentId: paid.id,
    organisationId: whose.organisationId,
    isSample: order.isSample,
  }
  if (disputes.length === 0) return false
  const known = await readDisputes(tx, order.id)
  let changed = false
  for (const dispute of disputes) {
    const { id, amountMinor, feeMinor, at: happenedAt } = dispute
    const isNew = await postEntry(tx, context, {
      ...about,
      key: `dispute:${id}`,
      kind: 'dispute',
      happenedAt,
      lines: [
        { ...whose, amountMinor },
        { account: asset, amountMinor: -amountMinor },
      ],
    })
    if (feeMinor > 0) {
      changed =
        (await postEntry(tx, context, {
          ...about,
          organisationId: null,
          key: `dispute-fee:${id}`,
          kind: 'dispute-fee',
          happenedAt,
          lines: [
            { account: 'fees', amountMinor: feeMinor },
            { account: asset, amountMinor: -feeMinor },
          ],
        })) || changed
    }
    const isWon =
      dispute.state === 'won' &&
      (await postEntry(tx, context, {
        ...about,
        key: `dispute-won:${id}`,
        kind: 'dispute-won',
        happenedAt,
        lines: [
          { account: asset, amountMinor },
          { ...whose, amountMinor: -amountMinor },
        ],
      }))
    const told = (await tellOrder(tx, context, { orderId: order.id, paid, dispute, known })) || isWon
    changed = isNew || told || changed
  }
  return changed
}

/** An order's disputes as they are told so far. */
export async function readDisputes(tx: Transaction, orderId: string): Promise<DisputeFacts[]> {
  const events = await tx
    .select({
      kind: sampleOrderEvent.kind,
      at: sampleOrderEvent.createdAt,
      detail: sampleOrderEvent.detail,
    })
    .from(sampleOrderEvent)
    .where(eq(sampleOrderEvent.orderId, orderId))
    .orderBy(asc(sampleOrderEvent.id))
  return disputesOf(events)
}

/** What was asked long ago may be told late: an old 'open' opens nothing that has ended. */
async function tellOrder(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  {
    orderId,
    paid,
    dispute: { id, state, amountMinor, dueAt },
    known,
  }: { orderId: string; paid: { state: string }; dispute: DisputeTruth; known: DisputeFacts[] },
): Promise<boolean> {
  const before = known.find((one) => one.id === id)
  if (paid.state === 'surplus' || (before && (state === 'open' || before.state === state))) return false
  const others = known.filter((one) => one !== before)
  const now: DisputeFacts = {
    id,
    state,
    amountMinor,
    dueAt: state === 'open' ? dueAt : null,
    openedAt: before?.openedAt ?? context.now,
    endedAt: state === 'open' ? null : context.now,
  }
  const changed = await changeOrder(tx, context, {
    orderId,
    change: { kind: 'dispute', dispute: state, others: others.map((one) => one.state) },
    by: 'system',
    detail: { disputeId: id, amountMinor, ...(now.dueAt && { dueAt: now.dueAt.toISOString() }) },
    set: { disputeDueAt: firstDue([...others, now]) },
  })
  if (changed.kind !== 'done') return false
  known.splice(0, known.length, ...others, now)
  return true
}

/** By when the first of those that are open has to be answered. */
function firstDue(disputes: readonly DisputeFacts[]): Date | null {
  const due = disputes.flatMap(({ state, dueAt }) => (state === 'open' && dueAt ? [dueAt.getTime()] : []))
  return due.length > 0 ? new Date(Math.min(...due)) : null
}
