import path from 'node:path'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import { connectDatabase } from './client.server'

/** Any number, as long as it is always this one: it keeps two starts from migrating at the same time. */
const MIGRATION_LOCK = 7_206_113

/**
 * Brings the database at `url` to the newest schema: ours and the job queue's.
 * Harmless when repeated, and safe when two processes do it at once.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const connection = connectDatabase(url, { max: 2 })
  try {
    const guard = await connection.sql.reserve()
    try {
      await guard`select pg_advisory_lock(${MIGRATION_LOCK})`
      await migrate(connection.db, { migrationsFolder: path.join(import.meta.dirname, 'migrations') })
      await runMigrations({ connectionString: url })
    } finally {
      await guard`select pg_advisory_unlock(${MIGRATION_LOCK})`
      guard.release()
    }
  } finally {
    await connection.close()
  }
}
