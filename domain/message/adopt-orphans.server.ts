import { sql } from 'drizzle-orm'
import type { Context } from '../shared/context'

/**
 * Messages that a dead sender had begun: whether they reached the service nobody here knows, so they are
 * 'unknown' until the service tells. Only for a sender that has just become the only one.
 * @param input.ours what this sender itself has under way.
 * @returns how many.
 */
export async function adoptOrphans(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { ours }: { ours: readonly string[] },
): Promise<number> {
  const rows = await db.execute(sql`
    update message set state = 'unknown', failure = 'no-answer', updated_at = ${now.toISOString()}::timestamptz
    where state = 'sending'
      and id not in (select jsonb_array_elements_text(${JSON.stringify(ours)}::text::jsonb)::uuid)
    returning id`)
  return rows.length
}
