import { describe, expect, test } from 'vitest'
import { PESANTREN_NAMES } from '~/db/seed/data/names'
import type { Pen } from './canvas'
import { drawSign } from './draw-sign'
import { FAREWELL, gateWords, type SignWords, WELCOME } from './sign'

interface Written {
  text: string
  size: number
  left: number
  right: number
  y: number
  /** How much it was squeezed sideways to fit; 1: not at all. */
  squeeze: number
}

/** A pen that measures by a broad typeface's mean (0.6 of the size a letter, 0.5 an Arabic one) and remembers what it wrote. */
function rememberingPen(): { pen: Pen; written: Written[] } {
  const written: Written[] = []
  const sizeOf = (font: string) => Number(/([\d.]+)px/.exec(font)?.[1])
  const wide = (text: string, font: string) =>
    [...text].length * sizeOf(font) * (/[\u0600-\u06ff]/.test(text) ? 0.5 : 0.6)
  const pen = {
    font: '',
    textAlign: 'left',
    measureText: (text: string) => ({ width: wide(text, pen.font) }),
    fillText(text: string, x: number, y: number, room = Number.POSITIVE_INFINITY) {
      const natural = wide(text, pen.font)
      const width = Math.min(natural, room)
      const left = pen.textAlign === 'right' ? x - width : pen.textAlign === 'center' ? x - width / 2 : x
      written.push({ text, size: sizeOf(pen.font), left, right: left + width, y, squeeze: natural / width })
    },
    fillRect() {},
    strokeRect() {},
    setLineDash() {},
  }
  return { pen: pen as unknown as Pen, written }
}

const LONGEST_REGENCIES = ['KABUPATEN BANDUNG BARAT', 'Tasikmalaya', 'Pangandaran', 'Purwakarta']

const SIZES = [
  [512, 112],
  [128, 28],
] as const

function check(words: SignWords, width: number, height: number): Written[] {
  const { pen, written } = rememberingPen()
  drawSign(pen, width, height, words)
  for (const { text, size, left, right, y, squeeze } of written) {
    expect(squeeze, text).toBeLessThan(1.06)
    expect(left, text).toBeGreaterThanOrEqual(0)
    expect(right, text).toBeLessThanOrEqual(width)
    // Half the size and a little over it: letters with tails and signs above stay on the board.
    expect(y - size * 0.6, text).toBeGreaterThanOrEqual(0)
    expect(y + size * 0.6, text).toBeLessThanOrEqual(height)
  }
  return written
}

describe('lettering of signs', () => {
  test.each(PESANTREN_NAMES)('%s fits beside its Arabic, with the longest number', (latin, arabic) => {
    for (const [width, height] of SIZES) {
      const name = `${latin} 5018`
      const words = {
        latin: name,
        arabic: `${arabic} 5018`,
        below: 'Mesin tetas telur 100 butir',
        sample: true,
      }
      const written = check(words, width, height)
      const arabicLeft = written.find(({ text }) => text === words.arabic)?.left ?? 0
      const lines = written.filter(({ text }) => name.includes(text))
      expect(lines.map(({ text }) => text).join(' ')).toBe(name)
      for (const line of lines) expect(line.right).toBeLessThan(arabicLeft)
    }
  })

  test('a register that writes at length is broken into three lines, whole', () => {
    const latin = 'Pondok Pesantren Terpadu Hidayatul Mubtadiin Al-Islamiyah Putra Putri'
    const words = { latin, arabic: 'هداية المبتدئين الإسلامية', below: 'kopi', sample: false }
    const written = check(words, 512, 112)
    const lines = written.filter(({ text }) => text !== words.arabic)
    expect(lines.map(({ text }) => text).join(' ')).toBe(latin)
    expect(lines).toHaveLength(3)
  })

  test('gates and arches fit', () => {
    for (const name of LONGEST_REGENCIES) {
      for (const [width, height] of SIZES)
        check(gateWords({ number: 27, regencyName: name, regencyKind: 'kabupaten' }), width, height)
    }
    for (const words of [WELCOME, FAREWELL]) for (const [width, height] of SIZES) check(words, width, height)
  })
})
