import type { SearchFilters, SearchSort } from '~/domain/product/search-options'
import type { BusinessField, TradeUnit } from '~/domain/shared/enums'
import type { Locale, LocalizedText } from '~/domain/shared/locale'
import type { ReadinessLevel } from '~/domain/shared/readiness'
import type { ShelfPhoto } from '~/domain/shared/shelf'

/** What can be found: a product or a booth. Both engines store exactly this. */
export interface SearchDocument {
  /** The product's or organisation's id. */
  id: string
  kind: 'product' | 'booth'
  slug: string
  /** Product names, or the booth's name under `id` and `en` and its Arabic name under `ar`. */
  name: LocalizedText
  description: LocalizedText
  boothName: string
  boothNameArabic: string | null
  boothSlug: string
  regencyCode: string | null
  regencyName: string | null
  districtName: string | null
  field: BusinessField | null
  /** The drawing kind of a product ('coffee'); null for a booth. */
  productKind: string | null
  unit: TradeUnit | null
  /** Lowest and highest tier's unit price in minor units of IDR. */
  priceMinor: number | null
  priceMaxMinor: number | null
  minimumOrder: number | null
  leadTimeDays: number | null
  monthlyCapacity: number | null
  /** Monthly capacity less what is promised. */
  freeCapacity: number | null
  /** Papers that it has: 'halal-verified', 'halal', 'pirt-bpom', 'nib', 'sni'; 'halal' includes verified. */
  certifications: string[]
  hasExported: boolean
  /** How much a product lacks of what trade over a distance asks; null: more than a step, or it is a booth. */
  readiness: ReadinessLevel | null
  isSample: boolean
  /** Drawing specs for the result's picture; a booth has up to three. */
  drawings: string[]
  /** Photographs that stand in place of the drawings; left out: there are none. A booth has up to three. */
  photos?: ShelfPhoto[]
  /** Milliseconds since 1970, for the 'newest' order. */
  updatedAt: number
}

export type { SearchFilters, SearchSort }

export interface SearchQuery {
  text: string
  locale: Locale
  filters: SearchFilters
  sort: SearchSort
  /** From 1. */
  page: number
  perPage: number
}

export interface SearchHit {
  document: SearchDocument
  /** The name in the reader's language, cut into parts; `hit` parts matched the query. */
  title: { text: string; hit: boolean }[]
}

export interface FacetCount {
  value: string
  count: number
}

/**
 * Counts under the query and all *other* facets' filters, so that a second choice in a facet can be made.
 * Papers are counted under their own filter too, because a second paper narrows.
 * Most frequent first (prices: cheapest first); what has no hit is left out.
 */
export interface SearchFacets {
  field: FacetCount[]
  regency: FacetCount[]
  certification: FacetCount[]
  /** `value` is the bucket's index in PRICE_BUCKETS (its length for the open one); see domain/product/search-options.ts. */
  price: FacetCount[]
  /** 'true' and 'false'. */
  exporting: FacetCount[]
  /** READINESS_LEVELS. */
  readiness: FacetCount[]
}

export interface SearchResults {
  hits: SearchHit[]
  total: number
  page: number
  pages: number
  facets: SearchFacets
  /** Different booths among all hits ('from 29 pesantren'). */
  booths: number
}

/**
 * One interface, two engines: PostgreSQL (default) and Meilisearch. Ranking may differ, nothing else.
 * 'capacity-desc' sorts by free capacity; what has no price or capacity comes last in those orders.
 */
export interface SearchIndex {
  /** Text without a word finds everything. @throws AppError 'unavailable' when the engine cannot answer. */
  search(query: SearchQuery): Promise<SearchResults>
  /** Adds or replaces; harmless when repeated. Found by the next search when it resolves. */
  upsert(documents: SearchDocument[]): Promise<void>
  /** Removes; harmless for ids that are not there. */
  remove(ids: string[]): Promise<void>
  /**
   * Builds the whole index anew beside the old one and swaps: never an empty moment, and no change
   * that is upserted or removed meanwhile is lost. The batches must be read after this is called.
   * @throws AppError 'conflict' while another rebuild is running.
   */
  rebuild(batches: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }>
}
