import { letterWord } from './lettering'
import type { Palette } from './palettes'

/**
 * What a drawing is drawn with. The light is a warm lamp above at the left, so the right is dark;
 * goods stand on the shelf line y = 210. `form` (0–2), `trim` (0–3) and `tone` (a colour) come from
 * the variant: coprime, so that neighbouring variants differ in all three.
 */
export interface Brush {
  readonly p: Palette
  readonly word: string
  readonly form: number
  readonly trim: number
  /** The colour of a lid, a hem or a ribbon. */
  readonly tone: string
  /** An id that is unique to this spec. */
  id(name: string): string
  /** The paper label with the word, its shape by `trim`. */
  label(box: LabelBox): string
  /** The word alone. */
  letters(at: {
    x: number
    y: number
    height: number
    within: number
    colour?: string
    turn?: number
  }): string
}

/** One kind's artwork on the 240 × 240 field; returns SVG elements. */
export type Artwork = (brush: Brush) => string

export interface LabelBox {
  x: number
  y: number
  w: number
  h: number
  /** Height of the capitals. */
  size: number
  /** The word's baseline; in the middle when absent. */
  baseline?: number
  ink?: string
}

const GOLD = '#dba144'
const BASE_TONES = [GOLD, '#35234d', '#f6ead2', '#8a5a33'] as const

export function makeBrush(p: Palette, word: string, variant: number, prefix: string): Brush {
  const trim = variant % 4
  return {
    p,
    word,
    form: variant % 3,
    trim,
    tone: [p.dark, ...BASE_TONES][variant % 5] ?? p.dark,
    id: (name) => `${prefix}-${name}`,
    letters: ({ colour = p.dark, ...at }) => letterWord(word, { ...at, colour }),
    label({ x, y, w, h, size, baseline = y + h / 2 + size / 2, ink = p.dark }) {
      const text = letterWord(word, { x: x + w / 2, y: baseline, height: size, within: w - 12, colour: ink })
      return paper(p, trim, x, y, w, h) + text
    },
  }
}

function paper(p: Palette, trim: number, x: number, y: number, w: number, h: number): string {
  const r = x + w
  const b = y + h
  const sheet = `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="3" fill="${p.paper}"/>`
  if (trim === 1)
    return `${sheet}<path d="M${x + 4} ${y + 4}h${w - 8}M${x + 4} ${b - 4}h${w - 8}" stroke="${GOLD}" stroke-width="2"/>`
  if (trim === 2)
    return `<path d="M${x + 6} ${y}H${r - 6}q0 6 6 6V${b - 6}q-6 0-6 6H${x + 6}q0-6-6-6V${y + 6}q6 0 6-6z" fill="${p.paper}"/>`
  if (trim === 3)
    return `${sheet}<path d="M${x} ${b - 7}h${w}v4q0 3-3 3H${x + 3}q-3 0-3-3z" fill="${p.light}"/>`
  return sheet
}

/** The soft shadow where goods touch the board. */
export function shadow(cx: number, rx: number): string {
  return `<ellipse cx="${cx}" cy="211" rx="${rx}" ry="5.5" fill="#2a1a10" opacity=".26"/>`
}

/** The side that the lamp doesn't reach. */
export function dark(d: string, opacity = 0.16): string {
  return `<path d="${d}" fill="#000" opacity="${opacity}"/>`
}

/** A glint of the lamp. */
export function glint(d: string, width = 5, opacity = 0.4): string {
  return `<path d="${d}" stroke="#fff" stroke-width="${width}" opacity="${opacity}" fill="none" stroke-linecap="round"/>`
}

/** A woven check for palm, pandan and bamboo goods; fill with `url(#id)`. */
export function weave(id: string, light: string, deep: string, size = 16): string {
  const half = size / 2
  return `<defs><pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${size}" height="${size}" fill="${light}"/><path d="M0 0h${half}v${half}H0zM${half} ${half}h${half}v${half}h-${half}z" fill="${deep}"/></pattern></defs>`
}
