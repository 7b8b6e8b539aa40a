import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'

const { edition, pavilion } = schema

/** Which pavilions an organiser may have look otherwise: those of the hall that visitors walk into, of its kind. */
export function ofOpenHall(db: Pick<Database, 'select'>, isSample: boolean): SQL {
  return eq(
    pavilion.editionId,
    db
      .select({ id: edition.id })
      .from(edition)
      .where(and(edition.isOpen, eq(edition.isSample, isSample)))
      .orderBy(desc(edition.startsOn), edition.slug)
      .limit(1),
  )
}
