import { drawingCanvas } from './canvas'

/** A booth's pictures on one sheet: the first drawing large at the start, two more above each other. */
export const SHEET_WIDTH = 288
export const SHEET_HEIGHT = 192
export const SHEET_LEVELS = 4

const CORNERS = [
  [0, 0, 192],
  [192, 0, 96],
  [192, 96, 96],
] as const

let pen: CanvasRenderingContext2D | undefined

/** Paints up to three square pictures; where one is missing the cloth of the region hangs. */
export function drawSheet(pictures: readonly (CanvasImageSource | null)[], colour: string): Uint8Array {
  pen ??= drawingCanvas(SHEET_WIDTH, SHEET_HEIGHT)
  pen.fillStyle = '#f6ead2'
  pen.fillRect(0, 0, SHEET_WIDTH, SHEET_HEIGHT)
  for (const [i, [x, y, side]] of CORNERS.entries()) {
    const picture = pictures[i]
    if (picture) pen.drawImage(picture, x, y, side, side)
    else hanging(pen, x, y, side, colour)
  }
  return new Uint8Array(pen.getImageData(0, 0, SHEET_WIDTH, SHEET_HEIGHT).data.buffer)
}

/** A bare niche says that nothing is shown there: cloth and a board, no goods. */
function hanging(to: CanvasRenderingContext2D, x: number, y: number, side: number, colour: string): void {
  to.fillStyle = colour
  to.globalAlpha = 0.28
  to.fillRect(x, y, side, side)
  to.globalAlpha = 0.5
  for (let i = 0; i < 3; i++) {
    to.lineWidth = side * 0.012
    to.strokeStyle = colour
    const inset = side * (0.07 + i * 0.035)
    to.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset)
  }
  to.globalAlpha = 1
}

/** Loads a drawing; null when it cannot be had, and the niche stays bare. */
export async function loadPicture(address: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.decoding = 'async'
  image.src = address
  try {
    await image.decode()
    return image
  } catch {
    return null
  }
}
