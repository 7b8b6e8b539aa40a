import { connectDatabase } from '~/db/client.server'

/** The oldest PostgreSQL on which the product is known to work, as the server itself counts. */
const OLDEST_VERSION = 160_000

/** Whether the database at DATABASE_URL will do, in words for a terminal; null when it will. Never its password. */
export async function databaseProblem(url: string): Promise<string | null> {
  const { host, pathname } = new URL(url)
  const connection = connectDatabase(url, { max: 1 })
  try {
    const [found] = await connection.sql<{ version: number; name: string; hasFuzzy: boolean }[]>`
      select current_setting('server_version_num')::int as version,
        current_setting('server_version') as name,
        exists (select from pg_available_extensions where name = 'fuzzystrmatch') as "hasFuzzy"`
    return found ? unfitness(found) : null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = error instanceof Error && error.message ? error.message : code
    if (code === '28P01' || code === '28000') {
      return `The database server at DATABASE_URL (${host}) does not let us in: ${reason}.\nCorrect the user and password in DATABASE_URL.`
    }
    if (code === '3D000') {
      return `The server at DATABASE_URL (${host}) has no database '${pathname.slice(1)}'.\nCreate it (createdb), or correct DATABASE_URL.`
    }
    return (
      `The database at DATABASE_URL (${host}) does not answer: ${reason}.\n` +
      'Start it or correct DATABASE_URL; without DATABASE_URL, OPOP Expo brings a database of its own.'
    )
  } finally {
    await connection.close()
  }
}

/** What a server that answers lacks. */
export function unfitness(server: { version: number; name: string; hasFuzzy: boolean }): string | null {
  if (server.version < OLDEST_VERSION) {
    return (
      `The database at DATABASE_URL is PostgreSQL ${server.name}; 16 or later is needed.\n` +
      'Point DATABASE_URL at a newer one, or unset it: OPOP Expo brings a database of its own.'
    )
  }
  if (!server.hasFuzzy) {
    return (
      "The database server at DATABASE_URL lacks the extension 'fuzzystrmatch', which search needs.\n" +
      'Install PostgreSQL’s contrib package there (postgresql-contrib, on some systems), or unset DATABASE_URL.'
    )
  }
  return null
}
