import { redirect } from '@remix-run/node'
import { pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { readShelf } from '~/app/shelf-cookie'
import { findProducts } from '~/domain/product/find-products.server'
import { priceBucketEdges, SEARCH_SORTS } from '~/domain/product/search-options'
import { parseSearchRequest } from '~/domain/product/search-query.schema'
import type { Context } from '~/domain/shared/context'
import { CERTIFICATIONS } from '~/domain/shared/enums'
import { isLocale } from '~/domain/shared/locale'
import { READINESS_LEVELS, type ReadinessLevel } from '~/domain/shared/readiness'
import type { FacetCount } from '~/search/search-index'
import type { FacetOption, FacetView } from './filters'
import { toResultRow } from './result-row'
import { FILTER_PARAMS, type FilterParam, withParam } from './search-address'

/** A filter in use, with what its chip needs to say. */
export interface ActiveFilter {
  name: FilterParam
  value: string
  /** Of a region, or of how ready. */
  label?: string
  /** Of a price bucket: whole rupiah. */
  above?: number | null
  upTo?: number | null
}

/** The page's data: a search, cut down to what is shown. */
export async function loadResults(httpRequest: Request, localeParam: string | undefined, context: Context) {
  const params = new URL(httpRequest.url).searchParams
  const locale = isLocale(localeParam) ? localeParam : 'id'
  const request = parseSearchRequest(params)
  // 'Has not exported' is no fact that anybody stated.
  if (request.filters.hasExported === false) request.filters.hasExported = undefined
  // The page shows one kind at a time: their columns differ.
  const kind = request.filters.kind ?? 'product'
  request.filters.kind = kind
  // Goods are ready, not booths.
  if (kind === 'booth') request.filters.readiness = undefined
  const found = await run(() => findProducts(context, { request, locale }))
  if (found.hits.length === 0 && found.pages > 0 && request.page > found.pages) {
    throw redirect(`/${locale}/products${withParam(params, 'page', String(found.pages))}`)
  }

  const { filters } = request
  const { ready } = pageWords('searchMore', locale)
  const regionName = (code: string) => found.regencies[code]?.name ?? code
  const facets: FacetView = {
    field: options(found.facets.field, filters.fields),
    region: options(found.facets.regency, filters.regencies).map((option) => ({
      ...option,
      label: regionName(option.value),
    })),
    price: options(found.facets.price, filters.priceBuckets?.map(String))
      .sort((a, b) => Number(a.value) - Number(b.value))
      .map((option) => ({ ...option, ...priceBucketEdges(Number(option.value)) })),
    paper: inOrder(options(found.facets.certification, filters.certifications), CERTIFICATIONS),
    ready: inOrder(options(found.facets.readiness, filters.readiness), READINESS_LEVELS).map((option) => ({
      ...option,
      label: ready[option.value as ReadinessLevel],
    })),
    export: options(found.facets.exporting, filters.hasExported ? ['true'] : undefined).filter(
      ({ value }) => value === 'true',
    ),
  }
  const active: ActiveFilter[] = [
    ...FILTER_PARAMS.flatMap((name) =>
      name === 'from' || name === 'to'
        ? []
        : facets[name]
            .filter(({ checked }) => checked)
            .map(({ count: _count, checked: _checked, ...rest }) => ({ name, ...rest })),
    ),
    ...edge('from', filters.priceFrom),
    ...edge('to', filters.priceTo),
  ]
  const kept = new Set(readShelf(httpRequest).map(({ kind, slug }) => `${kind} ${slug}`))
  const inHall = new Set(found.inHall)
  const samples = found.hits.filter(({ document }) => document.isSample).length
  return {
    text: request.text,
    kind,
    sort: request.sort,
    sorts: SEARCH_SORTS.filter((sort) => kind === 'product' || sort === 'relevance' || sort === 'newest'),
    rows: found.hits.map((hit) => toResultRow(hit, kept, inHall)),
    total: found.total,
    booths: found.booths,
    page: found.page,
    pages: found.pages,
    perPage: found.perPage,
    facets: kind === 'product' ? facets : { ...facets, price: [] },
    active,
    sample: samples === 0 ? 'none' : samples === found.hits.length ? 'all' : 'some',
  } as const
}

/** Counts as options; what is chosen stays on offer even where nothing has it any more. */
function options(counts: FacetCount[], chosen: readonly string[] = []): FacetOption[] {
  const missing = chosen.filter((value) => counts.every((count) => count.value !== value))
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))].map((option) => ({
    ...option,
    checked: chosen.includes(option.value),
  }))
}

function inOrder<T extends { value: string }>(list: T[], order: readonly string[]): T[] {
  return [...list].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

function edge(name: 'from' | 'to', value: number | undefined): ActiveFilter[] {
  if (value === undefined) return []
  return [{ name, value: String(value), ...(name === 'from' ? { above: value } : { upTo: value }) }]
}
