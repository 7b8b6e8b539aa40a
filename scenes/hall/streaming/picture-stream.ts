import { halved } from '../drawing/canvas'
import { drawSheet, loadPicture, SHEET_HEIGHT, SHEET_LEVELS, SHEET_WIDTH } from '../drawing/picture-sheet'
import type { GpuTexture, TexturePiece } from '../shading/gpu-texture'
import type { Stand } from '../world/hall-world'
import { LayerCache } from './layer-cache'
import type { UploadQueue } from './upload-queue'

export const PICTURE_LAYERS = 36
const LOADS_AT_ONCE = 4
/** A level is cut into strips of so many rows, so that a strip always fits into a frame's share. */
const STRIP_ROWS = 48

type Pictures = (CanvasImageSource | null)[]

/** Loads the drawings of the booths around the visitor and lays them into the picture texture. */
export class PictureStream {
  private readonly cache: LayerCache
  private readonly loading = new Set<number>()
  private readonly arrived = new Map<number, Pictures>()
  /** The layer that a sheet on its way was promised. */
  private readonly underway = new Map<number, number>()
  private frame = 0
  private stopped = false

  constructor(
    private readonly texture: GpuTexture,
    private readonly queue: UploadQueue,
    private readonly standOf: (id: number) => Stand | undefined,
    private readonly drawingUrl: (spec: string) => string,
    /** Told when pictures have come in and a frame should be drawn. */
    private readonly wake: () => void,
  ) {
    this.cache = new LayerCache(PICTURE_LAYERS, (id) => {
      this.underway.delete(id)
      const stand = this.standOf(id)
      if (stand) stand.picture = -1
    })
  }

  /** Asks for the pictures of these booths, nearest first. @returns true when some are still to be drawn. */
  want(stands: readonly Stand[], until: number): boolean {
    this.frame++
    for (const stand of stands) if (stand.picture >= 0) this.cache.touch(stand.picture, this.frame)
    // What has come in but is no longer wanted is let go.
    if (this.arrived.size > PICTURE_LAYERS) this.arrived.clear()
    let drawn = 0
    for (const stand of stands) {
      const drawings = stand.booth?.drawings ?? []
      if (stand.picture >= 0 || drawings.length === 0 || this.underway.has(stand.id)) continue
      const pictures = this.arrived.get(stand.id)
      if (!pictures) {
        this.load(stand.id, drawings)
        continue
      }
      // At least one in each frame, however slow the machine.
      if (drawn > 0 && performance.now() > until) return true
      const layer = this.cache.take(stand.id, this.frame)
      if (layer === null) return false
      drawn++
      this.arrived.delete(stand.id)
      this.underway.set(stand.id, layer)
      this.queue.add(this.texture, sheetPieces(drawSheet(pictures, css(stand.colour)), layer), () => {
        if (this.underway.get(stand.id) !== layer) return
        this.underway.delete(stand.id)
        stand.picture = layer
      })
    }
    return false
  }

  stop(): void {
    this.stopped = true
    this.arrived.clear()
  }

  private load(id: number, drawings: readonly string[]): void {
    if (this.loading.has(id) || this.loading.size >= LOADS_AT_ONCE) return
    this.loading.add(id)
    void Promise.all(drawings.slice(0, 3).map((spec) => loadPicture(this.drawingUrl(spec)))).then(
      (pictures) => {
        this.loading.delete(id)
        if (this.stopped) return
        this.arrived.set(id, pictures)
        this.wake()
      },
    )
  }
}

function sheetPieces(pixels: Uint8Array, layer: number): TexturePiece[] {
  const pieces: TexturePiece[] = []
  let [level, width, height] = [pixels, SHEET_WIDTH, SHEET_HEIGHT]
  for (let i = 0; i < SHEET_LEVELS; i++) {
    for (let y = 0; y < height; y += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - y)
      const strip = level.subarray(y * width * 4, (y + rows) * width * 4)
      pieces.push({ level: i, x: 0, y, layer, width, height: rows, pixels: strip })
    }
    if (i + 1 === SHEET_LEVELS) break
    level = halved(level, width, height, 4)
    ;[width, height] = [width >> 1, height >> 1]
  }
  return pieces
}

function css(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`
}
