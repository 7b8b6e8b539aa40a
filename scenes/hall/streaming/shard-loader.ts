import type { HallLayout } from '~/domain/hall/layout'
import type { PavilionShard } from '~/domain/hall/shard'

const AT_ONCE = 3
const TRIES = 3

/** Fetches the shards of the pavilions around the visitor, nearest first, each once. */
export class ShardLoader {
  private readonly asked = new Set<number>()
  private readonly failures = new Map<number, number>()
  private underway = 0
  private stopped = false
  loaded = 0

  constructor(
    private readonly layout: HallLayout,
    private readonly loadShard: (pavilion: number) => Promise<PavilionShard>,
    private readonly arrived: (shard: PavilionShard) => void,
  ) {}

  /** Asks for what lies within `reach` metres of the point. */
  look(x: number, z: number, reach: number): void {
    if (this.stopped || this.underway >= AT_ONCE || this.asked.size === this.layout.pavilions.length) return
    const wanted = this.layout.pavilions
      .filter((place) => !this.asked.has(place.number))
      .map((place) => ({ number: place.number, distance: distanceTo(place, x, z) }))
      .filter((place) => place.distance <= reach)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, AT_ONCE - this.underway)
    for (const { number } of wanted) this.fetch(number)
  }

  /** Asks for one pavilion at once, wherever it is: the visitor is about to stand there. */
  hasten(pavilion: number): void {
    if (!this.stopped && !this.asked.has(pavilion) && this.layout.byNumber.has(pavilion)) this.fetch(pavilion)
  }

  stop(): void {
    this.stopped = true
  }

  private fetch(pavilion: number): void {
    this.asked.add(pavilion)
    this.underway++
    this.loadShard(pavilion).then(
      (shard) => {
        this.underway--
        if (this.stopped) return
        this.loaded++
        this.arrived(shard)
      },
      () => {
        // The list beside the hall still works; a later step asks again, a few times.
        this.underway--
        const failed = (this.failures.get(pavilion) ?? 0) + 1
        this.failures.set(pavilion, failed)
        if (failed < TRIES) this.asked.delete(pavilion)
      },
    )
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
