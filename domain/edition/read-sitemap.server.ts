import { sql } from 'drizzle-orm'
import type { Context } from '~/domain/shared/context'

export interface SitemapPart {
  /** Addresses without the language, in a fixed order: booths first, then products. */
  entries: { path: string; updatedAt: Date }[]
  /** Of all parts. */
  total: number
}

/**
 * One part (from 1) of the addresses that search engines should know: the open booths of the open editions and
 * the published products of booths that aren't closed. One query, whatever their number.
 */
export async function readSitemap(
  { db }: Pick<Context, 'db'>,
  { part, perPart }: { part: number; perPart: number },
): Promise<SitemapPart> {
  const [row] = await db.execute<{ total: number; entries: { path: string; at: number }[] }>(sql`
    with address as materialized (
      select 1 as shelf, '/booths/' || o.slug as path, greatest(o.updated_at, p.updated_at) as updated_at
      from participation p
      join edition e on e.id = p.edition_id and e.is_open
      join organisation o on o.id = p.organisation_id and o.verification = 'verified' and o.booth_state = 'published'
      where p.slot is not null and p.closed_at is null
      union all
      select 2, '/products/' || g.slug, g.updated_at
      from product g
      join organisation o on o.id = g.organisation_id and o.verification = 'verified' and o.booth_state = 'published'
      where g.state = 'published' and not exists (
        select from participation closed
        join edition e on e.id = closed.edition_id and e.is_open
        where closed.organisation_id = g.organisation_id and closed.closed_at is not null
      )
    )
    select
      (select count(*)::int from address) as total,
      (select coalesce(json_agg(json_build_object('path', path, 'at', extract(epoch from updated_at))), '[]')
       from (
         select path, updated_at from address order by shelf, path
         limit ${perPart} offset ${(part - 1) * perPart}
       ) page) as entries`)
  return {
    entries: (row?.entries ?? []).map(({ path, at }) => ({ path, updatedAt: new Date(at * 1000) })),
    total: row?.total ?? 0,
  }
}
