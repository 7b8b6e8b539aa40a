import { SingleBar } from 'cli-progress'
import { sql } from 'drizzle-orm'
import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { withDatabase } from '~/db/embedded.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { isAppError } from '~/domain/shared/app-error'
import { openSearchIndex } from '~/search/open-search-index.server'

// `npm run search:reindex`: builds the search index anew, beside a running product or without it.
const env = readEnv()
await withDatabase(env, async (url) => {
  const connection = connectDatabase(url, { max: 4 })
  const started = Date.now()
  const bar = new SingleBar({ format: 'Indexing [{bar}] {value} of about {total}' })
  try {
    // About: goods that are hidden, and booths that have closed, are not looked for.
    const [row] = await connection.db.execute(
      sql`select (select count(*) from product where state = 'published')
        + (select count(distinct organisation_id) from participation where closed_at is null) as rows`,
    )
    bar.start(Number(row?.rows ?? 0), 0)
    const { documents } = await rebuildSearch(
      {
        db: connection.db,
        search: openSearchIndex(env, connection),
        actor: { kind: 'system' },
        now: new Date(),
      },
      { onProgress: (read) => bar.update(read) },
    )
    bar.setTotal(documents)
    bar.update(documents)
    bar.stop()
    const engine = env.MEILI_URL ? 'Meilisearch' : 'PostgreSQL'
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`${documents} products and booths can be found in ${engine} (${seconds} s).`)
  } catch (error) {
    bar.stop()
    if (!isAppError(error)) throw error
    console.error(`The index was not rebuilt: ${error.message}`)
    process.exitCode = 1
  } finally {
    await connection.close()
  }
})
