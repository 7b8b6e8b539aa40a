import { MAXIMUM_PRICE } from './number-input'
import type { PriceTier } from './price-tiers'

/** What to round new prices to, in whole rupiah. */
export const ROUNDINGS = [1, 50, 100, 500, 1_000] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** A change of many prices at once: by per cent, or by an amount in whole rupiah; negative: cheaper. */
export interface PriceChange {
  by: 'percent' | 'rupiah'
  amount: number
  rounding: Rounding
}

/** At most this many per cent up, and never down to nothing. */
export const MOST_PERCENT = 200
export const LEAST_PERCENT = -90

export type PriceChangeProblem = 'too-low' | 'too-high'

export type ChangedTiers =
  | { tiers: PriceTier[]; problem: null }
  /** Such prices can't be: nothing is changed of this product. */
  | { tiers: PriceTier[]; problem: PriceChangeProblem }

/**
 * New prices of one product. Rounding may make two tiers alike, but never a larger quantity dearer where it wasn't;
 * where an amount of rupiah would turn a price into nothing, or past the highest, it is said.
 */
export function changePrices(tiers: readonly PriceTier[], change: PriceChange): ChangedTiers {
  const step = change.rounding * 100
  const changed = tiers.map(({ minimumQuantity, unitPriceMinor }) => {
    const exact =
      change.by === 'percent'
        ? (unitPriceMinor * (100 + change.amount)) / 100
        : unitPriceMinor + change.amount * 100
    return { minimumQuantity, unitPriceMinor: Math.round(exact / step) * step }
  })
  const problem = changed.some(({ unitPriceMinor }) => unitPriceMinor <= 0)
    ? 'too-low'
    : changed.some(({ unitPriceMinor }) => unitPriceMinor > MAXIMUM_PRICE * 100)
      ? 'too-high'
      : null
  return { tiers: changed, problem }
}
