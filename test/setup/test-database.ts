import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type ConnectOptions, connectDatabase, type DatabaseConnection } from '~/db/client.server'

export interface TestDatabase {
  url: string
  connection: DatabaseConnection
  drop(): Promise<void>
}

async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** A database of a test file's own, with the newest schema and no rows. Drop it in `afterAll`. */
export async function createTestDatabase(options: ConnectOptions = {}): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `opop_test_${randomBytes(6).toString('hex')}`
  await onServer(server.url, (sql) => sql.unsafe(`create database ${name} template ${server.template}`))
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const connection = connectDatabase(url.href, options)
  return {
    url: url.href,
    connection,
    async drop() {
      await connection.close()
      await onServer(server.url, (sql) => sql.unsafe(`drop database ${name} with (force)`))
    },
  }
}
