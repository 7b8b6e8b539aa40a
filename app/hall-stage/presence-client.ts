import { decodeFigures } from '~/domain/hall/presence-message'

/** What is known of the pavilion that the visit's stream is about. */
export interface Heard {
  pavilion: number
  here: number
  inHall: number
  /** Slots of the pavilion whose booths are online. */
  online: ReadonlySet<number>
}

/** What the client needs of its page; tests give their own. */
export interface ClientWorld {
  /** One for the whole visit, however often the hall comes and goes on the page. */
  openings: Openings
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** 0 to 1. */
  random: () => number
  /** Milliseconds of any clock that doesn't go back. */
  now: () => number
  /** The visit's random name. */
  visit: string
}

/** Opening a stream costs more bytes than a minute of listening: two at once, then one a minute. */
const OPENINGS = 2
const OPENING_EVERY_MS = 60_000

/** How many streams a visit may open now. Moments are milliseconds of any clock that doesn't go back. */
export class Openings {
  private left = OPENINGS
  private countedAt: number | null = null

  /** @returns milliseconds until the next may be opened. */
  until(now: number): number {
    this.count(now)
    return Math.max(0, 1 - this.left) * OPENING_EVERY_MS
  }

  spend(now: number): void {
    this.count(now)
    this.left -= 1
  }

  giveBack(): void {
    this.left += 1
  }

  private count(now: number): void {
    this.left = Math.min(OPENINGS, this.left + (now - (this.countedAt ?? now)) / OPENING_EVERY_MS)
    this.countedAt = now
  }
}

interface Stream {
  pavilion: number
  abort: AbortController
  /** Somebody answered. */
  answered: boolean
}

/** Standing so long in a pavilion, in milliseconds, is stopping there; walking through is not. */
const STOPPED_MS = 4_000
/** A stream says something every 20 seconds; silent for so long, it is dead. */
const SILENCE_MS = 50_000
const RETRY_MS = 5_000
const LONGEST_RETRY_MS = 300_000

/**
 * Hears how many people are where the visitor has stopped: one stream of server-sent events, opened anew for
 * another pavilion, after trouble later and later, and never for a page that sleeps. It is fetched, not an
 * EventSource: that would send the cookies along, and who is here is nobody's business.
 */
export class PresenceClient {
  private wanted: number | null = null
  private awake = true
  /** Closed, or refused for good. */
  private isOver = false
  private stream: Stream | null = null
  private opener: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private retryMs = RETRY_MS
  private failures = 0

  constructor(
    private readonly world: ClientWorld,
    /** Told what is known now; null: nothing any more. */
    private readonly tell: (heard: Heard | null) => void,
  ) {}

  /** The visitor stands in a pavilion, 0: on the open ground. */
  enter(pavilion: number): void {
    if (this.isOver || pavilion === this.wanted) return
    const first = this.wanted === null
    this.wanted = pavilion
    if (this.stream?.pavilion === pavilion) clearTimeout(this.opener)
    else this.openIn(first ? 0 : STOPPED_MS)
  }

  /** Whether the page is seen and has a network. */
  setAwake(awake: boolean): void {
    if (awake === this.awake) return
    this.awake = awake
    if (awake) {
      this.openIn(0)
      return
    }
    this.hangUp()
    // Nobody knows how things will be when it wakes up.
    this.tell(null)
  }

  close(): void {
    this.isOver = true
    this.hangUp()
  }

  private hangUp(): void {
    clearTimeout(this.opener)
    clearTimeout(this.silence)
    this.stream?.abort.abort()
    this.stream = null
  }

  private openIn(ms: number): void {
    clearTimeout(this.opener)
    if (this.isOver || !this.awake || this.wanted === null) return
    const { openings, now } = this.world
    this.opener = setTimeout(() => this.open(), Math.max(ms, openings.until(now())))
  }

  private open(): void {
    const pavilion = this.wanted
    if (pavilion === null) return
    this.hangUp()
    this.world.openings.spend(this.world.now())
    const stream: Stream = { pavilion, abort: new AbortController(), answered: false }
    this.stream = stream
    this.listen(stream).then(
      (waitMs) => this.after(stream, waitMs),
      () => this.after(stream, 0),
    )
  }

  /** @returns milliseconds to wait at least before another try; null: there is no use in one. */
  private async listen(stream: Stream): Promise<number | null> {
    const { pavilion, abort } = stream
    this.expectWord(abort)
    const response = await this.world.fetch(`/hall/presence?pavilion=${pavilion}&visit=${this.world.visit}`, {
      headers: { accept: 'text/event-stream' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: abort.signal,
    })
    stream.answered = true
    if (!response.ok || !response.body) {
      const isPassing = response.status === 429 || response.status >= 500
      return isPassing ? Number(response.headers.get('retry-after') ?? 0) * 1_000 || RETRY_MS : null
    }
    let online: ReadonlySet<number> = new Set()
    let rest = ''
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 0
      this.expectWord(abort)
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('retry:')) this.retryMs = Number(line.slice(6)) || RETRY_MS
        const figures = line.startsWith('data:') ? decodeFigures(line.slice(5).trim()) : null
        if (!figures) continue
        this.failures = 0
        online = figures.online ?? online
        this.tell({ pavilion, here: figures.here, inHall: figures.inHall, online })
      }
    }
  }

  /** A stream that says nothing for long is given up: the network went without a word. */
  private expectWord(abort: AbortController): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => abort.abort(), SILENCE_MS)
  }

  private after(stream: Stream, waitMs: number | null): void {
    // Replaced or hung up meanwhile: by us, so nothing is wrong.
    if (this.stream !== stream) return
    clearTimeout(this.silence)
    this.stream = null
    // No network, or a server that is just starting: next to nothing was spent.
    if (!stream.answered) this.world.openings.giveBack()
    if (waitMs === null) this.isOver = true
    // Once may be a restart; figures that two tries couldn't renew are history.
    if (waitMs === null || ++this.failures > 1) this.tell(null)
    if (waitMs === null) return
    const backOff = Math.min(LONGEST_RETRY_MS, this.retryMs * 2 ** (this.failures - 1))
    this.openIn(Math.max(waitMs, backOff) * (0.75 + this.world.random() / 2))
  }
}
