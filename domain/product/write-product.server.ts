import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { ProductState, RevisionAction } from '../shared/enums'
import { keepRevision } from '../shared/keep-revision.server'
import { chooseDrawing } from './drawing-choice'
import type { OwnProduct } from './own-product'
import { columnsOf } from './own-product.server'
import type { ProductFields } from './product-fields'
import { revisedProduct } from './revised-product'
import { writeTiers } from './write-tiers.server'

interface WrittenProduct {
  organisationId: string
  /** As it stands; the caller's transaction holds its row. */
  current: OwnProduct
  fields: ProductFields
  state: ProductState
  action: Exclude<RevisionAction, 'before' | 'made' | 'state' | 'copied'>
  restoredVersion?: number
}

/**
 * Writes a product's fields anew, with its prices, its history and the word to the search. Its address stays, and its
 * drawing unless it is another kind of goods now.
 * @returns the version that this made.
 */
export async function writeProduct(
  tx: Transaction,
  context: Context,
  { organisationId, current, fields, state, action, restoredVersion }: WrittenProduct,
): Promise<number> {
  const { id } = current
  const version = current.version + 1
  let { drawing } = current
  if (fields.kind !== current.fields.kind) {
    const [booth] = await tx
      .select({ slug: organisation.slug })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
    drawing = chooseDrawing(fields.kind, booth?.slug ?? '', id)
  }
  await tx
    .update(product)
    .set({ ...columnsOf(fields), drawing, state, version, updatedAt: context.now })
    .where(eq(product.id, id))
  await writeTiers(tx, id, fields.tiers)
  await keepRevision(tx, context, {
    organisationId,
    subject: 'product',
    subjectId: id,
    action,
    before: { version: current.version, fields: revisedProduct(current.fields, current.state) },
    after: { version, fields: revisedProduct(fields, state) },
    ...(restoredVersion !== undefined && { restoredVersion }),
  })
  await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
  return version
}
