import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GpuTexture, TexturePiece } from '../shading/gpu-texture'
import { UploadQueue } from './upload-queue'

const TEXTURE = { target: 'array', format: 'grey' } as GpuTexture

function piece(bytes: number): TexturePiece {
  return { level: 0, x: 0, y: 0, layer: 0, width: bytes, height: 1, pixels: new Uint8Array(bytes) }
}

test('no frame sends more than its budget, nothing is left out, and done is told in order at the end', () => {
  const jobs = fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(jobs, fc.integer({ min: 100, max: 300 }), (sizes, budget) => {
      const sent: TexturePiece[] = []
      const queue = new UploadQueue({} as never, (_, __, one) => sent.push(one))
      const pieces = sizes.map((job) => job.map(piece))
      const done: number[] = []
      for (const [i, job] of pieces.entries())
        queue.add(TEXTURE, job, () => {
          for (const one of job) expect(sent).toContain(one)
          done.push(i)
        })
      let frames = 0
      while (queue.length > 0) {
        const before = sent.length
        const spent = queue.run(budget)
        expect(spent).toBe(sent.slice(before).reduce((sum, one) => sum + one.pixels.length, 0))
        expect(spent).toBeLessThanOrEqual(budget)
        expect(spent).toBeGreaterThan(0)
        expect(++frames).toBeLessThan(100)
      }
      expect(sent).toEqual(pieces.flat())
      expect(done).toEqual(sizes.map((_, i) => i))
    }),
  )
})
