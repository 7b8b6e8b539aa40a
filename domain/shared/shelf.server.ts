import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import type { Context } from './context'
import { type Locale, localized } from './locale'
import type { ShelfProduct } from './shelf'

const { product } = schema

/** A booth's published goods in the order of its shelf, in one query. `except`: an id to leave out. */
export async function readShelf(
  db: Context['db'],
  organisationId: string,
  locale: Locale,
  { except, limit = 60 }: { except?: string; limit?: number } = {},
): Promise<ShelfProduct[]> {
  const rows = await db
    .select({
      slug: product.slug,
      name: product.name,
      drawing: product.drawing,
      photo: firstPhoto(ofProduct(sql`product.id`)),
      unit: product.unit,
      minimumOrder: product.minimumOrder,
      monthlyCapacity: product.monthlyCapacity,
      madeToOrder: product.madeToOrder,
      // Written out: in a query of one table drizzle leaves table names away.
      price: sql<ShelfProduct['priceMinor']>`(
        select json_build_object('from', min(unit_price_minor), 'to', max(unit_price_minor))
        from price_tier where price_tier.product_id = product.id having count(*) > 0)`,
      // Halal is what buyers ask for first.
      paper: sql<ShelfProduct['paper']>`(
        select json_build_object('kind', certificate.kind, 'state', certificate.state)
        from certificate where certificate.product_id = product.id
        order by certificate.kind = 'halal' desc,
                 array_position(array['verified','declared','applied'], certificate.state), certificate.kind
        limit 1)`,
    })
    .from(product)
    .where(
      and(
        eq(product.organisationId, organisationId),
        eq(product.state, 'published'),
        except ? ne(product.id, except) : undefined,
      ),
    )
    .orderBy(asc(product.position), asc(product.id))
    .limit(limit)
  return rows.map(({ name, price, photo, ...row }) => ({
    ...row,
    ...(photo && { photo }),
    name: localized(name, locale) ?? { text: row.slug, lang: 'id' },
    priceMinor: price,
  }))
}
