import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { listRevisions, type Revision } from '../shared/list-revisions.server'
import type { OwnProduct } from './own-product'
import { findOwnProduct } from './own-product.server'
import { type RevisedProduct, readRevised } from './revised-product'

export type ProductRevision = Revision<RevisedProduct>

export interface ProductHistory {
  product: OwnProduct
  rows: ProductRevision[]
  page: number
  isLast: boolean
}

/**
 * What became of a product and by whom, the newest first. Two queries.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function listProductHistory(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { id, page }: { id: string; page: number },
): Promise<ProductHistory> {
  const { organisationId } = requirePesantrenWriter(actor)
  const product = await findOwnProduct(db, organisationId, id)
  if (!product) throw new AppError('not-found')
  const listed = await listRevisions(db, {
    subject: 'product',
    subjectId: product.id,
    page,
    read: readRevised,
  })
  return { product, ...listed }
}
