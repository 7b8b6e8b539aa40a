import type { MultiSearchQuery } from 'meilisearch'
import { queryWords } from '../query-terms'
import type { SearchFilters, SearchQuery } from '../search-index'
import { FACETS, type Facet } from '../settings'
import { FACET_ATTRIBUTES } from './meilisearch-settings'

/** Round a word that matched; from Unicode's private area, so in no word. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

const SORTS = {
  relevance: [],
  'price-asc': ['priceMinor:asc', 'id:asc'],
  'price-desc': ['priceMinor:desc', 'id:asc'],
  'capacity-desc': ['freeCapacity:desc', 'id:asc'],
  newest: ['updatedAt:desc', 'id:asc'],
} satisfies Record<SearchQuery['sort'], string[]>

/** The searches that together answer one search, sent as one request. */
export interface MeilisearchQueries {
  hits: MultiSearchQuery
  /** Finds each booth once: its total is the number of booths. */
  booths: MultiSearchQuery
  /** For each facet with a filter of its own: its counts without that filter. */
  facets: { facet: Facet; query: MultiSearchQuery }[]
}

export function meilisearchQueries(indexUid: string, query: SearchQuery): MeilisearchQueries {
  const filters = facetFilters(query.filters)
  const without = (facet: Facet | null) => [
    ...(query.filters.kind ? [`kind = ${quoted(query.filters.kind)}`] : []),
    ...FACETS.flatMap((name) => (name === facet ? [] : (filters.get(name) ?? []))),
  ]
  const base = { indexUid, q: queryWords(query.text).join(' '), matchingStrategy: 'all' as const }
  return {
    hits: {
      ...base,
      filter: without(null),
      sort: SORTS[query.sort],
      page: query.page,
      hitsPerPage: query.perPage,
      facets: FACETS.map((facet) => FACET_ATTRIBUTES[facet]),
      attributesToRetrieve: ['document', 'nameWords'],
      attributesToHighlight: ['nameWords', 'boothWords', 'placeWords', 'descriptionWords'],
      highlightPreTag: HIT_START,
      highlightPostTag: HIT_END,
    },
    booths: {
      ...base,
      filter: without(null),
      distinct: 'boothSlug',
      page: 1,
      hitsPerPage: 1,
      attributesToRetrieve: ['id'],
    },
    // A second paper narrows, so papers are counted under their own filter.
    facets: FACETS.filter((facet) => filters.has(facet) && facet !== 'certification').map((facet) => ({
      facet,
      query: {
        ...base,
        filter: without(facet),
        facets: [FACET_ATTRIBUTES[facet]],
        limit: 0,
      },
    })),
  }
}

function facetFilters(filters: SearchFilters): Map<Facet, string[]> {
  const found = new Map<Facet, string[]>()
  const oneOf = (attribute: string, values: readonly (string | number)[]) =>
    `${attribute} IN [${values.map((value) => (typeof value === 'number' ? value : quoted(value))).join(', ')}]`
  if (filters.fields?.length) found.set('field', [oneOf('field', filters.fields)])
  if (filters.regencies?.length) found.set('regency', [oneOf('regencyCode', filters.regencies)])
  if (filters.certifications?.length) {
    found.set(
      'certification',
      filters.certifications.map((value) => `certifications = ${quoted(value)}`),
    )
  }
  const price: string[] = []
  if (filters.priceBuckets?.length) price.push(oneOf('priceBucket', filters.priceBuckets))
  if (filters.priceFrom !== undefined) price.push(`priceMinor >= ${filters.priceFrom * 100}`)
  if (filters.priceTo !== undefined) price.push(`priceMinor <= ${filters.priceTo * 100}`)
  if (price.length > 0) found.set('price', price)
  if (filters.hasExported !== undefined) found.set('exporting', [`hasExported = ${filters.hasExported}`])
  if (filters.readiness?.length) found.set('readiness', [oneOf('readiness', filters.readiness)])
  return found
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

/** The words that have a hit in them, of texts that Meilisearch has marked. */
export function markedWords(texts: readonly string[]): string[] {
  const words: string[] = []
  for (const text of texts) {
    let inside = false
    for (const part of text.split(' ')) {
      if (inside || part.includes(HIT_START))
        words.push(part.replaceAll(HIT_START, '').replaceAll(HIT_END, ''))
      // A hit may go on over several words.
      inside = part.lastIndexOf(HIT_START) > part.lastIndexOf(HIT_END) || (inside && !part.includes(HIT_END))
    }
  }
  return words
}
