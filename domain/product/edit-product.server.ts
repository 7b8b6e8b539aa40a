import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ProductState } from '../shared/enums'
import { type LastSaved, lastSaved } from './last-saved.server'
import type { OwnProduct } from './own-product'
import { findOwnProduct } from './own-product.server'
import type { ProductFields } from './product-fields'
import { type PublishingGap, publishingGaps } from './publishing'
import { writeProduct } from './write-product.server'

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
  | { kind: 'changed'; current: OwnProduct; last: LastSaved }

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
    if (current.version !== version) {
      const last = await lastSaved(tx, { productId: id, version })
      return { kind: 'changed', current, last }
    }
    const state = publish ? 'published' : current.state
    const gaps = state === 'published' ? publishingGaps(fields, isVerified(acting)) : []
    if (gaps.length > 0) return { kind: 'incomplete', gaps }
    const saved = await writeProduct(tx, context, {
      organisationId,
      current,
      fields,
      state,
      action: 'changed',
    })
    return { kind: 'saved', state, before: current.state, version: saved }
  })
}
