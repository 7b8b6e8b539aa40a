import { sql } from 'drizzle-orm'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { ofSample } from './dead-deliveries.server'

const MOST = 50

/** Work that the product gave up after many tries: a change that search doesn't know, a tap not worked on. */
export interface DeadDelivery {
  id: string
  topic: string
  attempts: number
  /** The name of the error or its first line: for whom the organiser asks. */
  reason: string | null
  createdAt: Date
  settledAt: Date | null
}

/**
 * The newest of what was given up, with how many there are; one query. Of sample data for the organiser of the
 * sample, all the others for a real one.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listDeadDeliveries({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<{ rows: DeadDelivery[]; total: number }> {
  const { isSample } = requireOrganiser(actor)
  const rows = await db.execute<{
    id: string
    topic: string
    attempts: number
    reason: string | null
    created: string
    settled: string | null
    total: number
  }>(sql`
    select o.id, o.topic, o.attempts, left(split_part(o.last_error, E'\n', 1), 200) as reason,
      o.created_at::text as created, o.settled_at::text as settled, count(*) over ()::int as total
    from outbox o
    where o.state = 'dead' and ${ofSample} = ${isSample}
    order by o.created_at desc, o.id desc limit ${MOST}`)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, topic, attempts, reason, created, settled }) => ({
      id,
      topic,
      attempts,
      reason,
      createdAt: new Date(created),
      settledAt: settled === null ? null : new Date(settled),
    })),
  }
}
