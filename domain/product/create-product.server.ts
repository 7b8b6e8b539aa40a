import { eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isFormToken } from '../shared/form-id.server'
import { addProduct } from './add-product.server'
import { findOwnProduct } from './own-product.server'
import type { ProductFields } from './product-fields'
import { type PublishingGap, publishingGaps } from './publishing'

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
    await addProduct(tx, context, {
      id,
      organisationId,
      boothSlug: booth.slug,
      isSample,
      fields,
      state: publish ? 'published' : 'draft',
      action: 'made',
    })
    return { kind: 'created', id, already: false }
  })
}
