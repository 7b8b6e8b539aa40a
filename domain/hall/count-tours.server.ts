import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { BUSINESS_FIELDS, type BusinessField } from '../shared/enums'

const { edition: e, organisation: o, participation: p } = schema

export interface TourCounts {
  /** The fields that have a booth in the hall, in their usual order. */
  fields: { field: BusinessField; booths: number }[]
  /** Booths that have an award. */
  awarded: number
}

/**
 * The tours that everybody may take, with how many open booths each could lead to, as `gatherBooths` finds them.
 * One query.
 */
export async function countTours({ db }: Pick<Context, 'db'>): Promise<TourCounts> {
  const rows = await db
    .select({
      field: o.field,
      booths: sql<number>`(count(*) filter (where ${o.kind} = 'pesantren'))::int`,
      awarded: sql<number>`(count(*) filter (where ${p.award} is not null))::int`,
    })
    .from(p)
    .innerJoin(o, eq(o.id, p.organisationId))
    .where(
      and(
        eq(
          p.editionId,
          sql`(select id from ${e} where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1)`,
        ),
        isNotNull(p.slot),
        isNull(p.closedAt),
      ),
    )
    .groupBy(o.field)
  return {
    fields: BUSINESS_FIELDS.flatMap((field) => {
      const booths = rows.find((row) => row.field === field)?.booths ?? 0
      return booths > 0 ? [{ field, booths }] : []
    }),
    awarded: rows.reduce((sum, row) => sum + row.awarded, 0),
  }
}
