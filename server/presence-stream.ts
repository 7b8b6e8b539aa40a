/** Lines that a stream may have unread before its reader is taken for lost. */
const MOST_UNREAD = 4

const text = new TextEncoder()

/** One visitor's stream of lines: never buffers more than a few of them. */
export class PresenceStream {
  /** What was said last, so that only news is said. */
  here = -1
  inHall = -1
  slots: string | null = null
  /** Rounds without a word. */
  quiet = 0
  readonly body: ReadableStream<Uint8Array>
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null

  constructor(
    readonly visit: string,
    readonly pavilion: number,
    readonly number: number,
    /** Ends the connection of a reader that doesn't read. */
    private readonly hangUp: () => void,
    onGone: (stream: PresenceStream) => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller
        },
        cancel: () => {
          this.controller = null
          onGone(this)
        },
      },
      { highWaterMark: MOST_UNREAD },
    )
  }

  /** @returns false when the reader has stopped reading: the stream is over then. */
  say(lines: string): boolean {
    if (!this.controller) return false
    if ((this.controller.desiredSize ?? 0) <= 0) {
      this.end()
      return false
    }
    this.controller.enqueue(text.encode(lines))
    this.quiet = 0
    return true
  }

  /** No more is said. A reader that left lines unread is not waited for. */
  end(): void {
    const { controller } = this
    if (!controller) return
    this.controller = null
    const isRead = (controller.desiredSize ?? 0) >= MOST_UNREAD
    controller.close()
    if (!isRead) this.hangUp()
  }
}
