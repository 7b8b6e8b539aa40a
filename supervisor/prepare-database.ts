import { sql } from 'drizzle-orm'
import type { Env } from '~/config/env.server'
import { connectDatabase, type Database } from '~/db/client.server'
import { migrateDatabase } from '~/db/migrate.server'
import { countBooths, seedSampleEdition, USUAL_BOOTHS } from '~/db/seed/seed-sample-edition.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { isAppError } from '~/domain/shared/app-error'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'

export interface PrepareOptions {
  /** Size of the sample edition in an empty database; by default the 500 booths of 2020. */
  booths: number | undefined
  say: (line: string) => void
  /** Aborted, the preparation ends after the statement under way; what is half written is taken back. */
  signal?: AbortSignal | undefined
}

/**
 * Brings the database at `url` to where the web and the worker need it: the newest schema, the sample
 * edition when it is empty (unless SEED=none), and a search index when that is empty but should not be.
 * When it settles, also by being aborted, its connections are closed.
 * @throws the signal's reason when it is aborted.
 */
export async function prepareDatabase(
  url: string,
  env: Env,
  { booths, say, signal }: PrepareOptions,
): Promise<void> {
  signal?.throwIfAborted()
  await migrateDatabase(url)
  signal?.throwIfAborted()
  const connection = connectDatabase(url, { max: 4 })
  try {
    const { db } = connection
    const search = openSearchIndex(env, connection)
    if (env.SEED === 'sample' && (await isEmpty(db))) {
      const size = booths ?? USUAL_BOOTHS
      say(`The database is empty: writing the sample edition of ${size} booths…`)
      await seedSampleEdition(db, { booths: size, signal, storage: openStorage(env) })
    }
    const [stock] = await db.execute<{ hasProducts: boolean }>(
      sql`select exists (select from product where state = 'published') as "hasProducts"`,
    )
    if (!stock?.hasProducts || (await isFilled(search))) return
    signal?.throwIfAborted()
    say('Building the search index…')
    try {
      await rebuildSearch(
        { db, search, actor: { kind: 'system' }, now: new Date() },
        { onProgress: () => signal?.throwIfAborted() },
      )
    } catch (error) {
      // A search server of its own may come up later than we do: everything else works without it.
      if (!isAppError(error)) throw error
      say('The search server does not answer; search says so until `npm run search:reindex` has run.')
    }
  } finally {
    await connection.close()
  }
}

/** Nobody has put anything in yet: no edition and no organisation, sample or real. */
async function isEmpty(db: Database): Promise<boolean> {
  if ((await countBooths(db)) !== null) return false
  const [found] = await db.execute<{ any: boolean }>(
    sql`select exists (select from edition) or exists (select from organisation) as "any"`,
  )
  return found?.any === false
}

/** False also where the engine has no index yet, which a search server answers with a refusal. */
async function isFilled(search: ReturnType<typeof openSearchIndex>): Promise<boolean> {
  const everything = { text: '', locale: 'id', filters: {}, sort: 'newest', page: 1, perPage: 1 } as const
  try {
    return (await search.search(everything)).total > 0
  } catch (error) {
    if (isAppError(error)) return false
    throw error
  }
}
