import { sql } from 'drizzle-orm'
import type { Context } from '../shared/context'
import { type SampleStanding, sampleStanding, type VoiceCount } from '../shared/sample-voices'
import { isDisappointed, isPleased, voicesOn } from '../shared/sample-voices.server'

/** What buyers said of a product's samples, counted. */
export interface SampleVoices extends VoiceCount {
  /** Its sample can be ordered. */
  isOffered: boolean
  good: number
  asDescribed: number
  wouldOrder: number
  standing: SampleStanding
}

export const NO_VOICES: SampleVoices = {
  isOffered: false,
  tried: 0,
  pleased: 0,
  disappointed: 0,
  good: 0,
  asDescribed: 0,
  wouldOrder: 0,
  standing: 'not-offered',
}

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
  const rows = await db.execute<
    Omit<SampleVoices, 'standing'> & { id: string } & Record<string, unknown>
  >(sql`
    select w.id, coalesce(s.state = 'open', false) as "isOffered", v.*
    from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) as ids(id)
    cross join lateral (select ids.id::uuid as id) w
    left join sample_offer s on s.product_id = w.id
    cross join lateral (
      select count(*)::int as tried, count(*) filter (where ${isPleased})::int as pleased,
        count(*) filter (where ${isDisappointed})::int as disappointed,
        count(*) filter (where v.quality = 'good')::int as good,
        count(*) filter (where v.as_described = 'yes')::int as "asDescribed",
        count(*) filter (where v.next = 'order')::int as "wouldOrder"
      from ${voicesOn(sql`w.id`, { all })} v) v`)
  return new Map(rows.map(({ id, ...voices }) => [id, { ...voices, standing: sampleStanding(voices) }]))
}
