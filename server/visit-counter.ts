import { createHash } from 'node:crypto'
import { isbot } from 'isbot'
import type { Logger } from 'pino'
import type { Database } from '~/db/client.server'
import { countVisits } from '~/domain/figures/count-visits.server'
import { MOST_WAITING, seenAt, VisitTally } from '~/domain/figures/visit-tally'
import type { Actor } from '~/domain/shared/context'
import { HALL_ZONE } from '~/domain/shared/hall-zone'

/** So long a visit waits in memory at most. */
const FLUSH_MS = 10_000

export interface VisitCounterOptions {
  db: Database
  log: Logger
  tally?: VisitTally
  flushMs?: number
}

interface Asked {
  status: number
  actor: Actor
  /** The keyed hash of the client's address. */
  client: string
  now: Date
}

const hallDay = new Intl.DateTimeFormat('en-CA', { timeZone: HALL_ZONE })

/**
 * Counts how often booths and products are looked at, without a cookie and without keeping who looked. Robots,
 * pages that a browser fetches ahead, the organiser and the booth's own people don't count. What has been
 * counted is written in batches, so that reading a page writes nothing.
 */
export class VisitCounter {
  private readonly tally: VisitTally
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly options: VisitCounterOptions) {
    this.tally = options.tally ?? new VisitTally()
  }

  /** A request has been answered: counts it if somebody looked at something. */
  saw(request: Request, { status, actor, client, now }: Asked): void {
    // 304: the same visitor's browser had it already.
    if (request.method !== 'GET' || (status !== 200 && status !== 304)) return
    const seen = seenAt(new URL(request.url).pathname)
    if (!seen || isAhead(request.headers)) return
    const agent = request.headers.get('user-agent')
    if (!agent || isbot(agent)) return
    const memberships = actor.kind === 'person' ? actor.memberships : []
    if (memberships.some(({ organisationKind }) => organisationKind === 'organiser')) return
    const who = createHash('sha256').update(`${client} ${agent}`).digest('base64url').slice(0, 22)
    const own = memberships.map(({ organisationId }) => organisationId)
    const counts = this.tally.add(seen, { who, client, own, day: hallDay.format(now) }, performance.now())
    if (!counts) return
    if (this.tally.size >= MOST_WAITING / 2) void this.flush()
    else this.timer ??= setTimeout(() => void this.flush(), this.options.flushMs ?? FLUSH_MS).unref()
  }

  /** Writes what waits. Never throws: figures are not worth a page. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing = this.writing.then(() => this.write())
    return this.writing
  }

  private async write(): Promise<void> {
    const visits = this.tally.take()
    try {
      await countVisits({ db: this.options.db, actor: { kind: 'system' } }, { visits })
    } catch (error) {
      this.tally.giveBack(visits)
      this.options.log.warn({ err: error, visits: visits.length }, 'visits could not be written')
      this.timer ??= setTimeout(() => void this.flush(), this.options.flushMs ?? FLUSH_MS).unref()
    }
  }
}

/** The browser fetches what somebody may look at, and perhaps never does. */
function isAhead(headers: Headers): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/.test(headers.get(name) ?? ''),
  )
}
