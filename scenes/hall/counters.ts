/** While something moves it is said so often how many frames were drawn. ms */
const FRAMES_EVERY = 125

/** What tests and the curious may read from the canvas (`data-…`, see README.md); written only when it changes. */
export class Counters {
  private readonly last = new Map<string, number | string>()
  private framesAt = Number.NEGATIVE_INFINITY

  constructor(private readonly canvas: Pick<HTMLCanvasElement, 'setAttribute'>) {}

  show(name: string, value: number | string): void {
    if (this.last.get(name) === value) return
    this.last.set(name, value)
    this.canvas.setAttribute(`data-${name}`, String(value))
  }

  /**
   * To write on the page costs as much as ten draws, and nobody reads so fast: while something moves, not each frame
   * is told. By the clock, so that a number that stays the same for longer means rest however slowly frames are drawn.
   * Where it rests it is exact.
   * @param now ms
   */
  showFrames(drawn: number, moving: boolean, now: number): void {
    if (moving && now - this.framesAt < FRAMES_EVERY) return
    this.framesAt = now
    this.show('frames', drawn)
  }
}
