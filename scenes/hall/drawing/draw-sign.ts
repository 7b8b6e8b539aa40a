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
    const size = sizeThatFits(pen, words.arabic, 600, ARABIC_FONT, height * 0.46, height * 0.2, width * 0.36)
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
  const heights = below ? (lines.length > 1 ? [0.23, 0.53] : [0.36]) : lines.length > 1 ? [0.31, 0.66] : [0.5]
  for (const [i, line] of lines.entries()) {
    pen.font = `700 ${line.size}px ${SIGN_FONT}`
    pen.fillText(line.text, edge, height * (heights[i] ?? 0.5), free)
  }
  if (below && words.below) drawBelow(pen, words.below, words.sample, edge, height, free, lines.length > 1)
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

function latinLines(
  pen: Pen,
  name: string,
  free: number,
  height: number,
  below: boolean,
): { text: string; size: number }[] {
  const one = sizeThatFits(pen, name, 700, SIGN_FONT, height * 0.42, height * 0.26, free)
  pen.font = `700 ${one}px ${SIGN_FONT}`
  const words = name.split(' ')
  if (pen.measureText(name).width <= free || words.length < 2) return [{ text: name, size: one }]
  // Break where the two halves are most alike.
  let best = 1
  let widest = Number.POSITIVE_INFINITY
  for (let i = 1; i < words.length; i++) {
    const wide = Math.max(
      pen.measureText(words.slice(0, i).join(' ')).width,
      pen.measureText(words.slice(i).join(' ')).width,
    )
    if (wide < widest) [best, widest] = [i, wide]
  }
  const lines = [words.slice(0, best).join(' '), words.slice(best).join(' ')]
  const size = Math.min(
    ...lines.map((line) =>
      sizeThatFits(pen, line, 700, SIGN_FONT, height * (below ? 0.28 : 0.34), height * 0.17, free),
    ),
  )
  return lines.map((text) => ({ text, size }))
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
