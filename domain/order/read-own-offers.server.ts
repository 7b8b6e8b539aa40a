import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { sampleOffer, shippingRate } from '~/db/schema/sample-offer'
import { sampleOrder, sampleOrderLine } from '~/db/schema/sample-order'
import { mayWrite, requirePesantren } from '../shared/acting'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { type Locale, localized } from '../shared/locale'
import type { OwnOffer } from './own-offer'

const PAGE = 50

export interface OwnOffers {
  rows: OwnOffer[]
  page: number
  pages: number
  mayWrite: boolean
  /** Whether any way is priced: without one nothing can be sent, only handed over. */
  hasRates: boolean
}

/**
 * The pesantren's goods with their samples: what is offered first, then in the order of the shelf; or one product
 * alone. Three queries.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function readOwnOffers(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { locale, page = 1, productId }: { locale: Locale; page?: number; productId?: string },
): Promise<OwnOffers> {
  const acting = requirePesantren(actor)
  const { organisationId } = acting
  const nothing = productId !== undefined && !isId(productId)
  const where = and(
    eq(product.organisationId, organisationId),
    ne(product.state, 'archived'),
    productId === undefined ? undefined : nothing ? sql`false` : eq(product.id, productId),
  )
  const total = await db.$count(product, where)
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await db
    .select({
      productId: product.id,
      slug: product.slug,
      name: product.name,
      productState: product.state,
      isSample: product.isSample,
      offer: sampleOffer,
      hasRates: sql<boolean>`exists (
        select from ${shippingRate} where ${shippingRate.organisationId} = ${organisationId})`,
    })
    .from(product)
    .leftJoin(sampleOffer, eq(sampleOffer.productId, product.id))
    .where(where)
    .orderBy(
      sql`case when ${sampleOffer.state} = 'open' then 0 when ${sampleOffer.state} is not null then 1 else 2 end`,
      asc(product.position),
      asc(product.id),
    )
    .limit(PAGE)
    .offset((shown - 1) * PAGE)
  const ids = rows.map(({ productId }) => productId)
  const held = await heldOf(db, ids)
  return {
    rows: rows.map(({ name, offer, hasRates: _, ...row }) => ({
      ...row,
      name: localized(name, locale) ?? { text: row.slug, lang: 'id' as const },
      offer,
      version: offer?.version ?? 0,
      held: held.get(row.productId) ?? 0,
    })),
    page: shown,
    pages,
    mayWrite: mayWrite(acting),
    hasRates: rows[0]?.hasRates ?? false,
  }
}

async function heldOf(db: Context['db'], ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      productId: sampleOrderLine.productId,
      held: sql<number>`sum(${sampleOrderLine.quantity})::int`,
    })
    .from(sampleOrderLine)
    .innerJoin(sampleOrder, eq(sampleOrder.id, sampleOrderLine.orderId))
    .where(and(inArray(sampleOrderLine.productId, [...ids]), eq(sampleOrder.holds, 'held')))
    .groupBy(sampleOrderLine.productId)
  return new Map(rows.map(({ productId, held }) => [productId, held]))
}
