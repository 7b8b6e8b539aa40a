import postgres from 'postgres'

/** Held by the one sender; it dies with its connection. */
const SENDER_LOCK = 7_206_115

export interface SenderLock {
  /** 'taken': just now, so whoever held it before is gone. Throws while the database is away. */
  hold(): Promise<'held' | 'taken' | 'elsewhere'>
  /** Lets the next one have it. */
  release(): Promise<void>
}

/**
 * Only one sender at a time, over all workers: the pace of a number is counted in one place. No message
 * depends on it: its row is claimed under a lock of its own.
 */
export function senderLock(url: string): SenderLock {
  const guard = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} })
  return {
    async hold() {
      const [row] = await guard<{ state: 'held' | 'taken' | 'elsewhere' }[]>`
        select case
          when exists (
            select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
              and objid = ${SENDER_LOCK} and granted) then 'held'
          when pg_try_advisory_lock(${SENDER_LOCK}) then 'taken'
          else 'elsewhere' end as state`
      return row?.state ?? 'elsewhere'
    },
    release: () => guard.end({ timeout: 1 }),
  }
}
