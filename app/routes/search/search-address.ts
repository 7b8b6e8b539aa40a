/** The filters that a reader can set, by the name that they have in the address. */
export const FILTER_PARAMS = ['field', 'region', 'price', 'from', 'to', 'paper', 'ready', 'export'] as const
export type FilterParam = (typeof FILTER_PARAMS)[number]

/** What the address may hold, in the order in which it is written. */
const PARAMS = ['q', 'kind', ...FILTER_PARAMS, 'sort', 'page'] as const

/** Values that mean the same as none, and so are left out of the address. */
const DEFAULTS: Record<string, string> = { kind: 'product', sort: 'relevance', page: '1' }

/** The same search in its shortest form: no empty values, no defaults, nothing unknown. */
export function tidySearch(params: URLSearchParams): URLSearchParams {
  const tidy = new URLSearchParams()
  for (const name of PARAMS) {
    for (const value of params.getAll(name)) {
      const text = value.trim()
      if (text && DEFAULTS[name] !== text && !tidy.getAll(name).includes(text)) tidy.append(name, text)
    }
  }
  return tidy
}

/** `params` with `name` set to `value` (undefined: without it), from the first page on unless the page is set. */
export function withParam(params: URLSearchParams, name: string, value: string | undefined): string {
  const next = new URLSearchParams(params)
  next.delete(name)
  if (name !== 'page') next.delete('page')
  if (value !== undefined) next.set(name, value)
  return asSearch(next)
}

/** `params` without one value of a filter. */
export function withoutValue(params: URLSearchParams, name: FilterParam, value: string): string {
  const next = new URLSearchParams(params)
  const others = next.getAll(name).filter((one) => one !== value)
  next.delete(name)
  next.delete('page')
  for (const other of others) next.append(name, other)
  return asSearch(next)
}

/** `params` without any filter: the words, the kind and the order stay. */
export function withoutFilters(params: URLSearchParams): string {
  const next = new URLSearchParams(params)
  for (const name of [...FILTER_PARAMS, 'page']) next.delete(name)
  return asSearch(next)
}

function asSearch(params: URLSearchParams): string {
  const text = tidySearch(params).toString()
  return text ? `?${text}` : ''
}
