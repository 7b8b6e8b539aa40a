import { sql } from 'drizzle-orm'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { MAX_TRIES } from './after-failure'

/**
 * WhatsApp tells of a message within seconds; after this it hadn't taken it, if it tells at all. It counts from
 * when the message became unknown, too: we may have been down, and deaf, for long before that.
 */
export const TOLD_WITHIN_MS = 15 * 60_000

/**
 * Looks at WhatsApp messages of which nobody knows whether they were taken. A status settles them as it comes
 * (see apply-status). Where none has come, though statuses of later attempts have, WhatsApp never had the
 * message: it is sent again, knowingly. While WhatsApp tells nothing at all they stay unknown, and so does
 * mail, which nobody tells of: the organiser decides.
 * @returns the ids of what is sent again.
 */
export async function reconcileUnknown({ db, now }: Pick<Context, 'db' | 'now'>): Promise<string[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  return inTransaction(db, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      with told as materialized (
        select max(a.started_at) as until from whatsapp_status s
        join message_attempt a on a.service_id = s.service_id
        where s.created_at > ${at} - interval '2 days')
      select m.id from message m, told, lateral (
        select a.channel, a.started_at from message_attempt a
        where a.message_id = m.id order by a.number desc limit 1) last
      where m.state = 'unknown' and last.channel = 'whatsapp' and m.attempts < ${MAX_TRIES}::int
        and last.started_at < ${at} - make_interval(secs => ${TOLD_WITHIN_MS / 1000}::int)
        and m.updated_at < ${at} - make_interval(secs => ${TOLD_WITHIN_MS / 1000}::int)
        and last.started_at < told.until
      order by m.id limit 500 for update of m skip locked`)
    const ids = JSON.stringify(rows.map(({ id }) => id))
    if (rows.length === 0) return []
    await tx.execute(sql`
      update message_attempt a set ended_at = coalesce(a.ended_at, ${at}), failure = 'no-answer',
        service_code = 'not-taken'
      where a.message_id in (select jsonb_array_elements_text(${ids}::text::jsonb)::uuid) and a.service_id is null
        and a.number = (select max(b.number) from message_attempt b where b.message_id = a.message_id)`)
    await tx.execute(sql`
      update message set state = 'waiting', not_before = ${at}, updated_at = ${at}
      where id in (select jsonb_array_elements_text(${ids}::text::jsonb)::uuid)`)
    return rows.map(({ id }) => id)
  })
}
