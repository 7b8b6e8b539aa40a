import { setTimeout as sleep } from 'node:timers/promises'

const MOST = 200

/**
 * Work that is asked for often and small, done together: one batch at a time, what comes meanwhile is the next
 * one. Each caller waits for its own; what a batch fails with is tried one by one, so that none fails for others.
 * @param gatherMs how long a batch waits for more.
 */
export function inBatches<T>(
  work: (items: T[]) => Promise<unknown>,
  { gatherMs }: { gatherMs: number },
): (item: T) => Promise<void> {
  interface Waiting {
    item: T
    done: () => void
    failed: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let isWorking = false

  async function doAll(batch: readonly Waiting[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item))
      for (const { done } of batch) done()
    } catch (error) {
      if (batch.length === 1) for (const { failed } of batch) failed(error)
      else for (const each of batch) await doAll([each])
    }
  }

  async function goOn(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) {
      await sleep(gatherMs)
      const batch = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      await doAll(batch)
    }
    isWorking = false
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!isWorking) void goOn()
    })
}
