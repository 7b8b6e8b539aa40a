import { sql } from 'drizzle-orm'
import type { Database } from '../client.server'
import {
  type SeedOptions,
  type SeedResult,
  seedSampleEdition,
  USUAL_BOOTHS,
} from './seed-sample-edition.server'

/**
 * The sample edition in a database that holds neither an edition nor an organisation; null where one does.
 * The search index isn't built here.
 * @throws RangeError when `booths` isn't a whole number from 1 to 5,018.
 */
export async function seedIfEmpty(
  db: Database,
  { booths = USUAL_BOOTHS, onProgress }: Partial<Pick<SeedOptions, 'booths' | 'onProgress'>> = {},
): Promise<SeedResult | null> {
  const [stock] = await db.execute<{ filled: boolean }>(
    sql`select exists (select from edition) or exists (select from organisation) as filled`,
  )
  return stock?.filled ? null : seedSampleEdition(db, { booths, onProgress })
}
