import { eq, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isFormToken } from '../shared/form-id.server'
import { keepRevision } from '../shared/keep-revision.server'
import { chooseDrawing } from './drawing-choice'
import { columnsOf, findOwnProduct } from './own-product.server'
import type { ProductFields } from './product-fields'
import { productSlug } from './product-slug'
import { type PublishingGap, publishingGaps } from './publishing'
import { revisedProduct } from './revised-product'
import { writeTiers } from './write-tiers.server'

export interface CreateProductInput {
  /** What the form was given: the same form sent twice makes one product. Anything else is replaced. */
  token: string
  fields: ProductFields
  publish: boolean
}

export type CreateProductOutcome =
  /** `already`: the same form was saved before; nothing was written now. */
  | { kind: 'created'; id: string; already: boolean }
  /** It was to be published and lacks this; nothing was written. */
  | { kind: 'incomplete'; gaps: PublishingGap[] }

/** Enough for a shelf whose goods all have one name. */
const MOST_ATTEMPTS = 50

/**
 * A new product at the end of the pesantren's shelf, as a draft or published at once; with its drawing and
 * its address, which never changes.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function createProduct(
  context: Context,
  { token, fields, publish }: CreateProductInput,
): Promise<CreateProductOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId, isSample } = acting
  const gaps = publish ? publishingGaps(fields, isVerified(acting)) : []
  if (gaps.length > 0) return { kind: 'incomplete', gaps }
  const wanted = isFormToken(token) ? token : context.newId()
  return inTransaction(context.db, async (tx) => {
    // One at a time for each pesantren: places and addresses are counted.
    const [booth] = await tx
      .select({ slug: organisation.slug })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('update')
    if (!booth) throw new AppError('not-found')
    if (await findOwnProduct(tx, organisationId, wanted))
      return { kind: 'created', id: wanted, already: true }
    const [taken] = await tx.select({ id: product.id }).from(product).where(eq(product.id, wanted))
    const id = taken ? context.newId() : wanted
    const values = {
      id,
      organisationId,
      ...columnsOf(fields),
      state: publish ? ('published' as const) : ('draft' as const),
      // The last place, also where rows of an import left gaps.
      position: sql<number>`(select coalesce(max(position), -1) + 1 from product
        where organisation_id = ${organisationId})`,
      isSample,
      createdAt: context.now,
      updatedAt: context.now,
    }
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const slug = productSlug(fields.name, booth.slug, attempt)
      const written = await tx
        .insert(product)
        .values({ ...values, slug, drawing: chooseDrawing(fields.kind, booth.slug, id) })
        .onConflictDoNothing({ target: product.slug })
        .returning({ id: product.id })
      if (written.length === 0) continue
      await writeTiers(tx, id, fields.tiers)
      await keepRevision(tx, context, {
        organisationId,
        subject: 'product',
        subjectId: id,
        action: 'made',
        before: null,
        after: { version: 1, fields: revisedProduct(fields, values.state) },
      })
      await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
      return { kind: 'created', id, already: false }
    }
    throw new AppError('conflict', 'no address is left for this name')
  })
}
