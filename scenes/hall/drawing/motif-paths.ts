import { drawMotif, type Motif, type MotifPen } from './motifs'

/** A stroke or an area of a motif in its tile of 256 units: as a mask, white shows and black hides. */
export interface MotifPath {
  d: string
  /** Of the stroke, in units; null: the area is filled. */
  width: number | null
  colour: string
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0]

/** The same drawing as in the hall, as paths for a page. */
export function motifPaths(motif: Motif): MotifPath[] {
  const pen = new PathPen()
  drawMotif(motif, pen)
  return pen.paths
}

/** Writes down what would be drawn. Only what the motifs use: arcs are whole circles, and nothing is scaled. */
class PathPen implements MotifPen {
  readonly paths: MotifPath[] = []
  lineWidth = 1
  fillStyle: MotifPen['fillStyle'] = '#fff'
  private d = ''
  private matrix = UPRIGHT
  private kept: Matrix[] = []

  save() {
    this.kept.push(this.matrix)
  }
  restore() {
    this.matrix = this.kept.pop() ?? UPRIGHT
  }
  translate(x: number, y: number) {
    const [a, b, c, d, e, f] = this.matrix
    this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
  }
  rotate(angle: number) {
    const [a, b, c, d, e, f] = this.matrix
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f]
  }
  beginPath() {
    this.d = ''
  }
  moveTo(...at: [number, number]) {
    this.add('M', at)
  }
  lineTo(...at: [number, number]) {
    this.add('L', at)
  }
  bezierCurveTo(...at: [number, number, number, number, number, number]) {
    this.add('C', at)
  }
  quadraticCurveTo(...at: [number, number, number, number]) {
    this.add('Q', at)
  }
  arc(x: number, y: number, radius: number) {
    this.add('M', [x - radius, y])
    const r = rounded(radius)
    this.d += `a${r} ${r} 0 1 0 ${rounded(2 * radius)} 0a${r} ${r} 0 1 0 ${rounded(-2 * radius)} 0`
  }
  strokeRect(x: number, y: number, width: number, height: number) {
    this.beginPath()
    this.moveTo(x, y)
    this.lineTo(x + width, y)
    this.lineTo(x + width, y + height)
    this.lineTo(x, y + height)
    this.lineTo(x, y)
    this.stroke()
  }
  stroke() {
    this.put(this.lineWidth, '#fff')
  }
  fill() {
    this.put(null, String(this.fillStyle))
  }

  private add(command: string, at: readonly number[]) {
    const [a, b, c, d, e, f] = this.matrix
    this.d += command
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [x = 0, y = 0] = [at[i], at[i + 1]]
      this.d += `${i ? ' ' : ''}${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`
    }
  }
  /** What is drawn alike one after another becomes one path. */
  private put(width: number | null, colour: string) {
    const last = this.paths.at(-1)
    if (last && last.width === width && last.colour === colour) last.d += this.d
    else this.paths.push({ d: this.d, width, colour })
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10
