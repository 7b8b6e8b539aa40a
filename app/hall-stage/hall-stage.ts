import { sheetUrl } from '~/domain/hall/picture-sheet'
import type { HallManifest, PavilionShard, ShardBooth } from '~/domain/hall/shard'
import type { HallHandle, HallOptions, Place } from '~/scenes/hall/hall-api'
import { fetchJson, shardUrl } from './hall-files'
import { keptQuality } from './kept-quality'
import { savesData } from './saves-data'
import {
  CLOSED,
  type CloseUpParts,
  type OpenOptions,
  type StageState,
  type StageTrouble,
  type StageWorld,
} from './stage-state'

/**
 * Owns the one canvas and the scene on it, outside React's state: the canvas moves into the hall's page and
 * back into a hidden holder, and the scene stays as it is meanwhile. Nothing of it loads before `open`.
 */
export class HallStage {
  private state = CLOSED
  private readonly listeners = new Set<() => void>()
  private readonly shards = new Map<number, Map<number, ShardBooth>>()
  private canvas: HTMLCanvasElement | null = null
  private handle: HallHandle | null = null
  private holder: HTMLElement | null = null
  private host: HTMLElement | null = null
  private options: OpenOptions | null = null
  /** The first frame stands; the hall is open once its handle is there too. */
  private drawn = false
  private began: Place | null = null
  /** The stop of a tour that was told last. */
  private toldStop: string | null = null
  private watcher: ResizeObserver | null = null
  /** The canvas, or what lay over it, had the focus and went with its world or with the page. */
  private focusLater = false
  /** Counts openings: what a dropped one still says is not heard. */
  private turn = 0
  private follow: (path: string) => void = () => {}
  /** The slugs of the goods of the booth that is seen from close by. */
  private goods: readonly string[] = []

  /** @param loadCloseUp fetches what goes with the scene but not with the page. */
  constructor(private readonly loadCloseUp: () => Promise<CloseUpParts>) {}

  readonly getState = (): StageState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The hidden element that keeps the canvas while no page shows it, and how to follow a link. */
  settle(holder: HTMLElement, follow: (path: string) => void): void {
    this.holder = holder
    this.follow = follow
  }

  /** Shows the canvas in a page's element. @returns what to call before that element goes. */
  showIn(host: HTMLElement): () => void {
    this.host = host
    this.watcher = new ResizeObserver(() => this.handle?.resize())
    this.watcher.observe(host)
    if (this.canvas) host.append(this.canvas)
    this.handle?.setVisible(true)
    this.giveFocus(this.canvas)
    return () => {
      this.watcher?.disconnect()
      // Who comes back from a booth's page finds it again, and the keys walk on.
      this.focusLater = this.canvas !== null && document.activeElement === this.canvas
      this.host = null
      this.handle?.setVisible(false)
      if (this.canvas) this.holder?.append(this.canvas)
    }
  }

  /** Whether the hall can be drawn here at all; if not, it says so. Loads nothing. */
  canOpen(): boolean {
    if (this.state.status === 'closed' && !hasWebGl2()) this.fail(this.turn, 'no-webgl')
    return this.state.status !== 'unavailable'
  }

  /** Loads the scene and begins a visit; does nothing while one is on. Never throws: see `trouble`. */
  async open(options: OpenOptions): Promise<void> {
    const { status, said } = this.state
    if (status === 'opening' || status === 'open') return
    this.clear()
    this.options = options
    const turn = ++this.turn
    // What was said a moment ago may not have reached the page yet.
    this.set({ ...CLOSED, status: 'opening', said: status === 'closed' ? said : '' })
    if (!hasWebGl2()) return this.fail(turn, 'no-webgl')
    try {
      const [manifest, { mountHall }, parts] = await Promise.all([
        options.world?.manifest ?? fetchJson<HallManifest>('/hall/manifest.json'),
        import('~/scenes/hall/mount-hall.client'),
        this.loadCloseUp(),
      ])
      if (turn !== this.turn) return
      this.set({ pavilions: manifest.pavilions, parts })
      const canvas = this.makeCanvas(options)
      const handle = await mountHall(canvas, this.hallOptions(turn, manifest, options, parts.covered))
      if (turn !== this.turn) return handle.dispose()
      this.handle = handle
      handle.setVisible(this.host !== null)
      this.openWhenDrawn()
    } catch {
      this.fail(turn, 'not-loaded')
    }
  }

  /** Whether what is or will be open is this world; null: the hall itself. */
  isIn(world: StageWorld | null): boolean {
    return (this.options?.world?.key ?? null) === (world?.key ?? null)
  }

  /** Goes over to another world while a visit is on; what stood there is freed. */
  goOver(world: StageWorld | null, start: HallOptions['start']): void {
    const { status } = this.state
    if (!this.options || (status !== 'open' && status !== 'opening') || this.isIn(world)) return
    const focused = this.canvas !== null && document.activeElement === this.canvas
    this.turn++
    this.clear()
    this.state = CLOSED
    void this.open({ ...this.options, world, start })
    this.focusLater = focused
    this.set({ changing: this.state.status === 'opening' })
  }

  /** Once more, from where the visitor stood. */
  reopen(): void {
    if (!this.options) return
    const start = this.state.arrival?.place ?? this.options.start
    void this.open({ ...this.options, start })
  }

  /** The scene, while it stands. */
  scene(): HallHandle | null {
    return this.state.status === 'open' ? this.handle : null
  }

  canvasElement(): HTMLCanvasElement | null {
    return this.canvas
  }

  /** What the loaded shards say of a booth. */
  booth(pavilion: number, slot: number): ShardBooth | null {
    return this.shards.get(pavilion)?.get(slot) ?? null
  }

  /** What the booth that is seen from close by has on its shelf, in order. */
  setGoods(slugs: readonly string[]): void {
    this.goods = slugs
    this.handle?.setGoods(slugs.length)
  }

  /** Focuses an element instead of the canvas that went with the focus; not where somebody has gone elsewhere. */
  giveFocus(element: HTMLElement | null): void {
    if (!element || !this.focusLater) return
    this.focusLater = false
    if (isNowhere(document.activeElement)) element.focus({ preventScroll: true })
  }

  /**
   * Says something politely to those who cannot see the hall.
   * @param stop of a tour, where the visitor stands at one: told before it, once.
   */
  say(said: string, stop: string | null = null): void {
    const isNews = stop !== this.toldStop
    this.toldStop = stop
    this.set({ said: stop && isNews ? `${stop}. ${said}` : said })
  }

  /** Says at which stop of a tour the visitor is, without coming there in the hall. */
  sayStop(stop: string): void {
    this.toldStop = stop
    this.set({ said: stop })
  }

  dispose(): void {
    this.turn++
    this.clear()
    this.set(CLOSED)
  }

  private set(change: Partial<StageState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  private fail(turn: number, trouble: StageTrouble): void {
    if (turn !== this.turn) return
    this.turn++
    this.focusLater ||= !isNowhere(document.activeElement)
    this.clear()
    // The last place is kept, so that another try goes on from there.
    this.set({ status: 'unavailable', trouble, changing: false, chosen: null, closeUp: null })
  }

  private clear(): void {
    this.handle?.dispose()
    this.handle = null
    this.canvas?.remove()
    this.canvas = null
    this.shards.clear()
    this.drawn = false
    this.began = null
  }

  private makeCanvas({ label, describedBy }: OpenOptions): HTMLCanvasElement {
    const canvas = document.createElement('canvas')
    canvas.tabIndex = 0
    // The arrow keys belong to the hall while it is focused, also under a screen reader.
    canvas.setAttribute('role', 'application')
    canvas.setAttribute('aria-label', label)
    canvas.setAttribute('aria-describedby', describedBy)
    this.canvas = canvas
    ;(this.host ?? this.holder)?.append(canvas)
    return canvas
  }

  private hallOptions(
    turn: number,
    manifest: HallManifest,
    { locale, start, world }: OpenOptions,
    covered: CloseUpParts['covered'],
  ): HallOptions {
    const current = () => turn === this.turn
    return {
      manifest,
      locale,
      start,
      sheetUrl,
      savesData: savesData(),
      quality: keptQuality(),
      reducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      loadShard: async (number, signal) => {
        const shard = world?.shard ?? (await fetchJson<PavilionShard>(shardUrl(manifest, number), signal))
        if (current()) this.shards.set(number, new Map(shard.booths.map((booth) => [booth.slot, booth])))
        return shard
      },
      onArrive: (arrival) => {
        if (!current()) return
        this.began ??= arrival.place
        this.set({ arrival, moved: this.state.moved || isElsewhere(arrival.place, this.began) })
      },
      onCloseUp: (closeUp) => {
        if (!current()) return
        const booth = closeUp && this.booth(closeUp.pavilion, closeUp.slot)
        if (booth?.slug !== this.state.chosen?.booth.slug) this.goods = []
        this.set({ closeUp, chosen: booth ? { pavilion: closeUp.pavilion, booth } : null })
      },
      onOpenGood: (index) => {
        if (!current()) return
        const slug = this.goods[index]
        // Before it is known what the booth has, its page is the next best.
        if (slug) this.follow(`/products/${slug}`)
        else if (this.state.closeUp) this.follow(`/booths/${this.state.closeUp.slug}`)
      },
      covered: (closeUp) =>
        this.host ? covered(this.host, closeUp) : { left: 0, top: 0, right: 0, bottom: 0 },
      onOpen: (slug) => {
        if (current()) this.follow(`/booths/${slug}`)
      },
      onUnavailable: (reason) => this.fail(turn, reason),
      onReady: () => {
        if (!current()) return
        this.drawn = true
        this.openWhenDrawn()
      },
    }
  }

  private openWhenDrawn(): void {
    if (!this.drawn || !this.handle || this.state.status !== 'opening') return
    this.set({ status: 'open', changing: false })
    this.giveFocus(this.canvas)
  }
}

const isNowhere = (focused: Element | null): boolean => focused === null || focused === document.body

/** Half a metre away, or looking elsewhere: it is told again when more of the hall has been loaded. */
export function isElsewhere(a: Place, b: Place): boolean {
  return Math.hypot(a.x - b.x, a.z - b.z) > 0.5 || Math.abs(a.yaw - b.yaw) > 0.1
}

/** Asked before anything is loaded, so that nobody waits for a hall that cannot be drawn. */
function hasWebGl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
