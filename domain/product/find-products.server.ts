import { inArray } from 'drizzle-orm'
import { regency } from '~/db/schema/region'
import type { SearchResults } from '~/search/search-index'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { SearchRequest } from './search-query.schema'

export const HITS_A_PAGE = 24

export interface FoundProducts extends SearchResults {
  perPage: number
  /** The regencies that the facet counts, and those that are asked for, by code. */
  regencies: Record<string, { kind: 'kabupaten' | 'kota'; name: string }>
}

/**
 * One page of the products or booths that answer a request, with facet counts. Everybody may search: the
 * index holds only what is shown to everybody. One search (one query in PostgreSQL) and one query.
 * @throws AppError 'unavailable' when the search engine cannot answer.
 */
export async function findProducts(
  { db, search }: Pick<Context, 'db' | 'search'>,
  { request, locale }: { request: SearchRequest; locale: Locale },
): Promise<FoundProducts> {
  const results = await search.search({ ...request, locale, perPage: HITS_A_PAGE })
  const codes = [...results.facets.regency.map(({ value }) => value), ...(request.filters.regencies ?? [])]
  const rows = await db
    .select({ code: regency.code, kind: regency.kind, name: regency.name })
    .from(regency)
    .where(inArray(regency.code, codes))
  const regencies = Object.fromEntries(rows.map(({ code, ...row }) => [code, row]))
  return { ...results, perPage: HITS_A_PAGE, regencies }
}
