import type { HallLayout } from '~/domain/hall/layout'
import type { PavilionShard } from '~/domain/hall/shard'

/** Until the first booths stand, nothing takes the line away from them. */
const AT_FIRST = 1
const AT_ONCE = 3
/** Pavilions are looked for again after so many metres. */
const STEP = 2
/** So far beyond the reach a load is called off, in metres: nobody who turns back asks twice. */
const LEFT_BEHIND = 40
/** After a failure so long a pavilion rests, in milliseconds; twice as long each time, up to the last. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000

/** Fetches the shards of the pavilions around the visitor, nearest first, each once. */
export class ShardLoader {
  /** Loaded, or resting after a failure. */
  private readonly settled = new Set<number>()
  private readonly underway = new Map<number, AbortController>()
  private readonly failures = new Map<number, number>()
  private readonly rests = new Set<ReturnType<typeof setTimeout>>()
  /** Where the visitor was when it was last looked around. */
  private at: { x: number; z: number; reach: number } | null = null
  /** The visitor is on the way there. */
  private target: number | null = null
  private stopped = false
  private atOnce = AT_FIRST
  loaded = 0

  constructor(
    private readonly layout: HallLayout,
    private readonly loadShard: (pavilion: number, signal: AbortSignal) => Promise<PavilionShard>,
    private readonly arrived: (shard: PavilionShard) => void,
  ) {}

  /** Asks for what lies within `reach` metres of the point, and calls off what has been left far behind. */
  look(x: number, z: number, reach: number): void {
    if (this.stopped) return
    const { at } = this
    if (at && at.reach === reach && Math.hypot(at.x - x, at.z - z) < STEP) return
    this.at = { x, z, reach }
    this.lookAround()
  }

  /** The first booths have been seen: now for all the others. */
  widen(): void {
    this.atOnce = AT_ONCE
    if (!this.stopped) this.lookAround()
  }

  /** Asks for one pavilion at once, wherever it is: the visitor is about to stand there. */
  hasten(pavilion: number): void {
    if (this.stopped || !this.layout.byNumber.has(pavilion)) return
    this.target = pavilion
    if (!this.settled.has(pavilion) && !this.underway.has(pavilion)) this.fetch(pavilion)
  }

  /** Calls off what is under way; the next look asks again. */
  pause(): void {
    for (const pavilion of [...this.underway.keys()]) this.callOff(pavilion)
    this.at = null
  }

  stop(): void {
    this.stopped = true
    this.pause()
    for (const rest of this.rests) clearTimeout(rest)
    this.rests.clear()
  }

  private lookAround(): void {
    const { at } = this
    if (!at) return
    const near = this.layout.pavilions
      .map((place) => ({ number: place.number, distance: distanceTo(place, at.x, at.z) }))
      .sort((a, b) => a.distance - b.distance)
    for (const { number, distance } of near) {
      if (number === this.target && distance <= at.reach) this.target = null
      if (distance > at.reach + LEFT_BEHIND && number !== this.target) this.callOff(number)
    }
    for (const { number, distance } of near) {
      if (distance > at.reach || this.underway.size >= this.atOnce) return
      if (!this.settled.has(number) && !this.underway.has(number)) this.fetch(number)
    }
  }

  private callOff(pavilion: number): void {
    this.underway.get(pavilion)?.abort()
    this.underway.delete(pavilion)
  }

  private fetch(pavilion: number): void {
    const load = new AbortController()
    this.underway.set(pavilion, load)
    this.loadShard(pavilion, load.signal).then(
      (shard) => {
        if (load.signal.aborted) return
        this.end(pavilion)
        this.loaded++
        this.arrived(shard)
        // What comes first is drawn before more is asked for, unless there is nothing to draw.
        if (this.atOnce > AT_FIRST || shard.booths.length === 0) this.lookAround()
      },
      () => {
        if (load.signal.aborted) return
        this.end(pavilion)
        this.rest(pavilion)
        this.lookAround()
      },
    )
  }

  private end(pavilion: number): void {
    this.underway.delete(pavilion)
    this.settled.add(pavilion)
  }

  /** The list beside the hall still works; later it is asked for again. */
  private rest(pavilion: number): void {
    const failed = this.failures.get(pavilion) ?? 0
    this.failures.set(pavilion, failed + 1)
    const timer = setTimeout(
      () => {
        this.rests.delete(timer)
        this.settled.delete(pavilion)
        this.lookAround()
      },
      Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failed),
    )
    this.rests.add(timer)
  }
}

function distanceTo(
  rect: { x: number; z: number; width: number; depth: number },
  x: number,
  z: number,
): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width)
  const dz = Math.max(rect.z - z, 0, z - rect.z - rect.depth)
  return Math.hypot(dx, dz)
}
