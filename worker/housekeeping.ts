import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Database } from '~/db/client.server'
import { appendOutbox, MAX_DELIVERY_ATTEMPTS, queueDelivery } from '~/db/outbox.server'
import { inTransaction } from '~/db/transaction.server'
import { newId } from '~/domain/shared/ids'
import { forgetOld } from './forget-old'

/** Held, shared, by every living worker; who can take it alone knows that all other workers are dead. */
const WORKERS_LOCK = 7_206_114

/**
 * Frees jobs that a killed worker had begun; graphile itself waits four hours for it. When another
 * worker lives only those count that it cannot still be busy with.
 * @param guard one connection that stays: the lock lives and dies with it.
 */
export async function takeOverFromDeadWorkers(guard: postgres.Sql): Promise<void> {
  const [alone] = await guard<{ alone: boolean }[]>`select pg_try_advisory_lock(${WORKERS_LOCK}) as alone`
  const minutes = alone?.alone ? 0 : 10
  await guard`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and locked_at <= now() - make_interval(mins => ${minutes}::int)))`
  await guard`select pg_advisory_lock_shared(${WORKERS_LOCK})`
  if (alone?.alone) await guard`select pg_advisory_unlock(${WORKERS_LOCK})`
}

/** Takes the shared lock again after the database went away and came back. */
export async function keepWorkersLock(guard: postgres.Sql): Promise<void> {
  await guard`
    select pg_advisory_lock_shared(${WORKERS_LOCK})
    where not exists (
      select from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid() and objid = ${WORKERS_LOCK} and granted)`
}

/**
 * Queues pending rows that lost their job, and gives up those that have used up their tries (each
 * killed the worker). Rows younger than `minutes` are left to the ordinary way.
 * @returns how many were queued and given up.
 */
export async function sweepOutbox(
  db: Database,
  { minutes = 2, maxAttempts = MAX_DELIVERY_ATTEMPTS } = {},
): Promise<{ queued: number; dead: number }> {
  const dead = await db.execute(sql`
    update outbox set state = 'dead', settled_at = now(),
      last_error = coalesce(last_error, 'the worker died at every try')
    where state = 'pending' and attempts >= ${maxAttempts}
      and created_at < now() - make_interval(mins => ${minutes}::int)
      and not exists (select from graphile_worker.jobs j where j.key = 'outbox:' || outbox.id and j.locked_at is not null)
    returning id`)
  const lost = await db.execute<{ id: string; topic: string }>(sql`
    select o.id, o.topic from outbox o left join graphile_worker.jobs j on j.key = 'outbox:' || o.id
    where o.state = 'pending' and j.id is null
      and o.created_at < now() - make_interval(mins => ${minutes}::int)
    order by o.created_at limit 1000`)
  for (const row of lost) await queueDelivery(db, row, maxAttempts)
  return { queued: lost.length, dead: dead.length }
}

/**
 * Deletes what nobody needs any more: closed windows of rate limits, sessions that have ended (who comes
 * back signs in anew), one-time codes and tables of goods a day after their time, outbox rows settled 30 days ago, and what is personal when its time is over.
 */
export async function cleanUp(db: Database): Promise<void> {
  await db.execute(sql`delete from rate_limit where window_ends_at < now()`)
  await db.execute(sql`delete from session where expires_at < now()`)
  await db.execute(sql`delete from one_time_code where expires_at < now() - interval '1 day'`)
  await db.execute(
    sql`delete from outbox where state in ('delivered', 'dead') and settled_at < now() - interval '30 days'`,
  )
  // Ids alone, and Stripe repeats for three days: so long somebody may ask what came of one.
  await db.execute(sql`delete from stripe_event where settled_at < now() - interval '400 days'`)
  // Tables of goods that nobody brought in.
  await db.execute(sql`delete from product_import where created_at < now() - interval '1 day'`)
  await forgetOld(db, new Date())
}

/**
 * A paper that ran out is a change that nobody writes: tells the search index of it, once for each paper,
 * up to a week late when no worker ran.
 * @returns how many papers.
 */
export async function tellExpiredPapers(db: Database, now: Date): Promise<number> {
  const expired = await db.execute<{ id: string; productId: string | null; organisationId: string }>(sql`
    select c.id, c.product_id as "productId", c.organisation_id as "organisationId" from certificate c
    where c.expires_on < ${now.toISOString()}::date and c.expires_on >= ${now.toISOString()}::date - 7
      and not exists (select from outbox o where o.dedupe_key = 'certificate.expired:' || c.id)
    order by c.id limit 1000`)
  for (const paper of expired) {
    const dedupeKey = `certificate.expired:${paper.id}`
    const { productId, organisationId } = paper
    await inTransaction(db, (tx) =>
      productId
        ? appendOutbox(tx, { newId, now }, { topic: 'product.changed', payload: { productId }, dedupeKey })
        : appendOutbox(
            tx,
            { newId, now },
            { topic: 'booth.changed', payload: { organisationId }, dedupeKey },
          ),
    )
  }
  return expired.length
}
