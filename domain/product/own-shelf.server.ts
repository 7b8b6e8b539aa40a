import { createHash } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { OwnProduct } from './own-product'
import { fieldsOf, tiersOfProduct } from './own-product.server'

/**
 * The pesantren's goods in the order of its shelf, whatever their state; or of these addresses alone, which may be
 * anybody's: another's aren't among them. `lock` keeps their rows from others until the transaction ends.
 */
export async function ownShelf(
  db: Context['db'] | Transaction,
  organisationId: string,
  { slugs, lock = false }: { slugs?: readonly string[]; lock?: boolean } = {},
): Promise<OwnProduct[]> {
  if (slugs?.length === 0) return []
  const query = db
    .select({ product, tiers: tiersOfProduct })
    .from(product)
    .where(
      and(eq(product.organisationId, organisationId), slugs ? inArray(product.slug, [...slugs]) : undefined),
    )
    .orderBy(asc(product.position), asc(product.id))
  const rows = await (lock ? query.for('update') : query)
  return rows.map(({ product: { id, slug, state, isSample, version, drawing, ...row }, tiers }) => ({
    id,
    slug,
    state,
    isSample,
    version,
    drawing,
    fields: fieldsOf({ id, slug, state, isSample, version, drawing, ...row }, tiers),
  }))
}

/** Tells whether goods are as they were. */
export function basisOf(goods: readonly OwnProduct[]): string {
  const lines = goods.map(({ id, version, state }) => `${id}:${version}:${state}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 22)
}
