import { NETWORK_SHARE, networkOf } from '../shared/client-counters'

/** 'hall': somebody stood before the booth in the hall and was shown its shelf. */
export const VISIT_KINDS = ['booth', 'hall', 'product'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

export interface Seen {
  kind: VisitKind
  /** Of the booth, or of the product. */
  slug: string
}

export interface Visit extends Seen {
  /** ISO day of the hall's zone. */
  day: string
  /** Organisations that the visitor is of: at home there they are no visitors. */
  own: readonly string[]
  count: number
}

/** Somebody who comes back to the same page so soon is still on the same visit, in milliseconds. */
export const SAME_VISIT_MS = 30 * 60_000
const HOUR_MS = 60 * 60_000
/** Visits of one page from one address in an hour: a class behind one line, not a script that changes its name. */
export const MOST_OF_PAGE = 12
/** Visits of all pages from one address in an hour. */
export const MOST_OF_CLIENT = 240
/** So much is remembered at a time, so that a flood doesn't eat the process: the oldest goes first. */
const MOST_KEPT = 50_000
/** Kinds of visit that wait to be written. */
export const MOST_WAITING = 5_000

interface Window {
  count: number
  endsAt: number
}

/**
 * Visits since they were last written down, and, for half an hour and in memory alone, whose they were: enough to
 * count nobody twice, and nothing that outlives the process. Moments are milliseconds of any clock that doesn't go
 * back.
 */
export class VisitTally {
  private waiting = new Map<string, Visit>()
  /** Until when a visitor's visit of a page goes on. */
  private readonly visits = new Map<string, number>()
  private readonly windows = new Map<string, Window>()

  /**
   * @param who Keyed hash of whose visit it is: browser and address.
   * @param client Keyed hash of the address alone, as `clientKey` makes it.
   * @returns whether it counts.
   */
  add(
    seen: Seen,
    { who, client, own, day }: { who: string; client: string; own: readonly string[]; day: string },
    now: number,
  ): boolean {
    const page = `${seen.kind}:${seen.slug}`
    const visit = `${who}:${page}`
    const until = this.visits.get(visit)
    if (until !== undefined && until > now) return false
    if (!this.isAllowed(client, page, now)) return false
    this.visits.delete(visit)
    keep(this.visits, visit, now + SAME_VISIT_MS)
    this.put({ ...seen, day, own: [...own].sort(), count: 1 })
    return true
  }

  /** What is to be written, and none of it any more afterwards. */
  take(): Visit[] {
    const taken = [...this.waiting.values()]
    this.waiting = new Map()
    return taken
  }

  /** Writing them failed: they wait for the next time. */
  giveBack(visits: readonly Visit[]): void {
    for (const visit of visits) this.put(visit)
  }

  get size(): number {
    return this.waiting.size
  }

  private put(visit: Visit): void {
    const key = [visit.kind, visit.slug, visit.day, ...visit.own].join(':')
    const before = this.waiting.get(key)
    if (before) before.count += visit.count
    // A database that has been away for so long has other worries than figures.
    else if (this.waiting.size < MOST_WAITING) this.waiting.set(key, { ...visit })
  }

  private isAllowed(client: string, page: string, now: number): boolean {
    const network = networkOf(client)
    const limits: [string, number][] = [
      [`${client}:${page}`, MOST_OF_PAGE],
      [client, MOST_OF_CLIENT],
      ...(network
        ? ([
            [`${network}:${page}`, MOST_OF_PAGE * NETWORK_SHARE],
            [network, MOST_OF_CLIENT * NETWORK_SHARE],
          ] as [string, number][])
        : []),
    ]
    const open = limits.map(([key, limit]) => {
      const window = this.windows.get(key)
      return {
        key,
        limit,
        window: window && window.endsAt > now ? window : { count: 0, endsAt: now + HOUR_MS },
      }
    })
    if (open.some(({ window, limit }) => window.count >= limit)) return false
    for (const { key, window } of open) {
      window.count += 1
      this.windows.delete(key)
      keep(this.windows, key, window)
    }
    return true
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  if (map.size <= MOST_KEPT) return
  const oldest = map.keys().next().value
  if (oldest !== undefined) map.delete(oldest)
}

const PAGE = /^\/(?:id|en|ar)\/(booths|products)\/([a-z0-9-]{1,160})(?:\.data)?$/
const CLOSE_UP = /^\/hall\/booths\/([a-z0-9-]{1,120})\.json$/

/** Whose page a path is; null: none that is counted. A page that another page fetches ends in '.data'. */
export function seenAt(pathname: string): Seen | null {
  const close = CLOSE_UP.exec(pathname)
  if (close?.[1]) return { kind: 'hall', slug: close[1] }
  const page = PAGE.exec(pathname)
  if (!page?.[2]) return null
  return { kind: page[1] === 'booths' ? 'booth' : 'product', slug: page[2] }
}
