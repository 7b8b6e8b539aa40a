import type { BusinessField } from '../shared/enums'
import type { ReadinessLevel } from '../shared/readiness'

/** What a search can be narrowed and ordered by: the words that the page, the address and the index share. */

export const SEARCH_KINDS = ['product', 'booth'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const SEARCH_SORTS = ['relevance', 'price-asc', 'price-desc', 'capacity-desc', 'newest'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

/** Upper edges of the price facet's buckets in whole rupiah, inclusive; the last bucket is open. */
export const PRICE_BUCKETS = [10_000, 25_000, 50_000, 100_000, 250_000] as const

export interface SearchFilters {
  kind?: SearchKind
  fields?: BusinessField[]
  regencies?: string[]
  /** All of them: who asks for halal and P-IRT wants both. Of the other lists one is enough. */
  certifications?: string[]
  /** Indexes of buckets in PRICE_BUCKETS (its length for the open one). */
  priceBuckets?: number[]
  /** Whole rupiah, inclusive; of the lowest tier's price. */
  priceFrom?: number
  priceTo?: number
  hasExported?: boolean
  readiness?: ReadinessLevel[]
}

/** The edges of a price bucket in whole rupiah: above `above` up to `upTo`, both open where null. */
export function priceBucketEdges(index: number): { above: number | null; upTo: number | null } {
  return { above: PRICE_BUCKETS[index - 1] ?? null, upTo: PRICE_BUCKETS[index] ?? null }
}

/** The index of the price bucket that a price in minor units of IDR falls into. */
export function priceBucket(priceMinor: number | null): number | null {
  if (priceMinor === null) return null
  const index = PRICE_BUCKETS.findIndex((edge) => priceMinor <= edge * 100)
  return index === -1 ? PRICE_BUCKETS.length : index
}
