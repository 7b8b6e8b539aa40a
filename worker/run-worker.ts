import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import type { Logger as Pino } from 'pino'
import postgres from 'postgres'
import { z } from 'zod'
import type { Database } from '~/db/client.server'
import { DELIVER_PHOTO } from '~/db/outbox.server'
import { expireRequests } from '~/domain/meeting/expire-requests.server'
import { queueOrderReminders } from '~/domain/message/queue-order-reminders.server'
import { queueReminders } from '~/domain/message/queue-reminders.server'
import { newId } from '~/domain/shared/ids'
import type { Storage } from '~/integrations/storage/storage'
import type { PaymentProvider } from '~/integrations/stripe/card-payments'
import type { SearchIndex } from '~/search/search-index'
import { deliverOutbox } from './deliver-outbox'
import type { Deliveries } from './delivery'
import {
  cleanUp,
  keepWorkersLock,
  sweepOutbox,
  takeOverFromDeadWorkers,
  tellExpiredPapers,
} from './housekeeping'
import { keepOrders } from './keep-orders'
import { queueSweep, SWEEP_FILES, sweepFiles } from './sweep-files'

export interface WorkerOptions {
  url: string
  db: Database
  search: SearchIndex
  storage: Storage
  /** Who takes cards; not there: nobody. */
  cards?: PaymentProvider
  /** By which address people reach us; where they come back to from paying. */
  publicUrl?: string
  deliveries: Deliveries
  log: Pino
  maxAttempts?: number
  /** Jobs at the same time. */
  concurrency?: number
  /** Told each minute that all is well: the database answers and the house is kept. */
  onAlive?: () => void
}

export interface RunningWorker {
  /** Rejects when the queue can no longer be worked on. */
  ended: Promise<void>
  /** Finishes the jobs under way and gives back the others. */
  stop(): Promise<void>
}

const jobPayload = z.object({ outboxId: z.uuid() })
const SWEEP_EVERY_MS = 60_000
const CLEAN_UP_EVERY = 60
const SWEEP_FILES_EVERY = 24 * 60

/** Works on the queue at `url` until stopped. Several workers share one queue. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { db, search, storage, cards, deliveries, log, maxAttempts } = options
  const guard = postgres(options.url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} })
  await takeOverFromDeadWorkers(guard)

  // Of a job it logs payload and error, which may hold what somebody wrote: we log our own line.
  const logger = new Logger((scope) => (level, message) => {
    if (scope.jobId || (level !== 'error' && level !== 'warning')) return
    log.warn({ from: 'queue', level }, message)
  })
  const system = { db, search, storage, cards, actor: { kind: 'system' as const }, newId }
  const deliver = async (payload: unknown) => {
    const { outboxId } = jobPayload.parse(payload)
    const context = { ...system, now: new Date() }
    await deliverOutbox(context, { deliveries, log, maxAttempts }, outboxId)
  }

  const runner = await run({
    connectionString: options.url,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    preset: { worker: { localQueue: { size: 50 } } },
    logger,
    taskList: { deliver },
  })
  // Apart, one at a time over all workers, so that they neither crowd out what is quick nor run short of memory.
  const photos = await run({
    connectionString: options.url,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger,
    taskList: {
      [DELIVER_PHOTO]: deliver,
      [SWEEP_FILES]: async () => {
        try {
          const swept = await sweepFiles({ db, storage, now: new Date() })
          if (swept > 0) log.info({ swept }, 'swept files that nobody names')
        } catch (error) {
          // The queue's own line about a job is left out, and nothing else tells that the store is full or away.
          log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'files were not swept')
          throw error
        }
      },
    },
  })

  const stopping = new AbortController()
  async function keepHouse(): Promise<void> {
    for (let round = 0; !stopping.signal.aborted; round++) {
      try {
        await keepWorkersLock(guard)
        const swept = await sweepOutbox(db, { maxAttempts })
        if (swept.queued + swept.dead > 0) log.warn(swept, 'swept the outbox')
        const expired = await expireRequests({ db, now: new Date(), newId })
        if (expired > 0) log.info({ expired }, 'requests for meetings ran out')
        const reminders = await queueReminders({ db, now: new Date(), newId })
        const orderReminders = await queueOrderReminders({ db, now: new Date(), newId })
        if (orderReminders > 0) log.info({ reminders: orderReminders }, 'queued reminders of samples')
        if (reminders > 0) log.info({ reminders }, 'queued reminders')
        const context = { ...system, now: new Date() }
        await keepOrders(context, { publicUrl: options.publicUrl ?? '', log })
        if (round % CLEAN_UP_EVERY === 0) {
          await cleanUp(db)
          await tellExpiredPapers(db, new Date())
        }
        if (round % SWEEP_FILES_EVERY === 0) await queueSweep(db)
        options.onAlive?.()
      } catch (error) {
        if (!stopping.signal.aborted)
          log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'no housekeeping this time')
      }
      await sleep(SWEEP_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const housekeeping = keepHouse()

  return {
    ended: Promise.all([runner.promise, photos.promise]).then(() => {}),
    async stop() {
      stopping.abort()
      await Promise.all([runner, photos].map((one) => one.stop().catch(() => {})))
      await housekeeping
      await guard.end({ timeout: 2 })
    },
  }
}
