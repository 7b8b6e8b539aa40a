import { and, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { edition } from '~/db/schema/edition'
import type { Transaction } from '~/db/transaction.server'

/** Whether a hall that isn't the sample's is open: what everybody reads is then not the sample organiser's to say. */
export async function isRealHallOpen(db: Pick<Database | Transaction, 'select'>): Promise<boolean> {
  const [real] = await db
    .select({ id: edition.id })
    .from(edition)
    .where(and(edition.isOpen, sql`not ${edition.isSample}`))
    .limit(1)
  return real !== undefined
}
