import { highlightedTitle } from '../highlight'
import { queryTerms } from '../query-terms'
import type { FacetCount, SearchIndex, SearchQuery, SearchResults } from '../search-index'
import type { Facet } from '../settings'
import { type MeilisearchOptions, MeilisearchServer } from './meilisearch-client.server'
import { markedWords, meilisearchQueries } from './meilisearch-query'
import {
  applyChanges,
  type Change,
  createIndex,
  type IndexNames,
  rebuildIndex,
} from './meilisearch-rebuild.server'
import { FACET_ATTRIBUTES, type StoredDocument, storedDocument } from './meilisearch-settings'

/**
 * The index in Meilisearch. A search is one request; a write resolves when Meilisearch has done it.
 * @throws AppError 'unavailable' from every method when Meilisearch cannot answer.
 */
export function openMeilisearch(options: MeilisearchOptions): SearchIndex {
  const server = new MeilisearchServer(options)
  const main = `${options.prefix}-exhibits`
  const names: IndexNames = { main, building: `${main}-building`, changes: `${main}-changes` }
  return {
    search: (query) => search(server, main, query),
    upsert: (documents) =>
      change(
        server,
        names,
        documents.map((document) => ({ id: document.id, stored: storedDocument(document) })),
      ),
    remove: (ids) =>
      change(
        server,
        names,
        ids.map((id) => ({ id, stored: null })),
      ),
    rebuild: (batches) => rebuildIndex(server, names, batches),
  }
}

/**
 * While an index is being built the change is recorded first and made second: if it reaches the old
 * index before the swap, its record was there before the swap too and is played again.
 */
async function change(server: MeilisearchServer, names: IndexNames, changes: Change[]): Promise<void> {
  const last = [...new Map(changes.map((one) => [one.id, one])).values()]
  if (last.length === 0) return
  await createIndex(server, names.main)
  if (await server.askUnlessMissing((client) => client.getRawIndex(names.building))) {
    await server.done((client) => client.index<Change>(names.changes).addDocuments(last))
  }
  await applyChanges(server, names.main, last)
}

async function search(server: MeilisearchServer, main: string, query: SearchQuery): Promise<SearchResults> {
  const queries = meilisearchQueries(main, query)
  const { results } = await server.ask((client) =>
    client.multiSearch<{ queries: (typeof queries.hits)[] }, StoredDocument>({
      queries: [queries.hits, queries.booths, ...queries.facets.map((facet) => facet.query)],
    }),
  )
  const [hits, booths, ...others] = results
  if (!hits || !booths) throw new Error('Meilisearch answered fewer searches than were asked')
  const counts = (facet: Facet) => {
    const at = queries.facets.findIndex((other) => other.facet === facet)
    return facetCounts((others[at] ?? hits).facetDistribution?.[FACET_ATTRIBUTES[facet]])
  }
  const asked = queryTerms(query.text)
  const words = asked.flatMap((term) => [...term.words.map(({ word }) => word), ...term.synonyms.flat()])
  const total = hits.totalHits ?? 0
  return {
    hits: hits.hits.map((hit) => {
      const marked = hit._formatted
      const texts = [marked?.nameWords, marked?.boothWords, marked?.placeWords, marked?.descriptionWords]
      const matched = {
        words: new Set([...words, ...markedWords(texts.flatMap((text) => text ?? []))]),
        prefixes: [],
      }
      return { document: hit.document, title: highlightedTitle(hit.document, query.locale, matched) }
    }),
    total,
    page: query.page,
    pages: Math.ceil(total / query.perPage),
    booths: booths.totalHits ?? 0,
    facets: {
      field: byCount(counts('field')),
      regency: byCount(counts('regency')),
      certification: byCount(counts('certification')),
      price: counts('price').toSorted((a, b) => Number(a.value) - Number(b.value)),
      exporting: byCount(counts('exporting')),
      readiness: byCount(counts('readiness')),
    },
  }
}

function facetCounts(distribution: Record<string, number> | undefined): FacetCount[] {
  return Object.entries(distribution ?? {})
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
}

function byCount(counts: FacetCount[]): FacetCount[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
