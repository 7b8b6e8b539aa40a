import { parseQuantity } from './price-tiers'
import type { TypedProduct } from './typed-product'

/** What the ways of supplying leave open for a buyer; told beside the field, never in the way of saving. */
export type SupplyWarning = 'capacity-unsaid' | 'stock-unsaid' | 'stock-of-made'

/** Made after an order: how much in a month. From stock: how much there is. Null: it fits, or nothing was said. */
export function supplyWarning({
  madeToOrder,
  monthlyCapacity,
  stock,
}: Pick<TypedProduct, 'madeToOrder' | 'monthlyCapacity' | 'stock'>): SupplyWarning | null {
  if (madeToOrder === 'yes') {
    if ((parseQuantity(stock) ?? 0) > 0) return 'stock-of-made'
    return monthlyCapacity.trim() ? null : 'capacity-unsaid'
  }
  return madeToOrder === 'no' && !stock.trim() ? 'stock-unsaid' : null
}
