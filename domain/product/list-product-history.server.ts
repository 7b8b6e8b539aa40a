import { and, desc, eq } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { revision } from '~/db/schema/revision'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { RevisionAction } from '../shared/enums'
import type { OwnProduct } from './own-product'
import { findOwnProduct } from './own-product.server'
import { type RevisedProduct, readRevised } from './revised-product'

const PAGE_SIZE = 20

export interface ProductRevision {
  id: string
  at: Date
  /** null: the account is gone, or it was the house itself. */
  by: string | null
  action: RevisionAction
  version: number
  restoredVersion: number | null
  /** How it stood then, and until then; null: it was the first that history knows. */
  after: RevisedProduct
  before: RevisedProduct | null
}

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
  { id, page: wanted }: { id: string; page: number },
): Promise<ProductHistory> {
  const { organisationId } = requirePesantrenWriter(actor)
  const product = await findOwnProduct(db, organisationId, id)
  if (!product) throw new AppError('not-found')
  const page = Math.max(1, Math.trunc(wanted) || 1)
  // One more, which the last of the page is held against.
  const rows = await db
    .select({
      id: revision.id,
      at: revision.createdAt,
      by: person.name,
      action: revision.action,
      version: revision.version,
      restoredVersion: revision.restoredVersion,
      fields: revision.fields,
    })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.personId))
    .where(and(eq(revision.subject, 'product'), eq(revision.subjectId, product.id)))
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
  return {
    product,
    page,
    isLast: rows.length <= PAGE_SIZE,
    rows: rows.slice(0, PAGE_SIZE).map(({ fields, by, ...row }, place) => {
      const earlier = rows[place + 1]
      return {
        ...row,
        by: by || null,
        after: readRevised(fields),
        before: earlier ? readRevised(earlier.fields) : null,
      }
    }),
  }
}
