/** What tests and the curious may read from the canvas (`data-…`, see README.md); written only when it changes. */
export class Counters {
  private readonly last = new Map<string, number | string>()

  constructor(private readonly canvas: HTMLCanvasElement) {}

  show(name: string, value: number | string): void {
    if (this.last.get(name) === value) return
    this.last.set(name, value)
    this.canvas.setAttribute(`data-${name}`, String(value))
  }
}
