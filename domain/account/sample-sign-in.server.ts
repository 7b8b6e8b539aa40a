import { sql } from 'drizzle-orm'
import { edition } from '~/db/schema/edition'

/** True in SQL while the edition that is open is the sample: only then do sample persons sign in. */
export const isSampleEditionOpen = sql<boolean>`exists (
  select from ${edition} where ${edition.isOpen} and ${edition.isSample})`
