import { and, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { edition } from '~/db/schema/edition'
import { participation } from '~/db/schema/participation'
import type { Context } from '../shared/context'

/**
 * The slots of these organisations' booths in the open edition's hall, by pavilion. One query, none for nobody.
 * Anybody may know where a booth stands; closed ones stand dark.
 */
export async function findBoothSlots(
  { db }: Pick<Context, 'db'>,
  { organisationIds }: { organisationIds: readonly string[] },
): Promise<Map<number, number[]>> {
  const slots = new Map<number, number[]>()
  if (organisationIds.length === 0) return slots
  const rows = await db
    .select({ pavilion: participation.pavilionNumber, slot: participation.slot })
    .from(participation)
    .where(
      and(
        inArray(participation.organisationId, [...organisationIds]),
        isNotNull(participation.slot),
        isNull(participation.closedAt),
        // As the manifest chooses among several that are open.
        sql`${participation.editionId} = (select ${edition.id} from ${edition}
          where ${edition.isOpen} order by ${edition.startsOn} desc, ${edition.slug} limit 1)`,
      ),
    )
  for (const { pavilion, slot } of rows) {
    if (pavilion === null || slot === null) continue
    const row = slots.get(pavilion)
    if (row) row.push(slot)
    else slots.set(pavilion, [slot])
  }
  return slots
}
