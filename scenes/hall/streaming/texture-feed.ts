import type { WebGLRenderer } from 'three'
import type { InView } from '../cull'
import type { Painter } from '../drawing/painter'
import type { GpuTexture } from '../shading/gpu-texture'
import type { Board, HallWorld } from '../world/hall-world'
import { type PictureNeeds, PictureStream } from './picture-stream'
import { SignStream } from './sign-stream'
import { UploadQueue } from './upload-queue'

/**
 * Bytes that a frame may send to the graphics card, instances and textures together: 256 kB while something
 * moves, less what counts for nothing here (a few uniforms); more while the visitor stands still.
 */
const SHARE_MOVING = 250_000
const SHARE_STANDING = 700_000
/** So many signs a frame may ask for while something moves: each is a message to the worker. */
const ASKS_MOVING = 3

type Textures = Record<'signNear' | 'signFar' | 'pictures', GpuTexture>

/** Fills the textures with what is in view: asks for it, and sends it up a few bytes at a time. */
export class TextureFeed {
  private readonly queue: UploadQueue
  private readonly signs: SignStream
  private readonly pictures: PictureStream
  private painter: Painter | null = null
  private stopped = false

  constructor(
    renderer: WebGLRenderer,
    world: HallWorld,
    textures: Textures,
    needs: Pick<PictureNeeds, 'sheetUrl' | 'savesData' | 'wake'>,
  ) {
    this.queue = new UploadQueue(renderer)
    const named = [world.arch, world.farewell, ...world.gates]
    const boards = new Map<number, Board>(named.map((board) => [board.id, board]))
    const standOf = (id: number) => world.all[id]
    const signs = { near: textures.signNear, far: textures.signFar }
    this.signs = new SignStream(signs, this.queue, (id) => standOf(id) ?? boards.get(id), needs.wake)
    this.pictures = new PictureStream(textures.pictures, this.queue, { ...needs, standOf })
  }

  /** Who paints, once somebody does; null before. */
  get paintsIn(): Painter['where'] | null {
    return this.painter?.where ?? null
  }

  /** Signs and picture sheets that have been laid into the textures so far. */
  get laid(): number {
    return this.queue.done
  }

  /** Signs and picture sheets that have been asked for and not laid yet. */
  get coming(): number {
    return this.signs.coming + this.pictures.coming + this.queue.length
  }

  /** From now on there is somebody who paints. */
  begin(painter: Painter): void {
    if (this.stopped) painter.dispose()
    else this.painter = painter
  }

  /**
   * Asks for what is in view, a little at a time while something moves.
   * @param asked a booth whose pictures the visitor has asked for, −1 for none.
   */
  ask(view: InView, at: { x: number; z: number }, asked: number, moving: boolean): void {
    if (!this.painter) return
    this.signs.want(view.signs, this.painter, moving ? ASKS_MOVING : undefined)
    this.pictures.want(view.pictures, at, asked, this.painter, moving ? 1 : undefined)
  }

  /** @param spent bytes that this frame sends to the graphics card anyway. @returns the bytes uploaded. */
  upload(moving: boolean, spent: number): number {
    return this.queue.run((moving ? SHARE_MOVING : SHARE_STANDING) - spent)
  }

  /** Something waits for its upload in the next frame. */
  get hasMore(): boolean {
    return this.queue.length > 0
  }

  /** Calls off what is being loaded. */
  pause(): void {
    this.pictures.pause()
  }

  /** The graphics card has forgotten everything; these are new and empty textures. */
  restart(textures: Textures): void {
    this.queue.clear()
    this.signs.restart({ near: textures.signNear, far: textures.signFar })
    this.pictures.restart(textures.pictures)
  }

  dispose(): void {
    this.stopped = true
    this.signs.stop()
    this.pictures.pause()
    this.queue.clear()
    this.painter?.dispose()
    this.painter = null
  }
}
