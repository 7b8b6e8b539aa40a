import { eq } from 'drizzle-orm'
import { priceTier } from '~/db/schema/price-tier'
import type { Transaction } from '~/db/transaction.server'
import type { PriceTier } from './price-tiers'

/** Replaces a product's prices. The caller's transaction holds the product's row. */
export async function writeTiers(
  tx: Transaction,
  productId: string,
  tiers: readonly PriceTier[],
): Promise<void> {
  await tx.delete(priceTier).where(eq(priceTier.productId, productId))
  if (tiers.length > 0) await tx.insert(priceTier).values(tiers.map((tier) => ({ productId, ...tier })))
}
