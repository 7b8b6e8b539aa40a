import { sql } from 'drizzle-orm'
import type { Context } from '../shared/context'

/** What buyers said of a product's samples, counted. */
export interface SampleVoices {
  /** Its sample can be ordered. */
  isOffered: boolean
  /** How many said something; 0: nobody yet. */
  tried: number
  good: number
  asDescribed: number
  wouldOrder: number
}

export const NO_VOICES: SampleVoices = { isOffered: false, tried: 0, good: 0, asDescribed: 0, wouldOrder: 0 }

/**
 * By product, in one query. `all`: for the organiser, also what a buyer didn't want the pesantren to read; an order
 * of several goods speaks for each.
 */
export async function readSampleVoices(
  db: Pick<Context['db'], 'execute'>,
  productIds: readonly string[],
  { all }: { all: boolean },
): Promise<Map<string, SampleVoices>> {
  if (productIds.length === 0) return new Map()
  const rows = await db.execute<SampleVoices & { id: string } & Record<string, unknown>>(sql`
    select w.id, coalesce(s.state = 'open', false) as "isOffered", v.tried, v.good, v."asDescribed", v."wouldOrder"
    from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) as ids(id)
    cross join lateral (select ids.id::uuid as id) w
    left join sample_offer s on s.product_id = w.id
    cross join lateral (
      select count(*)::int as tried, count(*) filter (where f.quality = 'good')::int as good,
        count(*) filter (where f.as_described = 'yes')::int as "asDescribed",
        count(*) filter (where f.next = 'order')::int as "wouldOrder"
      from sample_order_line l join sample_feedback f on f.order_id = l.order_id
      where l.product_id = w.id and (${all} or f.is_shared)) v`)
  return new Map(rows.map(({ id, ...voices }) => [id, voices]))
}
