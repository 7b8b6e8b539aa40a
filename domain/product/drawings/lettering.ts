/**
 * A plain capital alphabet of single strokes on a grid ten units high, so that a label looks the same
 * in a page, in a texture and in a share card, where no font can be loaded.
 */
const LETTERS: Record<string, readonly [width: number, path: string]> = {
  A: [8, 'M0 10 4 0 8 10M1.5 6.7H6.5'],
  B: [6.6, 'M0 0H3.7A2.4 2.4 0 0 1 3.7 4.8H0M3.9 4.8A2.6 2.6 0 0 1 3.9 10H0V0'],
  C: [8.2, 'M8.4 1.8A5 5 0 1 0 8.4 8.2'],
  D: [8, 'M0 0H3A5 5 0 0 1 3 10H0Z'],
  E: [5.8, 'M5.8 0H0V10H5.8M0 4.9H5'],
  F: [5.6, 'M5.6 0H0V10M0 5H4.8'],
  G: [9.2, 'M8.2 1.6A5 5 0 1 0 9.4 5.3H5.6'],
  H: [7.4, 'M0 0V10M7.4 0V10M0 4.9H7.4'],
  I: [0, 'M0 0V10'],
  J: [4.8, 'M4.8 0V7A2.7 2.7 0 0 1-.4 8'],
  K: [6.8, 'M0 0V10M6.4 0 0 6.2M2.3 4.1 6.9 10'],
  L: [5.4, 'M0 0V10H5.4'],
  M: [9, 'M0 10V0L4.5 6.4 9 0V10'],
  N: [7.4, 'M0 10V0L7.4 10V0'],
  O: [10, 'M5 0A5 5 0 0 0 5 10 5 5 0 0 0 5 0'],
  P: [6.6, 'M0 10V0H3.8A2.85 2.85 0 0 1 3.8 5.7H0'],
  Q: [10, 'M5 0A5 5 0 0 0 5 10 5 5 0 0 0 5 0M6.4 6.8 9.6 10.4'],
  R: [6.8, 'M0 10V0H3.8A2.85 2.85 0 0 1 3.8 5.7H0M3.4 5.7 6.9 10'],
  S: [6.6, 'M6.2 1.9C5.2-.5.5-.6.5 2.5.5 5.7 6.7 4.2 6.7 7.4 6.7 10.7 1 10.7 0 7.9'],
  T: [7.4, 'M0 0H7.4M3.7 0V10'],
  U: [7.2, 'M0 0V6.4A3.6 3.6 0 0 0 7.2 6.4V0'],
  V: [7.8, 'M0 0 3.9 10 7.8 0'],
  W: [11.6, 'M0 0 2.8 10 5.8 1.2 8.8 10 11.6 0'],
  X: [7, 'M0 0 7 10M7 0 0 10'],
  Y: [7.4, 'M0 0 3.7 5.4 7.4 0M3.7 5.4V10'],
  Z: [6.8, 'M0 0H6.6L.2 10H6.8'],
}
const GAP = 3.6

export interface Lettering {
  /** Middle of the word and its baseline. */
  x: number
  y: number
  /** Height of the capitals; less where the word would be wider than `within`. */
  height: number
  within: number
  colour: string
  /** Degrees, clockwise, about the middle of the word. */
  turn?: number
}

/** The word as one stroked path. Signs other than A to Z are left out. */
export function letterWord(word: string, { x, y, height, within, colour, turn }: Lettering): string {
  const letters = [...word].flatMap((sign) => (LETTERS[sign] ? [LETTERS[sign]] : []))
  if (letters.length === 0) return ''
  const width = letters.reduce((sum, [w]) => sum + w, 0) + GAP * (letters.length - 1)
  const scale = Math.min(height / 10, within / (width + 2))
  let left = 0
  const marks = letters.map(([w, path]) => {
    const mark =
      left === 0 ? `<path d="${path}"/>` : `<path transform="translate(${trim(left)})" d="${path}"/>`
    left += w + GAP
    return mark
  })
  const place = turn
    ? `translate(${x} ${y}) rotate(${turn}) scale(${trim(scale)}) translate(${trim(-width / 2)} -5)`
    : `translate(${trim(x - (width * scale) / 2)} ${trim(y - 10 * scale)}) scale(${trim(scale)})`
  return `<g transform="${place}" fill="none" stroke="${colour}" stroke-width="2.1" stroke-linejoin="round">${marks.join('')}</g>`
}

const trim = (value: number) => Number(value.toFixed(2))
