import type { WebGLRenderer } from 'three'
import { type GpuTexture, type TexturePiece, uploadPiece } from '../shading/gpu-texture'

interface Job {
  texture: GpuTexture
  pieces: TexturePiece[]
  done: () => void
}

/** Feeds textures a few bytes at a time: no frame while walking uploads more than its share. */
export class UploadQueue {
  private jobs: Job[] = []

  constructor(private readonly renderer: WebGLRenderer) {}

  get length(): number {
    return this.jobs.length
  }

  /** `done` is told when the last piece has gone up: before that the layer must not be shown. */
  add(texture: GpuTexture, pieces: TexturePiece[], done: () => void): void {
    this.jobs.push({ texture, pieces: [...pieces], done })
  }

  /** @returns the bytes that were uploaded, never more than `budget`. */
  run(budget: number): number {
    let spent = 0
    let job = this.jobs[0]
    while (job) {
      const piece = job.pieces[0]
      if (piece) {
        if (spent + piece.pixels.length > budget) break
        uploadPiece(this.renderer, job.texture, piece)
        spent += piece.pixels.length
        job.pieces.shift()
      }
      if (job.pieces.length === 0) {
        this.jobs.shift()
        job.done()
      }
      job = this.jobs[0]
    }
    return spent
  }

  clear(): void {
    this.jobs = []
  }
}
