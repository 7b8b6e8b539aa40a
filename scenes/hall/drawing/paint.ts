import { greyPixels, type Pen } from './canvas'
import { drawSign } from './draw-sign'
import { packLevels } from './mipmaps'
import { drawSheet } from './picture-sheet'
import type { SignWords } from './sign'
import { SHEET_SIZE, SIGN_SIZES, type SignKind } from './sizes'

/** A thing to be painted, as it may be sent to a worker. */
export type PaintJob =
  | { kind: 'sign'; size: SignKind; words: SignWords }
  /** `colour` is that of the cloth behind missing pictures, as CSS says it. */
  | { kind: 'sheet'; address: string; colour: string }

/** All mipmap levels one after another; 'gone' is not to be asked for again, 'failed' later. */
export type Painted = Uint8Array<ArrayBuffer> | 'gone' | 'failed'

/** Does the jobs, in a worker or on the page; the canvases are kept and used again. */
export class PaintShop {
  private readonly pens = new Map<string, Pen>()

  constructor(
    private readonly makePen: (width: number, height: number) => Pen,
    /** The letters are there, or won't come. */
    private readonly letters: Promise<void>,
  ) {}

  /** Never throws: whoever waits for an answer is given one. */
  async paint(job: PaintJob, signal?: AbortSignal): Promise<Painted> {
    try {
      if (job.kind === 'sheet') return await this.paintSheet(job.address, job.colour, signal)
      await this.letters
      const size = SIGN_SIZES[job.size]
      const pen = this.penFor(size)
      drawSign(pen, size.width, size.height, job.words)
      return packLevels(greyPixels(pen, size.width, size.height), size)
    } catch {
      return 'failed'
    }
  }

  private async paintSheet(address: string, colour: string, signal?: AbortSignal): Promise<Painted> {
    const answer = await fetch(address, { signal })
    if (!answer.ok) return answer.status < 500 && answer.status !== 429 ? 'gone' : 'failed'
    const picture = await createImageBitmap(await answer.blob())
    const pixels = drawSheet(this.penFor(SHEET_SIZE), picture, colour)
    picture.close()
    return packLevels(pixels, SHEET_SIZE)
  }

  private penFor({ width, height }: { width: number; height: number }): Pen {
    const key = `${width} ${height}`
    const pen = this.pens.get(key) ?? this.makePen(width, height)
    this.pens.set(key, pen)
    return pen
  }
}
