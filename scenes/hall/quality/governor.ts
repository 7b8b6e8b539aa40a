/** What the hall spends on a frame. */
export interface Quality {
  /** Most canvas pixels for each CSS pixel, in each direction. */
  pixels: number
  /** Of the usual sight distance. */
  sight: number
  /** Whether the floor mirrors what stands near. */
  mirror: boolean
}

/** From the humblest to the finest; a device finds its own by how long its frames take. */
export const LEVELS: readonly [Quality, ...Quality[]] = [
  { pixels: 0.6, sight: 0.62, mirror: false },
  { pixels: 1, sight: 0.8, mirror: false },
  { pixels: 1.25, sight: 1, mirror: true },
  { pixels: 1.5, sight: 1, mirror: true },
]

export const FIRST_LEVEL = 1

/** Milliseconds from frame to frame: a display of 60 Hz keeps up; one sees it stumble; it crawls; it all but stands. */
const GOOD = 20
const SLOW = 28
const CRAWL = 100
const STAND_STILL = 400
/** Longer than this no frame was drawn at all: the tab was away. */
const AWAY = 4_000
/** Frames after a change that say nothing: shaders are built, buffers are made. */
const SETTLING = 3
/** Good frames in a row after which the next level is tried; twice as many after each fall from it. */
const GOOD_TO_RAISE = 40
const MOST_PATIENCE = 16
/** Slow frames count 1, those under half the pace 2, crawling ones 4 or 5, good ones take 1/2 back. */
const BAD_TO_LOWER = 8

/**
 * Chooses the level of quality by measured frame time alone. It begins low, rises slowly, falls quickly,
 * and tries a level from which it fell less and less often, so that it settles. Pure: told times, no clock.
 */
export class QualityGovernor {
  private good = 0
  private bad = 0
  /** Of the first frames one is enough: what must be built was built before anybody moved. */
  private settling = 1
  private readonly patience: number[] = LEVELS.map(() => 1)
  private at: number

  constructor(
    /** A level that is kept whatever the frames say; null: measured. */
    private readonly frozen: number | null = null,
  ) {
    const wanted = frozen ?? FIRST_LEVEL
    this.at = Math.max(0, Math.min(LEVELS.length - 1, Math.trunc(wanted)))
  }

  get level(): number {
    return this.at
  }

  get quality(): Quality {
    return LEVELS[this.at] ?? LEVELS[0]
  }

  /**
   * The time between two frames that followed each other because the view moved.
   * @returns true when the level changed.
   */
  sample(ms: number): boolean {
    if (this.frozen !== null || ms > AWAY) return false
    if (this.settling > 0) {
      this.settling--
      return false
    }
    if (ms <= GOOD) {
      this.good++
      this.bad = Math.max(0, this.bad - 0.5)
    } else if (ms > SLOW) {
      this.good = 0
      this.bad += ms > STAND_STILL ? 5 : ms > CRAWL ? 4 : ms > 2 * SLOW ? 2 : 1
    }
    if (this.bad >= BAD_TO_LOWER) return this.lower(ms > CRAWL ? 2 : 1)
    if (this.good >= GOOD_TO_RAISE * (this.patience[this.at + 1] ?? 1)) return this.raise()
    return false
  }

  private lower(by: number): boolean {
    this.patience[this.at] = Math.min(MOST_PATIENCE, (this.patience[this.at] ?? 1) * 2)
    return this.moveTo(Math.max(0, this.at - by))
  }

  private raise(): boolean {
    return this.moveTo(Math.min(LEVELS.length - 1, this.at + 1))
  }

  private moveTo(level: number): boolean {
    this.good = 0
    this.bad = 0
    if (level === this.at) return false
    this.at = level
    this.settling = SETTLING
    return true
  }
}
