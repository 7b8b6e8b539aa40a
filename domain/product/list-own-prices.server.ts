import { and, asc, eq, exists, ne, sql } from 'drizzle-orm'
import { priceTier } from '~/db/schema/price-tier'
import { product } from '~/db/schema/product'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { tiersOfProduct } from './own-product.server'
import { MOST_AT_ONCE, type PricedProduct } from './price-list'

/**
 * The own goods that have prices, in the order of the shelf. One query.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function listOwnPrices(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { locale }: { locale: Locale },
): Promise<PricedProduct[]> {
  const { organisationId } = requirePesantrenWriter(actor)
  const rows = await db
    .select({
      id: product.id,
      version: product.version,
      slug: product.slug,
      name: product.name,
      state: product.state,
      unit: product.unit,
      tiers: tiersOfProduct,
    })
    .from(product)
    .where(
      and(
        eq(product.organisationId, organisationId),
        ne(product.state, 'archived'),
        exists(db.select({ one: sql`1` }).from(priceTier).where(eq(priceTier.productId, product.id))),
      ),
    )
    .orderBy(asc(product.position), asc(product.id))
    .limit(MOST_AT_ONCE)
  return rows.map(({ name, slug, ...row }) => ({ ...row, name: localized(name, locale)?.text ?? slug }))
}
