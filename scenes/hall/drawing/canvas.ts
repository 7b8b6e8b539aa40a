/** What things are drawn with: on a page's canvas, or off the page in a worker. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A canvas off the page whose pixels are read back. */
export function drawingCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws no canvas')
  return pen
}

/** The same in a worker, which has no page. */
export function workerCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws no canvas off the page')
  return pen
}

/** One channel of what is drawn, from the first row at the top. */
export function greyPixels(pen: Pen, width: number, height: number): Uint8Array {
  const all = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer)
  return Uint8Array.from(all, (pixel) => pixel & 255)
}
