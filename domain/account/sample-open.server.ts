import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { isSampleEditionOpen } from './sample-sign-in.server'

/** Whether the sample is all that is open: only then sample addresses are somebody's. One query. */
export async function sampleIsOpen(db: Pick<Database, 'execute'>): Promise<boolean> {
  const [row] = await db.execute<{ open: boolean }>(sql`select ${isSampleEditionOpen} as open`)
  return row?.open ?? false
}
