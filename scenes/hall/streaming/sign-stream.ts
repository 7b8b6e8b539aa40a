import { unpackLevels } from '../drawing/mipmaps'
import type { Painter } from '../drawing/painter'
import { SIGN_SIZES, type SignKind } from '../drawing/sizes'
import type { GpuTexture, TexturePiece } from '../shading/gpu-texture'
import type { Board } from '../world/hall-world'
import { LayerCache } from './layer-cache'
import type { UploadQueue } from './upload-queue'

/** The near signs, one layer each; the far ones, cells of one flat texture of 16 × 64. */
export const NEAR_SIGN = { ...SIGN_SIZES.near, layers: 56 }
export const FAR_SIGN = { ...SIGN_SIZES.far, columns: 16, rows: 64 }

/** So many signs are drawn in full before the far ones. */
const FIRST = 8
/** Some layers stay free, so that those asked for never push each other out. */
const NEAR_WANTED = NEAR_SIGN.layers - 4
/** Sent to the painter at the same time: it is never idle, and what is nearest never waits for long. */
const AT_ONCE = { near: 6, far: 32 } as const satisfies Record<SignKind, number>

/** What couldn't be painted rests, in milliseconds: the first time, doubled each time up to the longest. */
const REST_MS = 2_000
const LONGEST_REST_MS = 60_000

/** One of the two textures of signs. */
interface Shelf {
  kind: SignKind
  texture: GpuTexture
  cache: LayerCache
  /** The layer (or cell) that a board's sign on its way was promised. */
  promised: Map<number, number>
  /** How many are at the painter's. */
  painting: number
  /** Boards whose sign couldn't be painted: how long it rests, and until when (performance.now). */
  failed: Map<number, { rest: number; until: number }>
}

/** Has the signs of the boards around the visitor painted and lays them into the two textures. */
export class SignStream {
  private readonly shelves: Record<SignKind, Shelf>
  private frame = 0
  /** So many may still be asked for in this frame. */
  private left = 0
  private stopped = false
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(
    textures: Record<SignKind, GpuTexture>,
    private readonly queue: UploadQueue,
    private readonly boardOf: (id: number) => Board | undefined,
    /** Told when a sign has come in and a frame should be drawn. */
    private readonly wake: () => void,
  ) {
    const shelf = (kind: SignKind, layers: number): Shelf => ({
      kind,
      texture: textures[kind],
      cache: new LayerCache(layers, (id) => this.forget(id, kind)),
      promised: new Map(),
      painting: 0,
      failed: new Map(),
    })
    this.shelves = {
      near: shelf('near', NEAR_SIGN.layers),
      far: shelf('far', FAR_SIGN.columns * FAR_SIGN.rows),
    }
  }

  /** Asks for the signs of these boards, nearest first. @param most so many at once. */
  want(boards: readonly Board[], painter: Painter, most = Number.POSITIVE_INFINITY): void {
    this.frame++
    this.left = most
    this.touch(boards, 'near', NEAR_WANTED)
    this.touch(boards, 'far', boards.length)
    // What one stands before comes first; then something readable everywhere; then the rest in full.
    this.ask(boards, 'near', 0, FIRST, painter)
    this.ask(boards, 'far', 0, boards.length, painter)
    this.ask(boards, 'near', FIRST, NEAR_WANTED, painter)
  }

  /** Signs that are being painted. */
  get coming(): number {
    return this.shelves.near.painting + this.shelves.far.painting
  }

  /** The textures are new and empty ones. */
  restart(textures: Record<SignKind, GpuTexture>): void {
    for (const shelf of Object.values(this.shelves)) {
      shelf.texture = textures[shelf.kind]
      shelf.cache.reset()
      shelf.promised.clear()
    }
  }

  /** Nothing is tried again by itself. */
  stop(): void {
    this.stopped = true
    clearTimeout(this.retry)
  }

  private touch(boards: readonly Board[], kind: SignKind, to: number): void {
    const { cache, promised } = this.shelves[kind]
    for (let i = 0; i < to; i++) {
      const board = boards[i]
      if (!board) break
      const layer = board[kind] >= 0 ? board[kind] : promised.get(board.id)
      if (layer !== undefined) cache.touch(layer, this.frame)
    }
  }

  private ask(boards: readonly Board[], kind: SignKind, from: number, to: number, painter: Painter): void {
    const shelf = this.shelves[kind]
    for (let i = from; i < to && this.left > 0 && shelf.painting < AT_ONCE[kind]; i++) {
      const board = boards[i]
      if (!board) return
      if (board[kind] >= 0 || !board.words || shelf.promised.has(board.id)) continue
      if ((shelf.failed.get(board.id)?.until ?? 0) > performance.now()) continue
      const layer = shelf.cache.take(board.id, this.frame)
      if (layer === null) return
      this.paint(board, shelf, layer, painter)
    }
  }

  private paint(board: Board, shelf: Shelf, layer: number, painter: Painter): void {
    const { kind, promised } = shelf
    const { words } = board
    if (!words) return
    promised.set(board.id, layer)
    shelf.painting++
    this.left--
    void painter.paint({ kind: 'sign', size: kind, words }).then((painted) => {
      shelf.painting--
      // Meanwhile another board may have been given the layer; then this one simply asks again.
      if (typeof painted === 'string') this.note(board.id, shelf, layer)
      else if (promised.get(board.id) === layer)
        this.queue.add(shelf.texture, pieces(unpackLevels(painted, SIGN_SIZES[kind]), kind, layer), () => {
          if (promised.get(board.id) !== layer) return
          promised.delete(board.id)
          shelf.failed.delete(board.id)
          board[kind] = layer
        })
      this.wake()
    })
  }

  /** It couldn't be painted: a later frame asks for it again. */
  private note(id: number, { promised, failed, cache }: Shelf, layer: number): void {
    if (promised.get(id) === layer) {
      promised.delete(id)
      cache.free(layer)
    }
    const rest = Math.min(LONGEST_REST_MS, (failed.get(id)?.rest ?? REST_MS / 2) * 2)
    failed.set(id, { rest, until: performance.now() + rest })
    this.retryLater()
  }

  /** Draws a frame when the first of those that rest may be asked for again. */
  private retryLater(): void {
    clearTimeout(this.retry)
    const now = performance.now()
    let next = Number.POSITIVE_INFINITY
    for (const { failed } of Object.values(this.shelves))
      for (const { until } of failed.values()) if (until > now) next = Math.min(next, until)
    if (this.stopped || next === Number.POSITIVE_INFINITY) return
    this.retry = setTimeout(
      () => {
        this.wake()
        this.retryLater()
      },
      next - now + 20,
    )
  }

  private forget(id: number, kind: SignKind): void {
    this.shelves[kind].promised.delete(id)
    const board = this.boardOf(id)
    if (board) board[kind] = -1
  }
}

function pieces(levels: Uint8Array[], kind: SignKind, layer: number): TexturePiece[] {
  const { width, height } = SIGN_SIZES[kind]
  const far = kind === 'far'
  const x = far ? (layer % FAR_SIGN.columns) * width : 0
  const y = far ? Math.floor(layer / FAR_SIGN.columns) * height : 0
  return levels.map((pixels, level) => ({
    level,
    x: x >> level,
    y: y >> level,
    layer: far ? 0 : layer,
    width: width >> level,
    height: height >> level,
    pixels,
  }))
}
