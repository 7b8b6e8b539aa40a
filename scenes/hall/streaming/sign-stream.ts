import { drawingCanvas, greyPixels, halved } from '../drawing/canvas'
import { drawSign } from '../drawing/sign'
import type { GpuTexture, TexturePiece } from '../shading/gpu-texture'
import type { Board } from '../world/hall-world'
import { LayerCache } from './layer-cache'
import type { UploadQueue } from './upload-queue'

/** The near signs, one layer each; the far ones, cells of one flat texture of 16 × 64. */
export const NEAR_SIGN = { width: 512, height: 112, layers: 56, levels: 5 }
export const FAR_SIGN = { width: 128, height: 28, columns: 16, rows: 64, levels: 3 }

/** So many signs are drawn in full before the far ones. */
const FIRST = 8

/** Draws the signs of the boards around the visitor and lays them into the two textures. */
export class SignStream {
  private readonly near: LayerCache
  private readonly far: LayerCache
  private readonly nearPen = drawingCanvas(NEAR_SIGN.width, NEAR_SIGN.height)
  private readonly farPen = drawingCanvas(FAR_SIGN.width, FAR_SIGN.height)
  /** The layer that a sign on its way was promised. */
  private readonly underway = new Map<string, number>()
  private frame = 0
  private drawn = 0

  constructor(
    private readonly textures: { near: GpuTexture; far: GpuTexture },
    private readonly queue: UploadQueue,
    private readonly boardOf: (id: number) => Board | undefined,
  ) {
    this.near = new LayerCache(NEAR_SIGN.layers, (id) => this.forget(id, 'near'))
    this.far = new LayerCache(FAR_SIGN.columns * FAR_SIGN.rows, (id) => this.forget(id, 'far'))
  }

  /**
   * Asks for the signs of these boards, nearest first.
   * @param until the time (performance.now) at which drawing stops for this frame.
   * @returns true when some signs are still to be drawn.
   */
  want(near: readonly Board[], far: readonly Board[], until: number): boolean {
    this.frame++
    this.drawn = 0
    for (const board of near) if (board.near >= 0) this.near.touch(board.near, this.frame)
    for (const board of far) if (board.far >= 0) this.far.touch(board.far, this.frame)
    // What one stands before comes first; then something readable everywhere; then the rest in full.
    const first = near.slice(0, FIRST)
    return (
      this.drawMissing(first, 'near', until) ||
      this.drawMissing(far, 'far', until) ||
      this.drawMissing(near.slice(FIRST), 'near', until)
    )
  }

  /** @returns true when the time is up; one sign is drawn in every frame, however slow the machine. */
  private drawMissing(boards: readonly Board[], kind: 'near' | 'far', until: number): boolean {
    for (const board of boards) {
      if (board[kind] >= 0 || !board.words || this.underway.has(`${kind} ${board.id}`)) continue
      if (this.drawn > 0 && performance.now() > until) return true
      if (!(kind === 'near' ? this.drawNear(board) : this.drawFar(board))) return false
      this.drawn++
    }
    return false
  }

  private drawNear(board: Board): boolean {
    const layer = this.near.take(board.id, this.frame)
    if (layer === null || !board.words) return false
    drawSign(this.nearPen, NEAR_SIGN.width, NEAR_SIGN.height, board.words)
    const pixels = greyPixels(this.nearPen, NEAR_SIGN.width, NEAR_SIGN.height)
    const pieces = mipmaps(pixels, NEAR_SIGN.width, NEAR_SIGN.height, NEAR_SIGN.levels, { x: 0, y: 0, layer })
    this.send(this.textures.near, pieces, `near ${board.id}`, layer, () => {
      board.near = layer
    })
    return true
  }

  private drawFar(board: Board): boolean {
    const cell = this.far.take(board.id, this.frame)
    if (cell === null || !board.words) return false
    drawSign(this.farPen, FAR_SIGN.width, FAR_SIGN.height, board.words)
    const pixels = greyPixels(this.farPen, FAR_SIGN.width, FAR_SIGN.height)
    const [column, row] = [cell % FAR_SIGN.columns, Math.floor(cell / FAR_SIGN.columns)]
    const at = { x: column * FAR_SIGN.width, y: row * FAR_SIGN.height, layer: 0 }
    this.send(
      this.textures.far,
      mipmaps(pixels, FAR_SIGN.width, FAR_SIGN.height, FAR_SIGN.levels, at),
      `far ${board.id}`,
      cell,
      () => {
        board.far = cell
      },
    )
    return true
  }

  private send(
    texture: GpuTexture,
    pieces: TexturePiece[],
    key: string,
    layer: number,
    done: () => void,
  ): void {
    this.underway.set(key, layer)
    this.queue.add(texture, pieces, () => {
      // Meanwhile another board may have been given the layer; then this one simply asks again.
      if (this.underway.get(key) !== layer) return
      this.underway.delete(key)
      done()
    })
  }

  private forget(id: number, kind: 'near' | 'far'): void {
    this.underway.delete(`${kind} ${id}`)
    const board = this.boardOf(id)
    if (board) board[kind] = -1
  }
}

function mipmaps(
  pixels: Uint8Array,
  width: number,
  height: number,
  levels: number,
  at: { x: number; y: number; layer: number },
): TexturePiece[] {
  const pieces: TexturePiece[] = []
  let [level, w, h] = [pixels, width, height]
  for (let i = 0; i < levels; i++) {
    pieces.push({ level: i, x: at.x >> i, y: at.y >> i, layer: at.layer, width: w, height: h, pixels: level })
    if (i + 1 === levels) break
    level = halved(level, w, h, 1)
    ;[w, h] = [w >> 1, h >> 1]
  }
  return pieces
}
