import { NETWORK_SHARE, networkOf } from '../shared/client-counters'
import { GRACE_MS } from './presence-message'

/** Visits that one client may have at a time: a school behind one address, not the whole hall. */
export const MOST_OF_CLIENT = 200
/** Visits of everybody, so that streams never eat the process. */
export const MOST_OF_HALL = 5_000

export interface Arriving {
  /** What a page drew at random for its visit; it is kept nowhere but in the tab, while it is loaded anew. */
  visit: string
  /** 0: the open ground. */
  pavilion: number
  /** The keyed hash of its address. */
  client: string
}

interface Visit {
  pavilion: number
  client: string
  /** The one stream that speaks for it. */
  stream: number
  /** When it stops counting; null while its stream is open. */
  endsAt: number | null
}

export interface PresenceLimits {
  graceMs: number
  mostOfClient: number
  mostOfHall: number
}

/**
 * Who is in the hall, by pavilion: a visit counts once, where its newest stream says that it is, until some
 * seconds after that stream closed. Moments are milliseconds of any clock that doesn't go back.
 */
export class Presence {
  private readonly visits = new Map<string, Visit>()
  /** Visits without a stream, the first to end first. */
  private readonly leaving = new Set<string>()
  private readonly pavilions = new Map<number, number>()
  private readonly clients = new Map<string, number>()
  private streams = 0
  private readonly limits: PresenceLimits

  constructor(limits: Partial<PresenceLimits> = {}) {
    this.limits = { graceMs: GRACE_MS, mostOfClient: MOST_OF_CLIENT, mostOfHall: MOST_OF_HALL, ...limits }
  }

  /**
   * A stream was opened for a visit, here or somewhere else than before; it takes the place of an older one.
   * @returns its number and the one that it replaces, or null: the client, its network or the hall is full.
   */
  open(
    { visit, pavilion, client }: Arriving,
    now: number,
  ): { stream: number; replaced: number | null } | null {
    this.expire(now)
    const before = this.visits.get(visit)
    // A visit that goes on under another address (a phone that changed networks) is new there.
    if (before?.client !== client && this.isFull(client)) return null
    if (!before && this.visits.size >= this.limits.mostOfHall) return null
    if (before) this.forget(visit, before)
    const stream = ++this.streams
    this.visits.set(visit, { pavilion, client, stream, endsAt: null })
    add(this.pavilions, pavilion, 1)
    for (const counter of countersOf(client)) add(this.clients, counter, 1)
    return { stream, replaced: before?.endsAt === null ? before.stream : null }
  }

  /** A stream closed. One that was replaced meanwhile, or has been closed already, changes nothing. */
  close(visit: string, stream: number, now: number): void {
    this.expire(now)
    const found = this.visits.get(visit)
    if (!found || found.stream !== stream || found.endsAt !== null) return
    found.endsAt = now + this.limits.graceMs
    this.leaving.add(visit)
  }

  /** Visits in a pavilion, 0: on the open ground. */
  inPavilion(pavilion: number, now: number): number {
    this.expire(now)
    return this.pavilions.get(pavilion) ?? 0
  }

  /** Visits in the whole hall. */
  inHall(now: number): number {
    this.expire(now)
    return this.visits.size
  }

  private isFull(client: string): boolean {
    const { mostOfClient } = this.limits
    const [own, network] = countersOf(client)
    if ((this.clients.get(own ?? '') ?? 0) >= mostOfClient) return true
    return network !== undefined && (this.clients.get(network) ?? 0) >= mostOfClient * NETWORK_SHARE
  }

  private expire(now: number): void {
    for (const visit of this.leaving) {
      const found = this.visits.get(visit)
      if (!found || found.endsAt === null) this.leaving.delete(visit)
      else if (found.endsAt > now) return
      else this.forget(visit, found)
    }
  }

  private forget(visit: string, { pavilion, client }: Visit): void {
    this.visits.delete(visit)
    this.leaving.delete(visit)
    add(this.pavilions, pavilion, -1)
    for (const counter of countersOf(client)) add(this.clients, counter, -1)
  }
}

/** Under which names a client's visits are counted: its own, and its network's where it has one. */
function countersOf(client: string): string[] {
  const network = networkOf(client)
  return network ? [client, `network:${network}`] : [client]
}

function add(counts: Map<number | string, number>, key: number | string, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
