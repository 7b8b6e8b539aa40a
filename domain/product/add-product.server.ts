import { type SQL, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ProductState, RevisionAction } from '../shared/enums'
import { keepRevision } from '../shared/keep-revision.server'
import { chooseDrawing } from './drawing-choice'
import { columnsOf } from './own-product.server'
import type { ProductFields } from './product-fields'
import { productSlug } from './product-slug'
import { revisedProduct } from './revised-product'
import { writeTiers } from './write-tiers.server'

interface AddedProduct {
  id: string
  organisationId: string
  boothSlug: string
  isSample: boolean
  fields: ProductFields
  state: ProductState
  action: Extract<RevisionAction, 'made' | 'imported' | 'copied'>
  /** On the shelf; left out: the last place, also where rows of an import left gaps. */
  position?: number
}

/** Enough for a shelf whose goods all have one name. */
const MOST_ATTEMPTS = 50

/**
 * Writes a new product with its drawing, its prices, its history, the word to the search, and an address that no other
 * has and that never changes. The caller's transaction holds the pesantren's row.
 */
export async function addProduct(
  tx: Transaction,
  context: Context,
  { id, organisationId, boothSlug, isSample, fields, state, action, position }: AddedProduct,
): Promise<void> {
  const last: SQL<number> = sql`(select coalesce(max(position), -1) + 1 from product
    where organisation_id = ${organisationId})`
  const values = {
    id,
    organisationId,
    ...columnsOf(fields),
    state,
    position: position ?? last,
    isSample,
    createdAt: context.now,
    updatedAt: context.now,
  }
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const slug = productSlug(fields.name, boothSlug, attempt)
    const written = await tx
      .insert(product)
      .values({ ...values, slug, drawing: chooseDrawing(fields.kind, boothSlug, id) })
      .onConflictDoNothing({ target: product.slug })
      .returning({ id: product.id })
    if (written.length === 0) continue
    await writeTiers(tx, id, fields.tiers)
    await keepRevision(tx, context, {
      organisationId,
      subject: 'product',
      subjectId: id,
      action,
      before: null,
      after: { version: 1, fields: revisedProduct(fields, state) },
    })
    await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
    return
  }
  throw new AppError('conflict', 'no address is left for this name')
}
