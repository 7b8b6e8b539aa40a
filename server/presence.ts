import type { Logger } from 'pino'
import type { Database } from '~/db/client.server'
import { findBoothSlots } from '~/domain/hall/find-booth-slots.server'
import { OnlineOrganisations } from '~/domain/hall/online-organisations'
import { Presence } from '~/domain/hall/presence'
import { encodeFigures, encodeSlots } from '~/domain/hall/presence-message'
import { presenceQuerySchema } from '~/domain/hall/presence-query.schema'
import { PresenceStream } from './presence-stream'

/** Where a page of the hall hears how many are here. */
export const HALL_PRESENCE = '/hall/presence'

/** A stream is looked after every so many beats, in turn, so that thousands don't speak in one moment. */
const ROUND = 10
/** Rounds without news after which a line without meaning keeps proxies from closing the stream. */
const QUIET_ROUNDS = 2
/** Beats between two looks at which booths are online. */
const LOOK_EVERY = 20
/** When to come back, in milliseconds: spread, so that a restart isn't followed by everybody at once. */
const RETRY_FROM = 2_000
const RETRY_SPREAD = 8_000
const RETRY_WHEN_FULL_SECONDS = 120

export interface PresenceOptions {
  db: Database
  log: Logger
  /** Milliseconds of a beat: a stream hears news at most every tenth. */
  beatMs?: number
  presence?: Presence
  random?: () => number
}

interface Asking {
  /** The keyed hash of the client's address. */
  client: string
  /** Ends the connection; not there without a socket. */
  hangUp?: (() => void) | undefined
}

/**
 * The streams of this process: how many people are in a pavilion now and which of its booths are online. It
 * keeps no identity, writes nothing, and asks the database every 20 seconds at most, whoever comes and goes.
 */
export class HallPresence {
  private readonly presence: Presence
  private readonly organisations = new OnlineOrganisations()
  private readonly streams = new Map<number, PresenceStream>()
  private readonly beatMs: number
  private readonly random: () => number
  private slots = new Map<number, string>()
  private timer: NodeJS.Timeout | undefined
  private beats = 0
  /** When it was last read which booths are online. */
  private lookedAt = Number.NEGATIVE_INFINITY
  private isLooking = false
  private isClosed = false

  constructor(private readonly options: PresenceOptions) {
    this.presence = options.presence ?? new Presence()
    this.beatMs = options.beatMs ?? 1_000
    this.random = options.random ?? Math.random
  }

  /** Somebody acting for this organisation used the site: its booth is online for some minutes. */
  saw(organisationId: string): void {
    this.organisations.saw(organisationId, performance.now())
  }

  /** Answers a request with a stream of server-sent events. */
  answer(request: Request, { client, hangUp = () => {} }: Asking): Response {
    if (request.method !== 'GET') return refuse(405, { Allow: 'GET' })
    // A page elsewhere has no business to be counted here; what isn't a browser doesn't say.
    if (!['same-origin', null].includes(request.headers.get('sec-fetch-site'))) return refuse(403)
    const query = presenceQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) return refuse(400)
    if (this.isClosed) return refuse(503, { 'Retry-After': '5' })
    const { visit, pavilion } = query.data
    const opened = this.presence.open({ visit, pavilion, client }, performance.now())
    if (!opened) return refuse(429, { 'Retry-After': String(RETRY_WHEN_FULL_SECONDS) })

    if (opened.replaced !== null) this.end(opened.replaced)
    const stream = new PresenceStream(visit, pavilion, opened.stream, hangUp, (gone) => this.drop(gone))
    this.streams.set(stream.number, stream)
    this.start()
    stream.say(`retry:${Math.round(RETRY_FROM + this.random() * RETRY_SPREAD)}\n${this.news(stream) ?? ''}`)
    return new Response(stream.body, {
      headers: {
        'Content-Type': 'text/event-stream',
        // Nobody in between may keep, gather or compress it: a line is worth reading at once.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  }

  /** How many streams are open. */
  get size(): number {
    return this.streams.size
  }

  /** Ends all streams, so that the server can close; nobody is let in any more. */
  close(): void {
    this.isClosed = true
    for (const number of [...this.streams.keys()]) this.end(number)
    this.rest()
  }

  private start(): void {
    if (this.timer) return
    this.timer = setInterval(() => this.beat(), this.beatMs).unref()
    if (!this.isTimeToLook()) return
    // What was true when somebody last listened is nothing to tell.
    this.slots = new Map()
    void this.look()
  }

  private isTimeToLook(): boolean {
    return performance.now() - this.lookedAt >= LOOK_EVERY * this.beatMs
  }

  /** While nobody listens nothing runs. */
  private rest(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }

  private beat(): void {
    const turn = ++this.beats % ROUND
    if (this.isTimeToLook()) void this.look()
    for (const stream of this.streams.values()) {
      if (stream.number % ROUND !== turn) continue
      const lines = this.news(stream) ?? (++stream.quiet >= QUIET_ROUNDS ? ':\n\n' : null)
      if (lines !== null && !stream.say(lines)) this.drop(stream)
    }
  }

  /** What a stream hasn't been told yet; null: nothing. */
  private news(stream: PresenceStream): string | null {
    const now = performance.now()
    const here = this.presence.inPavilion(stream.pavilion, now)
    const inHall = this.presence.inHall(now)
    const slots = this.slots.get(stream.pavilion) ?? encodeSlots([])
    // The hall's figure is shown on the open ground only; elsewhere it comes along with other news.
    const isSame = here === stream.here && (stream.pavilion !== 0 || inHall === stream.inHall)
    if (isSame && slots === stream.slots) return null
    const lines = `data:${encodeFigures(here, inHall, slots === stream.slots ? null : slots)}\n\n`
    stream.here = here
    stream.inHall = inHall
    stream.slots = slots
    return lines
  }

  /** Reads where the organisations that are online have their booths: one query for the whole hall. */
  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    this.lookedAt = performance.now()
    try {
      const organisationIds = this.organisations.at(performance.now())
      const found = await findBoothSlots({ db: this.options.db }, { organisationIds })
      this.slots = new Map([...found].map(([pavilion, slots]) => [pavilion, encodeSlots(slots)]))
    } catch (error) {
      // Nobody is said to be online who may not be; the figures go on.
      this.slots = new Map()
      this.options.log.warn({ err: error }, 'the booths that are online could not be read')
    } finally {
      this.isLooking = false
    }
  }

  private end(number: number): void {
    const stream = this.streams.get(number)
    if (!stream) return
    stream.end()
    this.drop(stream)
  }

  private drop(stream: PresenceStream): void {
    if (!this.streams.delete(stream.number)) return
    this.presence.close(stream.visit, stream.number, performance.now())
    if (this.streams.size === 0) this.rest()
  }
}

function refuse(status: 400 | 403 | 405 | 429 | 503, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers },
  })
}
