import type { payment } from '~/db/schema/payment'
import type { Transaction } from '~/db/transaction.server'
import type { DisputeTruth } from '~/integrations/stripe/card-payments'
import type { Context } from '../shared/context'
import { accountsOf } from './apply-refund.server'
import { changeOrder } from './change-order.server'
import type { OrderRowData } from './order-row.server'
import { postEntry } from './post-entry.server'

/**
 * What the bank asks back, and how it ended. The money is gone as soon as it is asked for and comes back when it is
 * won; the fee stays gone. The order's row is locked by the caller. Answers whether something was new.
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
    const told = (await tellOrder(tx, context, order.id, paid, dispute, isNew)) || isWon
    changed = isNew || told || changed
  }
  return changed
}

/** What was asked long ago may be told late: an old 'open' opens nothing that has ended. */
async function tellOrder(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  orderId: string,
  paid: { state: string },
  { id, state, amountMinor, dueAt }: DisputeTruth,
  isNew: boolean,
): Promise<boolean> {
  if (paid.state === 'surplus' || (state === 'open' && !isNew)) return false
  const changed = await changeOrder(tx, context, {
    orderId,
    change: { kind: 'dispute', dispute: state },
    by: 'system',
    detail: { disputeId: id, amountMinor },
    set: { disputeDueAt: state === 'open' ? dueAt : null },
  })
  return changed.kind === 'done'
}
