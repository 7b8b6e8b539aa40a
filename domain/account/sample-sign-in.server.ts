import { sql } from 'drizzle-orm'
import { edition } from '~/db/schema/edition'

/**
 * True in SQL while the sample is all that is open: only then do sample persons sign in. Each province may
 * have an edition open, and beside a real one nobody comes in with a password that everybody knows.
 */
export const isSampleEditionOpen = sql<boolean>`coalesce((
  select bool_and(${edition.isSample}) from ${edition} where ${edition.isOpen}), false)`
