import type { Pen } from './canvas'
import type { SignWords } from './sign'

export const SIGN_FONT = '"Plus Jakarta Sans Variable", "Plus Jakarta Sans", system-ui, sans-serif'
export const ARABIC_FONT = '"Readex Pro Variable", "Readex Pro", system-ui, sans-serif'

/** White on black: the shader gives the colours. Drawn at any size of the proportion 512 × 112. */
export function drawSign(pen: Pen, width: number, height: number, words: SignWords): void {
  const small = height < 40
  pen.fillStyle = '#000'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#fff'
  pen.textBaseline = 'middle'
  if (words.centred) {
    drawCentred(pen, width, height, words)
    return
  }
  const edge = width * 0.032
  let free = width - 2 * edge
  if (words.arabic) {
    const size = sizeThatFits(pen, words.arabic, 600, ARABIC_FONT, height * 0.46, height * 0.13, width * 0.36)
    pen.font = `600 ${size}px ${ARABIC_FONT}`
    pen.direction = 'rtl'
    pen.textAlign = 'right'
    const wide = Math.min(pen.measureText(words.arabic).width, width * 0.36)
    pen.fillText(words.arabic, width - edge, height * 0.47, width * 0.36)
    free -= wide + edge * 1.6
  }
  pen.direction = 'ltr'
  pen.textAlign = 'left'
  const below = words.below !== null && !(small && words.below.length > 26)
  const lines = latinLines(pen, words.latin, free, height, below)
  // Three lines leave no room for what the booth makes.
  const tells = below && lines.length < 3
  for (const [i, line] of lines.entries()) {
    pen.font = `700 ${line.size}px ${SIGN_FONT}`
    pen.fillText(
      line.text,
      edge,
      height * (MIDDLES[tells ? 'above' : 'alone'][lines.length - 1]?.[i] ?? 0.5),
      free,
    )
  }
  if (tells && words.below) drawBelow(pen, words.below, words.sample, edge, height, free, lines.length > 1)
}

/** Where the middle of each line of a name lies, with a small line below it or alone on the board. */
const MIDDLES = {
  above: [[0.36], [0.23, 0.53]],
  alone: [[0.5], [0.31, 0.66], [0.22, 0.5, 0.78]],
}

function drawCentred(pen: Pen, width: number, height: number, words: SignWords): void {
  const room = width * 0.92
  pen.direction = 'ltr'
  pen.textAlign = 'center'
  pen.font = `700 ${sizeThatFits(pen, words.latin, 700, SIGN_FONT, height * 0.46, height * 0.2, room)}px ${SIGN_FONT}`
  pen.fillText(words.latin, width / 2, height * 0.4, room)
  if (!words.below) return
  pen.globalAlpha = 0.82
  pen.font = `500 ${height * 0.21}px ${SIGN_FONT}`
  pen.fillText(words.below, width / 2, height * 0.79, room)
  pen.globalAlpha = 1
}

/** The name on as few lines as can be read: shrunk first, then broken, then shrunk further. */
function latinLines(
  pen: Pen,
  name: string,
  free: number,
  height: number,
  below: boolean,
): { text: string; size: number }[] {
  const words = name.split(' ')
  const steps = [
    { lines: 1, most: 0.42, least: 0.26 },
    { lines: 2, most: below ? 0.28 : 0.34, least: 0.17 },
    { lines: 3, most: 0.25, least: 0.14 },
  ]
  const possible = steps.filter(({ lines }) => lines <= Math.max(1, words.length))
  for (const { lines, most, least } of possible) {
    const broken = evenLines(pen, words, lines, height * most)
    const widest = Math.max(...broken.map((text) => pen.measureText(text).width))
    const size = widest <= free ? height * most : (height * most * free) / widest
    // The last step is taken as it comes: a name that long is set as small as it needs.
    if (size >= height * least || lines === possible.at(-1)?.lines)
      return broken.map((text) => ({ text, size: Math.max(size, height * 0.1) }))
  }
  return [{ text: name, size: height * 0.2 }]
}

/** Words on so many lines that the longest line is as short as can be; leaves the pen with the name's font. */
function evenLines(pen: Pen, words: readonly string[], lines: number, size: number): string[] {
  pen.font = `700 ${size}px ${SIGN_FONT}`
  if (lines === 1) return [words.join(' ')]
  let best: string[] = []
  let shortest = Number.POSITIVE_INFINITY
  for (let i = 1; i <= words.length - lines + 1; i++) {
    const first = words.slice(0, i).join(' ')
    const all = [first, ...evenLines(pen, words.slice(i), lines - 1, size)]
    const widest = Math.max(...all.map((text) => pen.measureText(text).width))
    if (widest < shortest) [best, shortest] = [all, widest]
  }
  return best
}

function drawBelow(
  pen: Pen,
  text: string,
  sample: boolean,
  edge: number,
  height: number,
  free: number,
  tight: boolean,
): void {
  const y = height * (tight ? 0.82 : 0.745)
  const tag = sample && height >= 40 ? 'contoh' : ''
  pen.font = `600 ${height * 0.15}px ${SIGN_FONT}`
  const tagWidth = tag ? pen.measureText(tag).width + height * 0.16 : 0
  const room = free - (tag ? tagWidth + height * 0.12 : 0)
  const size = sizeThatFits(pen, text, 500, SIGN_FONT, height * (tight ? 0.2 : 0.235), height * 0.15, room)
  pen.font = `500 ${size}px ${SIGN_FONT}`
  pen.globalAlpha = 0.82
  const shown = clipped(pen, text, room)
  pen.fillText(shown, edge, y, room)
  if (tag) {
    const x = edge + Math.min(room, pen.measureText(shown).width) + height * 0.12
    pen.font = `600 ${height * 0.15}px ${SIGN_FONT}`
    pen.setLineDash([height * 0.04, height * 0.03])
    pen.lineWidth = height * 0.014
    pen.strokeStyle = '#fff'
    pen.strokeRect(x, y - height * 0.12, tagWidth, height * 0.23)
    pen.setLineDash([])
    pen.fillText(tag, x + height * 0.08, y)
  }
  pen.globalAlpha = 1
}

/** The largest size between `least` and `most` at which the text fits. */
function sizeThatFits(
  pen: Pen,
  text: string,
  weight: number,
  font: string,
  most: number,
  least: number,
  room: number,
): number {
  pen.font = `${weight} ${most}px ${font}`
  const wide = pen.measureText(text).width
  return wide <= room ? most : Math.max(least, (most * room) / wide)
}

function clipped(pen: Pen, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text
  let cut = text
  while (cut.length > 1 && pen.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
