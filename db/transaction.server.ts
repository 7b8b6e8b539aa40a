import type { Database } from './client.server'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** One transaction for one use case: its outbox rows inside, no network call inside. */
export function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(work)
}
