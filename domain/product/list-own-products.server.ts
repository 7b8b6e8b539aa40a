import { and, asc, count, eq, ne, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import type { OwnProducts } from './own-product'
import { asksPrice, tiersOfProduct } from './own-product.server'
import { publishingGaps } from './publishing'

const PAGE_SIZE = 20

/**
 * A page of the goods of the pesantren for which the actor acts, in the order of its shelf, published or
 * not; or, with `archive`, of those that it has put away. Two queries. A page past the end is the last one.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listOwnProducts(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { page: wanted, locale, archive = false }: { page: number; locale: Locale; archive?: boolean },
): Promise<OwnProducts> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const ofActor = eq(product.organisationId, acting.organisationId)
  const own = and(ofActor, archive ? eq(product.state, 'archived') : ne(product.state, 'archived'))
  const [counted] = await db
    .select({
      all: count(),
      archived: sql<number>`(count(*) filter (where ${product.state} = 'archived'))::int`,
    })
    .from(product)
    .where(ofActor)
  const archived = counted?.archived ?? 0
  const total = archive ? archived : (counted?.all ?? 0) - archived
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = await db
    .select({
      id: product.id,
      slug: product.slug,
      state: product.state,
      isSample: product.isSample,
      name: product.name,
      drawing: product.drawing,
      photo: firstPhoto(ofProduct(sql`product.id`)),
      unit: product.unit,
      minimumOrder: product.minimumOrder,
      orderMultiple: product.orderMultiple,
      monthlyCapacity: product.monthlyCapacity,
      promisedCapacity: product.promisedCapacity,
      tiers: tiersOfProduct,
    })
    .from(product)
    .where(own)
    .orderBy(asc(product.position), asc(product.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  return {
    page,
    pages,
    total,
    archived,
    mayWrite: mayWrite(acting),
    rows: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      state: row.state,
      isSample: row.isSample,
      name: localized(row.name, locale) ?? { text: row.slug, lang: 'id' },
      drawing: row.drawing,
      ...(row.photo && { photo: row.photo }),
      unit: row.unit,
      lowestPriceMinor:
        row.tiers.length > 0 ? Math.min(...row.tiers.map(({ unitPriceMinor }) => unitPriceMinor)) : null,
      freeCapacity: row.monthlyCapacity === null ? null : row.monthlyCapacity - row.promisedCapacity,
      gaps:
        row.state === 'published'
          ? []
          : publishingGaps({ ...row, asksPrice: asksPrice(row.state, row.tiers.length) }),
    })),
  }
}
