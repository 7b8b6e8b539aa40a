import { drawingCanvas } from './canvas'

export const SKY_WIDTH = 1024
export const SKY_HEIGHT = 512

/**
 * The evening over West Java: lilac above, apricot at the horizon, the sun just gone behind the volcanoes
 * at the end of the boulevard (u = 0), megamendung clouds as faint lines. The last row is the horizon.
 */
export function drawSky(): Uint8Array {
  const [W, H] = [SKY_WIDTH, SKY_HEIGHT]
  const pen = drawingCanvas(W, H)
  const air = pen.createLinearGradient(0, 0, 0, H)
  for (const [at, colour] of [
    [0, '#39335f'],
    [0.3, '#5f5384'],
    [0.55, '#a67d96'],
    [0.74, '#e0a183'],
    [0.9, '#f6c490'],
    [1, '#f7cf9f'],
  ] as const)
    air.addColorStop(at, colour)
  pen.fillStyle = air
  pen.fillRect(0, 0, W, H)
  // The afterglow sits on the seam of the panorama, so it is painted at both ends.
  for (const x of [0, W]) {
    const glow = pen.createRadialGradient(x, H * 0.98, 8, x, H * 0.98, W * 0.26)
    glow.addColorStop(0, 'rgba(255,240,190,.95)')
    glow.addColorStop(0.3, 'rgba(255,214,140,.5)')
    glow.addColorStop(1, 'rgba(255,190,130,0)')
    pen.fillStyle = glow
    pen.fillRect(0, 0, W, H)
  }
  stars(pen)
  for (const [x, y, size, turn] of [
    [70, 250, 1.15, 1],
    [200, 330, 0.8, -1],
    [330, 230, 1.1, 1],
    [470, 320, 0.85, 1],
    [600, 240, 1.2, -1],
    [740, 335, 0.9, 1],
    [860, 235, 1, -1],
    [965, 325, 0.75, 1],
  ] as const)
    cloudBank(pen, x, y, size, turn)
  ridge(pen, 0.93, 0.15, '#8d7490', 1)
  ridge(pen, 0.962, 0.085, '#a88389', 3.1)
  ridge(pen, 0.985, 0.05, '#cfa185', 5)
  // Haze: the foot of the mountains dissolves into the colour of the fog.
  const haze = pen.createLinearGradient(0, H * 0.9, 0, H)
  haze.addColorStop(0, 'rgba(244,200,154,0)')
  haze.addColorStop(1, 'rgba(244,200,154,1)')
  pen.fillStyle = haze
  pen.fillRect(0, H * 0.9, W, H * 0.1)
  return new Uint8Array(pen.getImageData(0, 0, W, H).data.buffer)
}

function ridge(
  pen: CanvasRenderingContext2D,
  base: number,
  rise: number,
  colour: string,
  phase: number,
): void {
  const [W, H] = [SKY_WIDTH, SKY_HEIGHT]
  pen.fillStyle = colour
  pen.beginPath()
  pen.moveTo(0, H)
  for (let x = 0; x <= W; x += 4) {
    const a = (x / W) * Math.PI * 2
    const height =
      0.44 +
      0.28 * Math.sin(a * 3 + phase) +
      0.17 * Math.sin(a * 7 + phase * 2) +
      0.06 * Math.sin(a * 17 + phase) +
      0.04 * Math.sin(a * 31)
    pen.lineTo(x, H * (base - rise * height * 0.8))
  }
  pen.lineTo(W, H)
  pen.fill()
}

function stars(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#fff3dc'
  let seed = 11
  const next = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  for (let i = 0; i < 90; i++) {
    const y = next() ** 1.6 * 200
    pen.globalAlpha = 0.7 * (1 - y / 210) * next()
    pen.fillRect(next() * SKY_WIDTH, y, 1.4, 1.2)
  }
  pen.globalAlpha = 1
}

/** A long flat bank in graded contours, as on the batik of Cirebon. */
function cloudBank(pen: CanvasRenderingContext2D, x: number, y: number, size: number, turn: 1 | -1): void {
  const lobes: [number, number, number][] = [
    [-58, 6, 15],
    [-34, -3, 20],
    [0, -9, 26],
    [34, -1, 19],
    [56, 8, 12],
  ]
  for (let k = 0; k < 4; k++) {
    const inset = k * 5.5
    pen.fillStyle = ['#f9cfae', '#c58c96', '#f4c0a0', '#b98292'][k] ?? '#fff'
    pen.globalAlpha = 0.3
    pen.beginPath()
    for (const [lx, ly, r] of lobes) {
      const radius = (r - inset) * size
      if (radius <= 0) continue
      pen.moveTo(x + turn * lx * size + radius, y + ly * size)
      pen.ellipse(x + turn * lx * size, y + ly * size, radius * 1.35, radius * 0.62, 0, 0, 7)
    }
    pen.fill()
    pen.beginPath()
    pen.ellipse(
      x - turn * 12 * size,
      y + 15 * size,
      (92 - inset * 3) * size,
      Math.max(0.5, 5 - k * 1.4) * size,
      0,
      0,
      7,
    )
    pen.fill()
  }
  pen.globalAlpha = 1
}
