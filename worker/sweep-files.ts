import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { PHOTO_QUEUE } from '~/db/outbox.server'
import { MASTERS, SENT, SIZES } from '~/domain/photo/photo-keys'
import type { Storage } from '~/integrations/storage/storage'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Files that are looked up in the database at a time. */
const AT_ONCE = 500
/** What a crash left half-written, see integrations/storage/disk-storage.server.ts. */
const HALF = /\.half$/

/** Papers of certificates: 'papers/<hash>/<page>.webp'. */
const PAPERS = 'papers/'
/** Pictures of transfers and of parcels: 'proofs/<hash>.webp'. */
const PROOFS = 'proofs/'
const PARCELS = 'parcels/'

/** Which of the names that a prefix's keys hold are in use; a name is what stands between prefix and next mark. */
const USED: Readonly<Record<string, (names: string) => ReturnType<typeof sql>>> = {
  [SENT]: (names) => sql`select substr(sent_key, ${SENT.length + 1}::int) as name
    from (select sent_key from photo union all select sent_key from certificate) waiting
    where sent_key = any(select ${SENT}::text || jsonb_array_elements_text(${names}::jsonb))`,
  [MASTERS]: (names) => sql`select master_hash as name from photo
    where master_hash = any(select jsonb_array_elements_text(${names}::jsonb))`,
  [SIZES]: (names) => sql`select hash as name from photo
    where hash = any(select jsonb_array_elements_text(${names}::jsonb))`,
  [PAPERS]: (names) => sql`select file_hash as name from certificate
    where file_hash = any(select jsonb_array_elements_text(${names}::jsonb))`,
  [PROOFS]: (names) => sql`select n.name from jsonb_array_elements_text(${names}::jsonb) as n(name)
    where exists (select from payment where proof_key = ${PROOFS}::text || n.name || '.webp')
      or exists (select from payout where proof_key = ${PROOFS}::text || n.name || '.webp')`,
  [PARCELS]: (names) => sql`select n.name from jsonb_array_elements_text(${names}::jsonb) as n(name)
    where exists (select from sample_order where parcel_key = ${PARCELS}::text || n.name || '.webp')
      or exists (select from dispute_evidence where picture_key = ${PARCELS}::text || n.name || '.webp')`,
}

export const SWEEP_FILES = 'sweep-files'

/** Has files swept, after the photographs that wait: what is being made then is nobody's orphan. */
export async function queueSweep(db: Pick<Database, 'execute'>): Promise<void> {
  await db.execute(
    sql`select graphile_worker.add_job(${SWEEP_FILES}, '{}'::json, queue_name => ${PHOTO_QUEUE}, max_attempts => 3,
      job_key => ${SWEEP_FILES})`,
  )
}

/**
 * Takes away what nobody can get at any more: photographs that were taken out a day ago, or refused a week ago; files
 * on their way that were given up; and files of the store, a day old, that no row names.
 * @returns how many files went.
 */
export async function sweepFiles({
  db,
  storage,
  now,
}: {
  db: Database
  storage: Storage
  now: Date
}): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`
  await db.execute(sql`delete from photo where removed_at < ${at} - interval '1 day'
    or (state = 'refused' and updated_at < ${at} - interval '7 days')`)
  await db.execute(sql`delete from upload where created_at < ${at} - interval '7 days'
    or (finished_at is null and created_at < ${at} - interval '1 day')`)

  let swept = 0
  for (const [prefix, used] of Object.entries(USED)) {
    let batch: string[] = []
    const sweepBatch = async () => {
      const names = JSON.stringify([...new Set(batch.map((key) => nameOf(key, prefix)))])
      const rows = await db.execute<{ name: string }>(used(names))
      const kept = new Set(rows.map(({ name }) => name))
      const orphans = batch.filter((key) => HALF.test(key) || !kept.has(nameOf(key, prefix)))
      await storage.remove(orphans)
      swept += orphans.length
      batch = []
    }
    for await (const { key, writtenAt } of storage.list(prefix)) {
      // Its row may be about to be written.
      if (now.getTime() - writtenAt.getTime() < DAY_MS) continue
      batch.push(key)
      if (batch.length >= AT_ONCE) await sweepBatch()
    }
    if (batch.length > 0) await sweepBatch()
  }
  return swept
}

function nameOf(key: string, prefix: string): string {
  return key.slice(prefix.length).split(/[/.]/)[0] ?? ''
}
