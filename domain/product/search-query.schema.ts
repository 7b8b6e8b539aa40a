import { z } from 'zod'
import { BUSINESS_FIELDS, CERTIFICATIONS } from '../shared/enums'
import { READINESS_LEVELS } from '../shared/readiness'
import {
  PRICE_BUCKETS,
  SEARCH_KINDS,
  SEARCH_SORTS,
  type SearchFilters,
  type SearchSort,
} from './search-options'

/** What the address of the search page asks for. */
export interface SearchRequest {
  text: string
  filters: SearchFilters
  sort: SearchSort
  /** From 1. */
  page: number
}

const LONGEST_TEXT = 200
const LAST_PAGE = 1_000
const MOST_RUPIAH = 10_000_000_000

/** Every value that is meant; the others are left out, because an old or a cut link is no error. */
const listOf = <T>(value: z.ZodType<T>) =>
  z.array(z.string()).transform((texts) => [
    ...new Set(
      texts.flatMap((text) => {
        const parsed = value.safeParse(text)
        return parsed.success ? [parsed.data] : []
      }),
    ),
  ])

const wholeNumber = z
  .string()
  .regex(/^\d{1,11}$/)
  .transform(Number)
const rupiah = wholeNumber.pipe(z.number().max(MOST_RUPIAH)).optional().catch(undefined)

const schema = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, LONGEST_TEXT))
    .catch(''),
  kind: z.enum([...SEARCH_KINDS, 'all']).catch('product'),
  field: listOf(z.enum(BUSINESS_FIELDS)),
  region: listOf(z.string().regex(/^\d{4}$/)),
  paper: listOf(z.enum(CERTIFICATIONS)),
  price: listOf(wholeNumber.pipe(z.number().max(PRICE_BUCKETS.length))),
  from: rupiah,
  to: rupiah,
  export: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .catch(undefined),
  ready: listOf(z.enum(READINESS_LEVELS)),
  sort: z.enum(SEARCH_SORTS).catch('relevance'),
  page: wholeNumber.pipe(z.number().min(1).max(LAST_PAGE)).catch(1),
})

/**
 * Reads `q`, `kind` (product unless it is booth or all), `field`*, `region`*, `paper`*, `price`* (indexes of
 * PRICE_BUCKETS), `from` and `to` (whole rupiah), `export`, `ready`*, `sort` and `page`. Never an error: what
 * cannot be meant is left out.
 */
export function parseSearchRequest(params: URLSearchParams): SearchRequest {
  const one = (name: string) => params.get(name) ?? undefined
  const read = schema.parse({
    q: one('q'),
    kind: one('kind'),
    field: params.getAll('field'),
    region: params.getAll('region'),
    paper: params.getAll('paper'),
    price: params.getAll('price'),
    from: one('from'),
    to: one('to'),
    export: one('export'),
    ready: params.getAll('ready'),
    sort: one('sort'),
    page: one('page'),
  })
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined)
  const filters: SearchFilters = {
    kind: read.kind === 'all' ? undefined : read.kind,
    fields: some(read.field),
    regencies: some(read.region),
    certifications: some(read.paper),
    priceBuckets: some(read.price),
    priceFrom: read.from,
    priceTo: read.to,
    hasExported: read.export,
    readiness: some(read.ready),
  }
  return { text: read.q, filters, sort: read.sort, page: read.page }
}
