import { and, eq, sql } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { OwnProduct } from './own-product'
import type { PriceTier } from './price-tiers'
import type { ProductFields } from './product-fields'

/** The prices of `product`, in the order of quantity; in a query of one table its name is written out. */
export const tiersOfProduct = sql<PriceTier[]>`coalesce((
  select json_agg(json_build_object('minimumQuantity', minimum_quantity,
                                    'unitPriceMinor', unit_price_minor) order by minimum_quantity)
  from price_tier where price_tier.product_id = product.id), '[]')`

/**
 * A product of this organisation, whatever its state; null for another's, and for what is no id at all.
 * `lock` keeps its row from others until the transaction ends.
 */
export async function findOwnProduct(
  db: Context['db'] | Transaction,
  organisationId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<OwnProduct | null> {
  if (!isId(id)) return null
  const query = db
    .select({ product, tiers: tiersOfProduct })
    .from(product)
    .where(and(eq(product.id, id), eq(product.organisationId, organisationId)))
  const [row] = await (lock ? query.for('update') : query)
  if (!row) return null
  const { id: productId, slug, state, isSample, version, drawing } = row.product
  return { id: productId, slug, state, isSample, version, drawing, fields: fieldsOf(row.product, row.tiers) }
}

/** What a row of the table and its prices say. */
export function fieldsOf(row: typeof product.$inferSelect, tiers: PriceTier[]): ProductFields {
  return {
    name: row.name,
    description: row.description,
    storage: row.storage,
    field: row.field,
    kind: row.kind,
    unit: row.unit,
    netContent: row.netContent,
    netContentUnit: row.netContentUnit,
    tiers,
    asksPrice: asksPrice(row.state, tiers.length),
    minimumOrder: row.minimumOrder,
    orderMultiple: row.orderMultiple,
    monthlyCapacity: row.monthlyCapacity,
    promisedCapacity: row.promisedCapacity,
    stock: row.stock,
    leadTimeDays: row.leadTimeDays,
    madeToOrder: row.madeToOrder,
    shelfLifeDays: row.shelfLifeDays,
    unitsPerCarton: row.unitsPerCarton,
    cartonKg: row.cartonKg,
    cartonCm: row.cartonCm,
    hsCode: row.hsCode,
    incoterm: row.incoterm,
    incotermPlace: row.incotermPlace,
  }
}

/** No price is stated on purpose where the product has been published so; of a draft it just isn't there yet. */
export function asksPrice(state: OwnProduct['state'], tiers: number): boolean {
  return tiers === 0 && state !== 'draft'
}

/** The columns that a form fills. */
export function columnsOf({ tiers: _, asksPrice: __, ...fields }: ProductFields) {
  return fields
}
