import type { ProductState, TradeUnit } from '../shared/enums'
import type { PriceTier } from './price-tiers'

/** Goods whose prices can be changed at a time. */
export const MOST_AT_ONCE = 200

/** One of the own goods with all its prices. */
export interface PricedProduct {
  id: string
  version: number
  name: string
  state: ProductState
  unit: TradeUnit
  tiers: PriceTier[]
}
