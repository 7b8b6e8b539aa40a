import type { Env } from '~/config/env.server'
import type { DatabaseConnection } from '~/db/client.server'
import { openMeilisearch } from './engines/meilisearch.server'
import { openPostgresSearch } from './engines/postgres.server'
import type { SearchIndex } from './search-index'

/** The search engine that the configuration asks for: Meilisearch at MEILI_URL, else PostgreSQL. */
export function openSearchIndex(
  env: Pick<Env, 'MEILI_URL' | 'MEILI_API_KEY' | 'MEILI_INDEX_PREFIX'>,
  connection: Pick<DatabaseConnection, 'db'>,
): SearchIndex {
  if (!env.MEILI_URL) return openPostgresSearch(connection.db)
  return openMeilisearch({
    url: env.MEILI_URL,
    prefix: env.MEILI_INDEX_PREFIX,
    ...(env.MEILI_API_KEY ? { apiKey: env.MEILI_API_KEY } : {}),
  })
}
