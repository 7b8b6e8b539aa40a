/** A canvas off the page whose pixels are read back. */
export function drawingCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws no canvas')
  return pen
}

/** One channel of what is drawn, from the first row at the top. */
export function greyPixels(pen: CanvasRenderingContext2D, width: number, height: number): Uint8Array {
  const all = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer)
  return Uint8Array.from(all, (pixel) => pixel & 255)
}

/** Half the size in both directions, `channels` bytes a pixel; odd rows and columns at the end are dropped. */
export function halved(pixels: Uint8Array, width: number, height: number, channels: 1 | 4): Uint8Array {
  const [w, h] = [width >> 1, height >> 1]
  const small = new Uint8Array(w * h * channels)
  const row = width * channels
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < channels; c++) {
        const from = 2 * y * row + 2 * x * channels + c
        const sum =
          (pixels[from] ?? 0) +
          (pixels[from + channels] ?? 0) +
          (pixels[from + row] ?? 0) +
          (pixels[from + row + channels] ?? 0)
        small[(y * w + x) * channels + c] = (sum + 2) >> 2
      }
  return small
}
