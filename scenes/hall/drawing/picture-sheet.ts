import { SHEET, SHEET_NICHES } from '~/domain/hall/picture-sheet'
import type { Pen } from './canvas'

/** Paints a booth's sheet as it hangs there: where it is transparent, the cloth of the region shows. */
export function drawSheet(pen: Pen, sheet: CanvasImageSource, colour: string): Uint8Array {
  pen.fillStyle = '#f6ead2'
  pen.fillRect(0, 0, SHEET.width, SHEET.height)
  for (const niche of SHEET_NICHES) hang(pen, niche, colour)
  pen.drawImage(sheet, 0, 0, SHEET.width, SHEET.height)
  return new Uint8Array(pen.getImageData(0, 0, SHEET.width, SHEET.height).data.buffer)
}

/** A bare niche says that nothing is shown there: cloth and a board, no goods. */
function hang(pen: Pen, { x, y, side }: { x: number; y: number; side: number }, colour: string): void {
  pen.fillStyle = pen.strokeStyle = colour
  pen.globalAlpha = 0.28
  pen.fillRect(x, y, side, side)
  pen.globalAlpha = 0.5
  pen.lineWidth = side * 0.012
  for (let i = 0; i < 3; i++) {
    const inset = side * (0.07 + i * 0.035)
    pen.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset)
  }
  pen.globalAlpha = 1
}
