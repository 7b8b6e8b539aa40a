import { z } from 'zod'
import type { Database } from '~/db/client.server'
import { highlightedTitle } from '../highlight'
import { queryTerms } from '../query-terms'
import type { FacetCount, SearchDocument, SearchIndex, SearchQuery, SearchResults } from '../search-index'
import { paperCounts } from './paper-bits'
import { searchStatement } from './postgres-statement.server'
import { queryParameters } from './postgres-words'
import { rebuildDocuments, removeDocuments, upsertDocuments } from './postgres-writes.server'

const facetCounts = z.array(z.object({ value: z.string(), count: z.number() }))
const answer = z.object({
  // Written by us and by nobody else, so its inside is not checked again for every hit.
  hits: z.array(z.custom<SearchDocument>()),
  totals: z.object({ total: z.number(), booths: z.number() }),
  field: facetCounts,
  regency: facetCounts,
  papers: facetCounts,
  price: facetCounts,
  exporting: facetCounts,
  readiness: facetCounts,
  near: z.array(z.string()),
})

/**
 * The index in PostgreSQL: full text over the shared tokeniser's words, typos by a vocabulary.
 * A search is one statement, whatever it asks for.
 */
export function openPostgresSearch(db: Database): SearchIndex {
  return {
    search: (query) => searchPostgres(db, query),
    upsert: (documents) => upsertDocuments(db, documents),
    remove: (ids) => removeDocuments(db, ids),
    rebuild: (batches) => rebuildDocuments(db, batches),
  }
}

async function searchPostgres(db: Database, query: SearchQuery): Promise<SearchResults> {
  const terms = queryTerms(query.text)
  const parameters = terms.length > 0 ? queryParameters(terms) : null
  const [row] = await db.execute(searchStatement(query, parameters))
  const found = answer.parse(row)
  const words = terms.flatMap((term) => term.words)
  const matched = {
    words: new Set([
      ...words.map(({ word }) => word),
      ...terms.flatMap((term) => term.synonyms.flat()),
      ...found.near,
    ]),
    prefixes: words.filter(({ prefix }) => prefix).map(({ word }) => word),
  }
  return {
    hits: found.hits.map((document) => ({
      document,
      title: highlightedTitle(document, query.locale, matched),
    })),
    total: found.totals.total,
    page: query.page,
    pages: Math.ceil(found.totals.total / query.perPage),
    booths: found.totals.booths,
    facets: {
      field: byCount(found.field),
      regency: byCount(found.regency),
      certification: byCount(paperCounts(found.papers)),
      price: byValue(found.price),
      exporting: byCount(found.exporting),
      readiness: byCount(found.readiness),
    },
  }
}

function byCount(counts: FacetCount[]): FacetCount[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function byValue(counts: FacetCount[]): FacetCount[] {
  return counts.toSorted((a, b) => Number(a.value) - Number(b.value))
}
