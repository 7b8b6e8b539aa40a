/** Which thing lies in which layer of a texture; when all are taken, the one unused for longest goes. */
export class LayerCache {
  private readonly owners: (number | null)[]
  private readonly used: number[]

  constructor(
    readonly size: number,
    /** Told when a thing loses its layer. */
    private readonly dropped: (owner: number) => void,
  ) {
    this.owners = Array.from({ length: size }, () => null)
    this.used = Array.from({ length: size }, () => -1)
  }

  touch(layer: number, frame: number): void {
    this.used[layer] = frame
  }

  /** A layer for the thing; null when every layer is in use in this very frame. */
  take(owner: number, frame: number): number | null {
    let oldest = -1
    let when = frame
    for (let layer = 0; layer < this.size; layer++) {
      const used = this.used[layer] ?? -1
      if (used < when) {
        oldest = layer
        when = used
        if (used < 0) break
      }
    }
    if (oldest < 0) return null
    const before = this.owners[oldest]
    if (before !== null && before !== undefined) this.dropped(before)
    this.owners[oldest] = owner
    this.used[oldest] = frame
    return oldest
  }

  /** Gives a layer back: what was meant for it doesn't come. */
  free(layer: number): void {
    this.owners[layer] = null
    this.used[layer] = -1
  }

  /** All lose their layers: the texture is a new one. */
  reset(): void {
    for (let layer = 0; layer < this.size; layer++) {
      const owner = this.owners[layer]
      this.free(layer)
      if (owner !== null && owner !== undefined) this.dropped(owner)
    }
  }
}
