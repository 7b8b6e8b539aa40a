import type { WebGLRenderer } from 'three'
import { type GpuTexture, type TexturePiece, uploadPiece } from '../shading/gpu-texture'

interface Job {
  texture: GpuTexture
  pieces: TexturePiece[]
  /** Pieces that have gone up. */
  sent: number
  done: () => void
}

/** Feeds textures a few bytes at a time: no frame while walking uploads more than its share. */
export class UploadQueue {
  /** Jobs that were done so far. */
  done = 0
  private jobs: Job[] = []

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly upload: typeof uploadPiece = uploadPiece,
  ) {}

  get length(): number {
    return this.jobs.length
  }

  /** `done` is told when the last piece has gone up: before that the layer must not be shown. */
  add(texture: GpuTexture, pieces: TexturePiece[], done: () => void): void {
    this.jobs.push({ texture, pieces, sent: 0, done })
  }

  /** @returns the bytes that were uploaded, never more than `budget`. */
  run(budget: number): number {
    let spent = 0
    for (let job = this.jobs[0]; job; job = this.jobs[0]) {
      const piece = job.pieces[job.sent]
      if (piece) {
        if (spent + piece.pixels.length > budget) break
        this.upload(this.renderer, job.texture, piece)
        spent += piece.pixels.length
        job.sent++
      }
      if (job.sent === job.pieces.length) {
        this.jobs.shift()
        this.done++
        job.done()
      }
    }
    return spent
  }

  clear(): void {
    this.jobs = []
  }
}
