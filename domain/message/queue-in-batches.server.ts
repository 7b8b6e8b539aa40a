import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'

/**
 * Writes reminders of several kinds, each batch in a transaction of its own. What nobody can be told of comes again
 * each time: the id goes on, so that none hides the others.
 * @param queueBatch writes one, of what comes after an id; `last` null: there is no more.
 * @returns how many messages.
 */
export async function queueInBatches<Reminder>(
  db: Context['db'],
  reminders: readonly Reminder[],
  queueBatch: (
    tx: Transaction,
    reminder: Reminder,
    after: string | null,
  ) => Promise<{ queued: number; last: string | null }>,
): Promise<number> {
  let queued = 0
  for (const reminder of reminders) {
    for (let after: string | null = null; ; ) {
      const batch = await inTransaction(db, (tx) => queueBatch(tx, reminder, after))
      queued += batch.queued
      if (batch.last === null) break
      after = batch.last
    }
  }
  return queued
}
