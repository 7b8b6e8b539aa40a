import { unpackLevels } from '../drawing/mipmaps'
import type { Painter } from '../drawing/painter'
import { SHEET_SIZE } from '../drawing/sizes'
import type { GpuTexture, TexturePiece } from '../shading/gpu-texture'
import type { Stand } from '../world/hall-world'
import { LayerCache } from './layer-cache'
import type { UploadQueue } from './upload-queue'

export const PICTURE_LAYERS = 36
const LOADS_AT_ONCE = 4
/** A level is cut into strips of so many rows, so that a strip always fits into a frame's share. */
const STRIP_ROWS = 48
/** Farther than this from the visitor a load is called off, in metres: beyond what turning round asks for. */
const LEFT_BEHIND = 32
/** Where the device saves data, only the pictures one stands before are loaded, in metres. */
const SAVING_REACH = 8
/** After a failure so long nothing is asked for, in milliseconds; longer each time. */
const PAUSES = [2_000, 8_000, 30_000]

interface Failure {
  count: number
  /** Until then it rests (performance.now). */
  until: number
}

export interface PictureNeeds {
  standOf: (id: number) => Stand | undefined
  /** Where a booth's sheet lies. */
  sheetUrl: (slug: string, version: string) => string
  savesData: boolean
  /** Told when pictures have come in and a frame should be drawn. */
  wake: () => void
}

/** Loads the picture sheets of the booths around the visitor, nearest first, into the picture texture. */
export class PictureStream {
  private readonly cache: LayerCache
  private readonly loading = new Map<number, AbortController>()
  private readonly failed = new Map<number, Failure>()
  /** The layer that a sheet on its way was promised. */
  private readonly promised = new Map<number, number>()
  private frame = 0
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(
    private texture: GpuTexture,
    private readonly queue: UploadQueue,
    private readonly needs: PictureNeeds,
  ) {
    this.cache = new LayerCache(PICTURE_LAYERS, (id) => {
      this.promised.delete(id)
      const stand = needs.standOf(id)
      if (stand) stand.picture = -1
    })
  }

  /**
   * Asks for the pictures of these booths, nearest first; loads of what has been left behind are called off.
   * @param asked a booth that the visitor has asked for, −1 for none.
   * @param most so many new ones.
   */
  want(
    stands: readonly Stand[],
    at: { x: number; z: number },
    asked: number,
    painter: Painter,
    most = LOADS_AT_ONCE,
  ): void {
    this.frame++
    this.leaveBehind(at)
    const count = Math.min(stands.length, PICTURE_LAYERS)
    for (let i = 0; i < count; i++) {
      const stand = stands[i]
      const layer = stand && (stand.picture >= 0 ? stand.picture : this.promised.get(stand.id))
      if (layer !== undefined) this.cache.touch(layer, this.frame)
    }
    const full = Math.min(LOADS_AT_ONCE, this.loading.size + most)
    for (let i = 0; i < count && this.loading.size < full; i++) {
      const stand = stands[i]
      if (!stand || stand.picture >= 0 || !stand.booth?.sheet) continue
      if (this.needs.savesData && stand.distance > SAVING_REACH && stand.id !== asked) continue
      if (this.loading.has(stand.id) || this.promised.has(stand.id) || this.rests(stand.id)) continue
      void this.load(stand, stand.booth.slug, stand.booth.sheet, painter)
    }
  }

  /** Sheets that are being loaded. */
  get coming(): number {
    return this.loading.size
  }

  /** The texture is a new and empty one. */
  restart(texture: GpuTexture): void {
    this.texture = texture
    this.cache.reset()
    this.promised.clear()
  }

  /** Calls off what is under way; it is asked for again when it is wanted. */
  pause(): void {
    clearTimeout(this.retry)
    for (const load of this.loading.values()) load.abort()
    this.loading.clear()
  }

  private leaveBehind({ x, z }: { x: number; z: number }): void {
    for (const [id, load] of this.loading) {
      const stand = this.needs.standOf(id)
      if (stand && Math.hypot(stand.x - x, stand.z - z) < LEFT_BEHIND) continue
      load.abort()
      this.loading.delete(id)
    }
  }

  private rests(id: number): boolean {
    const failure = this.failed.get(id)
    return failure !== undefined && performance.now() < failure.until
  }

  private async load(stand: Stand, slug: string, version: string, painter: Painter): Promise<void> {
    const load = new AbortController()
    this.loading.set(stand.id, load)
    const colour = `#${stand.colour.toString(16).padStart(6, '0')}`
    const address = this.needs.sheetUrl(slug, version)
    const painted = await painter.paint({ kind: 'sheet', address, colour }, load.signal)
    if (this.loading.get(stand.id) === load) this.loading.delete(stand.id)
    if (load.signal.aborted) return
    if (typeof painted === 'string') this.note(stand.id, painted)
    else {
      this.failed.delete(stand.id)
      this.lay(stand, unpackLevels(painted, SHEET_SIZE))
    }
    this.needs.wake()
  }

  private lay(stand: Stand, levels: Uint8Array[]): void {
    // None is free only when the booth isn't wanted any more.
    const layer = this.cache.take(stand.id, this.frame)
    if (layer === null) return
    this.promised.set(stand.id, layer)
    this.queue.add(this.texture, pieces(levels, layer), () => {
      if (this.promised.get(stand.id) !== layer) return
      this.promised.delete(stand.id)
      stand.picture = layer
    })
  }

  private note(id: number, why: 'gone' | 'failed'): void {
    const count = (this.failed.get(id)?.count ?? 0) + 1
    const pause = why === 'gone' ? undefined : PAUSES[count - 1]
    this.failed.set(id, { count, until: pause ? performance.now() + pause : Number.POSITIVE_INFINITY })
    if (!pause) return
    clearTimeout(this.retry)
    this.retry = setTimeout(this.needs.wake, pause + 20)
  }
}

function pieces(levels: Uint8Array[], layer: number): TexturePiece[] {
  return levels.flatMap((pixels, level) => {
    const [width, height] = [SHEET_SIZE.width >> level, SHEET_SIZE.height >> level]
    const strips: TexturePiece[] = []
    for (let y = 0; y < height; y += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - y)
      const strip = pixels.subarray(y * width * 4, (y + rows) * width * 4)
      strips.push({ level, x: 0, y, layer, width, height: rows, pixels: strip })
    }
    return strips
  })
}
