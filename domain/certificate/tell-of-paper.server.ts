import { appendOutbox } from '~/db/outbox.server'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'

/** A paper shows in its product, or in the booth and all its goods: search has to hear of it. */
export async function tellOfPaper(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { organisationId, productId }: { organisationId: string; productId: string | null },
): Promise<void> {
  await (productId
    ? appendOutbox(tx, context, { topic: 'product.changed', payload: { productId } })
    : appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } }))
}
