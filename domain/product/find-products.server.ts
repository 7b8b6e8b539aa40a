import { sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { SearchResults } from '~/search/search-index'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { SearchRequest } from './search-query.schema'

const { edition: e, organisation: o, participation: p, regency } = schema

export const HITS_A_PAGE = 24

type Regencies = Record<string, { kind: 'kabupaten' | 'kota'; name: string }>

export interface FoundProducts extends SearchResults {
  perPage: number
  /** The regencies that the facet counts, and those that are asked for, by code. */
  regencies: Regencies
  /** Slugs of those booths among the hits that stand in the hall. */
  inHall: string[]
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
  const slugs = new Set(results.hits.map(({ document }) => document.boothSlug))
  const rows: unknown[] = await db.execute(sql`
    select (
      select coalesce(json_object_agg(${regency.code}, json_build_object(
        'kind', ${regency.kind}, 'name', ${regency.name})), '{}')
      from ${regency} where ${regency.code} in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
    ) as regencies, (
      select coalesce(json_agg(${o.slug}), '[]')
      from ${o} join ${p} on ${p.organisationId} = ${o.id}
      where ${o.slug} in (select jsonb_array_elements_text(${JSON.stringify([...slugs])}::jsonb))
        and ${p.slot} is not null and ${p.closedAt} is null
        and ${p.editionId} = (select id from ${e} where ${e.isOpen}
                              order by ${e.startsOn} desc, ${e.slug} limit 1)
    ) as "inHall"`)
  const [found] = rows as Pick<FoundProducts, 'regencies' | 'inHall'>[]
  return {
    ...results,
    perPage: HITS_A_PAGE,
    regencies: found?.regencies ?? {},
    inHall: found?.inHall ?? [],
  }
}
