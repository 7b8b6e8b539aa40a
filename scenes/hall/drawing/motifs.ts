import { drawingCanvas, greyPixels } from './canvas'

/**
 * The regions' motifs as repeating tiles: line only, white on black, the shader gives the colour.
 * Which pavilion bears which one is the organiser's word in the manifest; an unknown one is plain weave.
 */
export const MOTIFS = [
  'bamboo-weave',
  'megamendung',
  'complongan',
  'gumading',
  'payung-geulis',
  'pandan-weave',
  'roof-tile',
  'plered',
  'bamboo-angklung',
] as const
export type Motif = (typeof MOTIFS)[number]

export const MOTIF_SIZE = 256

export function motifLayer(motif: string): number {
  return Math.max(0, (MOTIFS as readonly string[]).indexOf(motif))
}

/** What the drawings ask of a canvas, so that others can draw them too (see motif-paths.ts). */
export type MotifPen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'strokeRect'
  | 'lineWidth'
  | 'fillStyle'
>
type Pen = MotifPen
const S = MOTIF_SIZE

/** One tile, not yet repeated: white and black, on black. */
export function drawMotif(motif: Motif, pen: MotifPen): void {
  DRAWINGS[motif](pen)
}

/** The tile's grey pixels, one byte each. */
export function motifTile(motif: Motif): Uint8Array {
  const pen = drawingCanvas(S, S)
  pen.fillStyle = '#000'
  pen.fillRect(0, 0, S, S)
  pen.strokeStyle = pen.fillStyle = '#fff'
  pen.lineCap = pen.lineJoin = 'round'
  // Drawn nine times, shifted by a tile, so that it repeats without a seam.
  for (const dx of [-S, 0, S])
    for (const dy of [-S, 0, S]) {
      pen.save()
      pen.translate(dx, dy)
      DRAWINGS[motif](pen)
      pen.restore()
    }
  return greyPixels(pen, S, S)
}

const DRAWINGS: Record<Motif, (pen: Pen) => void> = {
  megamendung(pen) {
    cloud(pen, 78, 78, 1, 1)
    cloud(pen, 196, 190, 1, -1)
  },
  complongan(pen) {
    // Points pricked with needles, along petals.
    for (const [x, y] of [
      [64, 64],
      [192, 192],
    ] as const)
      for (let petal = 0; petal < 8; petal++)
        for (let i = 0; i < 6; i++) {
          const angle = (petal / 8) * Math.PI * 2 + Math.sin(i * 0.6) * 0.22
          dot(pen, x + Math.cos(angle) * (12 + i * 10), y + Math.sin(angle) * (12 + i * 10), 4 - i * 0.35)
        }
    for (let i = 0; i < 16; i++) for (const f of [0, 0.5]) dot(pen, i * 16, (i * 16 + f * 256 + 128) % 256, 2)
  },
  gumading(pen) {
    pen.lineWidth = 2.5
    for (const [x, y, turn] of [
      [64, 70, 0.4],
      [192, 190, 3.5],
    ] as const) {
      pen.save()
      pen.translate(x, y)
      pen.rotate(turn)
      for (let i = -3; i <= 3; i++) leaf(pen, i * 17, (i % 2 ? 1 : -1) * 12, i % 2 ? 0.9 : -0.9, 22)
      pen.beginPath()
      pen.moveTo(-64, 0)
      pen.bezierCurveTo(-20, -14, 20, 14, 64, 0)
      pen.stroke()
      pen.restore()
    }
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) if ((i + j) % 2) dot(pen, i * 32 + 16, j * 32 + 16, 1.6)
  },
  'payung-geulis'(pen) {
    pen.lineWidth = 2.5
    for (const [x, y] of [
      [64, 64],
      [192, 192],
    ] as const) {
      for (const r of [52, 46, 18, 6]) ring(pen, x, y, r)
      for (let i = 0; i < 16; i++) {
        const a = (i / 16) * Math.PI * 2
        line(pen, x + Math.cos(a) * 18, y + Math.sin(a) * 18, x + Math.cos(a) * 46, y + Math.sin(a) * 46)
        if (i % 2) dot(pen, x + Math.cos(a) * 33, y + Math.sin(a) * 33, 5)
      }
    }
  },
  'pandan-weave'(pen) {
    pen.lineWidth = 2.5
    // Diagonal strips, over two and under two.
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) {
        pen.save()
        pen.translate(i * 32 + 16, j * 32 + 16)
        pen.rotate(((i + j) % 2 ? 1 : -1) * (Math.PI / 4))
        for (const o of [-7, 0, 7]) line(pen, -16, o, 16, o)
        pen.restore()
      }
  },
  'roof-tile'(pen) {
    pen.lineWidth = 3
    for (let row = 0; row < 8; row++)
      for (let i = 0; i < 5; i++) {
        const [x, y] = [i * 64 + (row % 2) * 32, row * 32]
        pen.beginPath()
        pen.moveTo(x - 32, y)
        pen.bezierCurveTo(x - 32, y + 34, x + 32, y + 34, x + 32, y)
        pen.stroke()
        line(pen, x, y + 8, x, y + 18)
      }
  },
  plered(pen) {
    pen.lineWidth = 2.5
    for (const [x, y] of [
      [64, 70],
      [192, 198],
    ] as const) {
      pen.beginPath()
      pen.moveTo(x - 14, y - 50)
      pen.lineTo(x + 14, y - 50)
      pen.bezierCurveTo(x + 8, y - 34, x + 46, y - 20, x + 40, y + 8)
      pen.bezierCurveTo(x + 34, y + 34, x + 18, y + 40, x + 16, y + 48)
      pen.lineTo(x - 16, y + 48)
      pen.bezierCurveTo(x - 18, y + 40, x - 34, y + 34, x - 40, y + 8)
      pen.bezierCurveTo(x - 46, y - 20, x - 8, y - 34, x - 14, y - 50)
      pen.stroke()
      for (const o of [-8, 0, 8]) line(pen, x - 36, y + o, x + 36, y + o)
      for (let i = -3; i <= 3; i++) dot(pen, x + i * 10, y - 17, 2.4)
    }
  },
  'bamboo-angklung'(pen) {
    pen.lineWidth = 3
    for (const [x, y] of [
      [70, 64],
      [198, 192],
    ] as const) {
      for (const [dx, h] of [
        [-26, 74],
        [2, 56],
        [26, 42],
      ] as const) {
        pen.strokeRect(x + dx - 7, y + 40 - h, 14, h)
        line(pen, x + dx - 7, y + 30, x + dx + 7, y + 30)
      }
      line(pen, x - 44, y + 46, x + 44, y + 46)
      line(pen, x - 44, y - 46, x - 44, y + 46)
      line(pen, x + 44, y - 46, x + 44, y + 46)
      line(pen, x - 44, y - 40, x + 44, y - 40)
    }
  },
  'bamboo-weave'(pen) {
    pen.lineWidth = 2.5
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) {
        const across = (i + j) % 2 === 0
        const [x, y] = [i * 32, j * 32]
        for (const o of [6, 16, 26])
          if (across) line(pen, x + 1, y + o, x + 31, y + o)
          else line(pen, x + o, y + 1, x + o, y + 31)
      }
  },
}

/** Megamendung: one cloud bank in contours that grade inwards, with a long trailing foot. */
function cloud(pen: Pen, x: number, y: number, size: number, turn: 1 | -1): void {
  const lobes: [number, number, number][] = [
    [-46, 6, 18],
    [-24, -10, 24],
    [8, -18, 31],
    [38, -4, 23],
    [56, 10, 14],
  ]
  // White and black by turns, each inside the last: what stays are the contours.
  for (let k = 0; k < 10; k++) {
    const inset = k * 3.1 + (k % 2 ? 0.9 : 0)
    pen.fillStyle = k % 2 ? '#000' : '#fff'
    pen.beginPath()
    for (const [lx, ly, r] of lobes) {
      const radius = r * size - inset
      if (radius <= 0) continue
      pen.moveTo(x + turn * lx * size + radius, y + ly * size)
      pen.arc(x + turn * lx * size, y + ly * size, radius, 0, 7)
    }
    const [half, low] = [98 - inset * 2.6, 11 - inset * 0.75]
    if (low > 0) {
      pen.moveTo(x - turn * half, y + 26)
      pen.bezierCurveTo(
        x - turn * 40,
        y + 26 - low * 2,
        x + turn * 30,
        y + 20 - low,
        x + turn * half * 0.78,
        y + 20,
      )
      pen.bezierCurveTo(x + turn * 40, y + 20 + low * 2, x - turn * 30, y + 26 + low, x - turn * half, y + 26)
    }
    pen.fill()
  }
  pen.fillStyle = '#fff'
}

function dot(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath()
  pen.arc(x, y, r, 0, 7)
  pen.fill()
}

function ring(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath()
  pen.arc(x, y, r, 0, 7)
  pen.stroke()
}

function line(pen: Pen, x0: number, y0: number, x1: number, y1: number): void {
  pen.beginPath()
  pen.moveTo(x0, y0)
  pen.lineTo(x1, y1)
  pen.stroke()
}

function leaf(pen: Pen, x: number, y: number, turn: number, length: number): void {
  pen.save()
  pen.translate(x, y)
  pen.rotate(turn)
  pen.beginPath()
  pen.moveTo(-length / 2, 0)
  pen.quadraticCurveTo(0, -length * 0.4, length / 2, 0)
  pen.quadraticCurveTo(0, length * 0.4, -length / 2, 0)
  pen.moveTo(-length / 2, 0)
  pen.lineTo(length / 2, 0)
  pen.stroke()
  pen.restore()
}
