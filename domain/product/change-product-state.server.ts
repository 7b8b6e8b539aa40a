import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ProductState } from '../shared/enums'
import { keepRevision } from '../shared/keep-revision.server'
import { findOwnProduct } from './own-product.server'
import { type PublishingGap, publishingGaps } from './publishing'
import { revisedProduct } from './revised-product'

export type ProductStateOutcome =
  /** `before`: where undoing leads. The same as `state`: it was so already, and nothing was written. */
  | { kind: 'done'; state: ProductState; before: ProductState }
  /** It was to be published and lacks this; nothing was written. */
  | { kind: 'incomplete'; gaps: PublishingGap[] }

/**
 * Publishes a product, hides it from buyers, puts it away, or takes any of that back: all of them can be
 * undone, so each state leads to each. The version stays, for an edit that is under way loses nothing by it.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function changeProductState(
  context: Context,
  { id, to }: { id: string; to: ProductState },
): Promise<ProductStateOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId } = acting
  return inTransaction(context.db, async (tx) => {
    const current = await findOwnProduct(tx, organisationId, id, { lock: true })
    if (!current) throw new AppError('not-found')
    const before = current.state
    if (before === to) return { kind: 'done', state: to, before }
    const gaps = to === 'published' ? publishingGaps(current.fields, isVerified(acting)) : []
    if (gaps.length > 0) return { kind: 'incomplete', gaps }
    await tx.update(product).set({ state: to, updatedAt: context.now }).where(eq(product.id, id))
    const { version, fields } = current
    await keepRevision(tx, context, {
      organisationId,
      subject: 'product',
      subjectId: id,
      action: 'state',
      before: { version, fields: revisedProduct(fields, before) },
      after: { version, fields: revisedProduct(fields, to) },
    })
    await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
    return { kind: 'done', state: to, before }
  })
}
