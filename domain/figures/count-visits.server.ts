import { sql } from 'drizzle-orm'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Visit } from './visit-tally'

/**
 * Adds visits to the figures of their days: one statement. What has no booth or product any more, and whose visitors
 * are of the booth itself, isn't counted.
 * @throws AppError 'forbidden' unless the system counts.
 */
export async function countVisits(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { visits }: { visits: readonly Visit[] },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  if (visits.length === 0) return
  // In one order, so that two webs that write at a time wait for each other and no longer.
  await db.execute(sql`
    insert into visit_day (organisation_id, day, kind, product_id, count)
    select s.organisation_id, v.day, v.kind, s.product_id, sum(v.count)::int
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb)
      as v(kind text, slug text, day date, own jsonb, count int)
    cross join lateral (
      select o.id as organisation_id, null::uuid as product_id from organisation o
        where v.kind <> 'product' and o.slug = v.slug and o.kind = 'pesantren'
      union all
      select p.organisation_id, p.id from product p where v.kind = 'product' and p.slug = v.slug) s
    where not v.own ? s.organisation_id::text
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict on constraint visit_day_once_key do update set count = visit_day.count + excluded.count`)
}
