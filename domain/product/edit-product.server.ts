import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ProductState } from '../shared/enums'
import { chooseDrawing } from './drawing-choice'
import type { OwnProduct } from './own-product'
import { columnsOf, findOwnProduct } from './own-product.server'
import type { ProductFields } from './product-fields'
import { type PublishingGap, publishingGaps } from './publishing'
import { writeTiers } from './write-tiers.server'

export interface EditProductInput {
  id: string
  /** The version on which the edit was made. */
  version: number
  fields: ProductFields
  /** Also show it to buyers; else it stays as it is. */
  publish: boolean
}

export type EditProductOutcome =
  | { kind: 'saved'; state: ProductState; before: ProductState; version: number }
  /** Buyers see it, or are to, and it lacks this; nothing was written. */
  | { kind: 'incomplete'; gaps: PublishingGap[] }
  /** Somebody else saved since; nothing was written. Saving on `current.version` goes over it. */
  | { kind: 'changed'; current: OwnProduct }

/**
 * Saves a product's fields. Its address stays, and its drawing unless it is another kind of goods now.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function editProduct(
  context: Context,
  { id, version, fields, publish }: EditProductInput,
): Promise<EditProductOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId } = acting
  return inTransaction(context.db, async (tx) => {
    const current = await findOwnProduct(tx, organisationId, id, { lock: true })
    if (!current) throw new AppError('not-found')
    if (current.version !== version) return { kind: 'changed', current }
    const state = publish ? 'published' : current.state
    const gaps = state === 'published' ? publishingGaps(fields, isVerified(acting)) : []
    if (gaps.length > 0) return { kind: 'incomplete', gaps }
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
      .set({ ...columnsOf(fields), drawing, state, version: version + 1, updatedAt: context.now })
      .where(eq(product.id, id))
    await writeTiers(tx, id, fields.tiers)
    await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
    return { kind: 'saved', state, before: current.state, version: version + 1 }
  })
}
