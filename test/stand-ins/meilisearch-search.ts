/**
 * How the stand-in for Meilisearch finds documents: the documented meaning of q, filter, sort, facets,
 * distinct, page and highlighting, on documents in memory. Its ranking is far simpler than Meilisearch's.
 */
export type StandInDocument = Record<string, unknown> & { id: string }

export interface StandInSettings {
  searchableAttributes?: string[]
  filterableAttributes?: string[]
  sortableAttributes?: string[]
  synonyms?: Record<string, string[]>
  typoTolerance?: { minWordSizeForTypos?: { oneTypo?: number; twoTypos?: number } }
  pagination?: { maxTotalHits?: number }
}

export interface StandInQuery {
  q?: string
  filter?: (string | string[])[]
  sort?: string[]
  facets?: string[]
  distinct?: string
  page?: number
  hitsPerPage?: number
  limit?: number
  attributesToRetrieve?: string[]
  attributesToHighlight?: string[]
  highlightPreTag?: string
  highlightPostTag?: string
}

/** What Meilisearch answers with status 400. */
export class InvalidRequest extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Values = Record<string, unknown>
const valuesOf = (document: Values, attribute: string): unknown[] =>
  [document[attribute]].flat().filter((value) => value !== null && value !== undefined)

/** Damerau's distance, with a wrong first letter counted as two typos as documented. */
function typosBetween(asked: string, found: string): number {
  const a = Array.from(asked)
  const b = Array.from(found)
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const at = (x: number, y: number) => rows[x]?.[y] ?? 0
      let best = Math.min(
        at(i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return (rows[a.length]?.[b.length] ?? 0) + Number(a[0] !== b[0])
}

interface Match {
  /** 0 exactly, a prefix or a synonym; else the number of typos. */
  typos: number
  /** Place of the attribute in searchableAttributes. */
  attribute: number
  words: Set<string>
}

function matchWord(
  word: string,
  last: boolean,
  texts: string[][][],
  settings: StandInSettings,
): Match | null {
  const sizes = settings.typoTolerance?.minWordSizeForTypos
  const letters = Array.from(word).length
  const number = /\p{N}/u.test(word)
  const allowed = number
    ? 0
    : letters >= (sizes?.twoTypos ?? 9)
      ? 2
      : letters >= (sizes?.oneTypo ?? 5)
        ? 1
        : 0
  const words = new Set<string>()
  let best: Omit<Match, 'words'> | null = null
  for (const [attribute, pieces] of texts.entries()) {
    for (const found of pieces.flat()) {
      const begun = Array.from(found).slice(0, letters).join('')
      const typos = Math.min(
        typosBetween(word, found),
        last ? typosBetween(word, begun) : Number.POSITIVE_INFINITY,
      )
      if (typos > allowed) continue
      words.add(found)
      if (!best || typos < best.typos) best = { typos, attribute }
    }
  }
  return best ? { ...best, words } : null
}

function matchPhrase(phrase: string[], texts: string[][][]): Match | null {
  for (const [attribute, pieces] of texts.entries()) {
    for (const piece of pieces) {
      if (` ${piece.join(' ')} `.includes(` ${phrase.join(' ')} `))
        return { typos: 0, attribute, words: new Set(phrase) }
    }
  }
  return null
}

function match(q: string, document: Values, settings: StandInSettings): Match | null {
  const texts = (settings.searchableAttributes ?? []).map((attribute) =>
    valuesOf(document, attribute).map((piece) => String(piece).split(' ')),
  )
  const words = q.split(' ').filter(Boolean)
  const all: Match = { typos: 0, attribute: 0, words: new Set() }
  for (let at = 0; at < words.length; ) {
    const synonymLength =
      [3, 2, 1].find((length) => settings.synonyms?.[words.slice(at, at + length).join(' ')]) ?? 1
    const phrase = words.slice(at, at + synonymLength)
    at += synonymLength
    const own = phrase.map((word, index) =>
      matchWord(word, at === words.length && index === phrase.length - 1, texts, settings),
    )
    const candidates = [
      ...(own.every((one) => one !== null) ? own : []),
      ...(settings.synonyms?.[phrase.join(' ')] ?? []).map((other) => matchPhrase(other.split(' '), texts)),
    ].filter((one) => one !== null)
    if (candidates.length === 0) return null
    const best = candidates.reduce((a, b) =>
      b.typos < a.typos || (b.typos === a.typos && b.attribute < a.attribute) ? b : a,
    )
    all.typos += best.typos
    all.attribute = Math.max(all.attribute, best.attribute)
    for (const candidate of candidates) for (const word of candidate.words) all.words.add(word)
  }
  return all
}

const CONDITION = /^(\w+)\s*(=|>=|<=|IN)\s*(.+)$/s

function passes(document: Values, condition: string, settings: StandInSettings): boolean {
  const [, attribute = '', operator = '', operand = ''] = CONDITION.exec(condition) ?? []
  if (!settings.filterableAttributes?.includes(attribute)) {
    throw new InvalidRequest('invalid_search_filter', `Attribute \`${attribute}\` is not filterable.`)
  }
  const literals = [...operand.matchAll(/"((?:[^"\\]|\\.)*)"|([\w.-]+)/gs)].map(
    ([, text, bare]) => text?.replace(/\\(.)/gs, '$1') ?? bare ?? '',
  )
  const values = valuesOf(document, attribute)
  if (operator === '>=' || operator === '<=') {
    const edge = Number(literals[0])
    return values.some(
      (value) => typeof value === 'number' && (operator === '>=' ? value >= edge : value <= edge),
    )
  }
  return values.some((value) => literals.includes(String(value)))
}

/** Answers one search of a multi-search. @throws InvalidRequest as Meilisearch's validation would refuse it. */
export function searchStandIn(documents: StandInDocument[], settings: StandInSettings, query: StandInQuery) {
  for (const facet of query.facets ?? []) {
    if (!settings.filterableAttributes?.includes(facet)) {
      throw new InvalidRequest('invalid_search_facets', `Attribute \`${facet}\` is not facet-searchable.`)
    }
  }
  let found = documents
    .filter((document) =>
      (query.filter ?? []).every((part) => [part].flat().some((one) => passes(document, one, settings))),
    )
    .flatMap((document) => {
      const matched = match(query.q ?? '', document, settings)
      return matched ? [{ document, matched }] : []
    })
    .sort(
      (a, b) =>
        a.matched.typos - b.matched.typos ||
        a.matched.attribute - b.matched.attribute ||
        Number(b.document.updatedAt) - Number(a.document.updatedAt),
    )
  for (const rule of (query.sort ?? []).toReversed()) {
    const [attribute = '', order] = rule.split(':')
    if (!settings.sortableAttributes?.includes(attribute)) {
      throw new InvalidRequest('invalid_search_sort', `Attribute \`${attribute}\` is not sortable.`)
    }
    found = found.toSorted((a, b) => compare(a.document[attribute], b.document[attribute], order === 'desc'))
  }
  const { distinct } = query
  if (distinct) found = [...new Map(found.toReversed().map((one) => [one.document[distinct], one])).values()]

  const facetDistribution = Object.fromEntries(
    (query.facets ?? []).map((facet) => {
      const counts: Record<string, number> = {}
      for (const { document } of found) {
        for (const value of valuesOf(document, facet))
          counts[String(value)] = (counts[String(value)] ?? 0) + 1
      }
      return [facet, counts]
    }),
  )
  const most = settings.pagination?.maxTotalHits ?? 1000
  const finite = query.hitsPerPage !== undefined || query.page !== undefined
  const size = finite ? (query.hitsPerPage ?? 20) : (query.limit ?? 20)
  const offset = finite ? ((query.page ?? 1) - 1) * size : 0
  const total = Math.min(found.length, most)
  return {
    hits: found.slice(offset, Math.min(offset + size, most)).map(({ document, matched }) => ({
      ...pick(document, query.attributesToRetrieve),
      ...(query.attributesToHighlight ? { _formatted: formatted(document, matched, query) } : {}),
    })),
    query: query.q ?? '',
    processingTimeMs: 0,
    ...(query.facets ? { facetDistribution, facetStats: {} } : {}),
    ...(finite
      ? { page: query.page ?? 1, hitsPerPage: size, totalPages: Math.ceil(total / size), totalHits: total }
      : { limit: size, offset, estimatedTotalHits: total }),
  }
}

/** What has no value comes last in both orders. */
function compare(a: unknown, b: unknown, descending: boolean): number {
  const missing = Number(a === null || a === undefined) - Number(b === null || b === undefined)
  if (missing !== 0 || a === null || a === undefined) return missing
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : Number(a !== b)
  return descending ? -order : order
}

function pick(document: Values, attributes: string[] | undefined): Values {
  return attributes
    ? Object.fromEntries(attributes.map((attribute) => [attribute, document[attribute]]))
    : document
}

function formatted(document: Values, { words }: Match, query: StandInQuery): Values {
  const mark = (text: unknown) =>
    String(text)
      .split(' ')
      .map((word) =>
        words.has(word)
          ? `${query.highlightPreTag ?? '<em>'}${word}${query.highlightPostTag ?? '</em>'}`
          : word,
      )
      .join(' ')
  const texts = (query.attributesToHighlight ?? []).map((attribute) => {
    const value = document[attribute]
    return [attribute, Array.isArray(value) ? value.map(mark) : mark(value)]
  })
  return { ...pick(document, query.attributesToRetrieve), ...Object.fromEntries(texts) }
}
