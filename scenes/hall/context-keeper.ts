/** A graphics card that hasn't come back by then is given up, in milliseconds while the page is seen. */
const PATIENCE_MS = 8_000

/**
 * What happens when the browser takes the graphics card away: mostly it gives it back soon, and the hall goes
 * on where it stood. A page that isn't seen may wait for ever; it is given up only before somebody's eyes.
 */
export class ContextKeeper {
  private lost = false
  private readonly listening = new AbortController()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    canvas: HTMLCanvasElement,
    private readonly told: {
      lost: () => void
      /** It is back and empty. Called after the renderer's own listener: create after the renderer. */
      restored: () => void
      /** It doesn't come back. */
      givenUp: () => void
    },
  ) {
    const { signal } = this.listening
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        // Without this the browser never gives it back.
        event.preventDefault()
        this.lost = true
        told.lost()
        this.wait()
      },
      { signal },
    )
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        clearTimeout(this.timer)
        this.lost = false
        told.restored()
      },
      { signal },
    )
    document.addEventListener('visibilitychange', () => this.wait(), { signal })
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.listening.abort()
  }

  private wait(): void {
    clearTimeout(this.timer)
    if (this.lost && !document.hidden) this.timer = setTimeout(this.told.givenUp, PATIENCE_MS)
  }
}
