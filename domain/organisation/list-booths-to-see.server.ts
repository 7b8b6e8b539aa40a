import { sql } from 'drizzle-orm'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import type { BoothQueue, BoothsToSee, BoothToSeeRow } from './booth-standing'

export const BOOTHS_PER_PAGE = 20

type Row = Omit<BoothToSeeRow, 'since'> & { since: string; [key: string]: unknown }

/**
 * Booths that no visitor has seen yet: those that were handed in, those that were asked back, and those that are
 * still being made, each of a pesantren that is let in. Those that wait longest first. Two queries.
 * @throws AppError 'forbidden' for everybody but the organiser, who sees sample or real as it is itself.
 */
export async function listBoothsToSee(
  context: Context,
  { queue, page: asked }: { queue: BoothQueue; page: number },
): Promise<BoothsToSee> {
  const { isSample } = requireOrganiser(context.actor)
  const waiting = sql`o.kind = 'pesantren' and o.verification = 'verified' and o.is_sample = ${isSample}`
  const found = await context.db.execute<{ state: BoothQueue; count: number }>(sql`
    select o.booth_state as state, count(*)::int as count from organisation o
    where ${waiting} and o.booth_state <> 'published' group by 1`)
  const counts: Record<BoothQueue, number> = { 'handed-in': 0, 'asked-back': 0, making: 0 }
  for (const { state, count } of found) counts[state] = count
  const total = counts[queue]
  const pages = Math.max(1, Math.ceil(total / BOOTHS_PER_PAGE))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages)
  const rows = await context.db.execute<Row>(sql`
    select o.id as "organisationId", o.slug, o.name, o.name_arabic as "nameArabic", o.is_sample as "isSample",
      (select count(*)::int from product g where g.organisation_id = o.id and g.state = 'published') as "readyProducts",
      case when r.code is not null then json_build_object('code', r.code, 'name', r.name) end as regency,
      coalesce((select max(e.created_at) from booth_event e where e.organisation_id = o.id),
        o.verification_at, o.created_at) as since
    from organisation o left join regency r on r.code = o.regency_code
    where ${waiting} and o.booth_state = ${queue}
    order by since, o.id
    limit ${BOOTHS_PER_PAGE} offset ${(page - 1) * BOOTHS_PER_PAGE}`)
  return {
    rows: rows.map((row) => ({ ...row, since: new Date(row.since) })),
    page,
    pages,
    total,
    counts,
  }
}
