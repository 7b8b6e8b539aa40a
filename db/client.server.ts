import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { schema } from './schema'

export type Schema = typeof schema
export type Database = PostgresJsDatabase<Schema>

export interface DatabaseConnection {
  db: Database
  /** The driver below drizzle: for LISTEN, COPY and tests. Its json serialiser is drizzle's. */
  sql: postgres.Sql
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Connections in the pool. */
  max?: number
  /** Told each SQL statement: tests count queries with it. */
  onQuery?: (query: string) => void
}

/** A pool of connections to the database at `url`. Nothing is sent until the first query. */
export function connectDatabase(url: string, options: ConnectOptions = {}): DatabaseConnection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    idle_timeout: 60,
  })
  const { onQuery } = options
  const db = drizzle(sql, {
    schema,
    logger: onQuery ? { logQuery: (query) => onQuery(query) } : false,
  })
  return { db, sql, close: () => sql.end({ timeout: 5 }) }
}
