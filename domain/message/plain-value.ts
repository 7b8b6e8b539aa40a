import type { Locale } from '../shared/locale'

/** What stands where a value is empty or gone. */
const NOTHING = '–'
/** Control characters, line ends, marks of direction, and what is shown as nothing. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u061c\ufeff]+/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * What somebody typed as one short line that WhatsApp takes as a parameter and that turns no sentence round: no
 * line ends, tabs or runs of spaces, no marks of direction, cut with '…' to at most `most` UTF-16 units.
 */
export function plainValue(typed: unknown, most: number): string {
  const text = (typeof typed === 'string' || typeof typed === 'number' ? String(typed) : '')
    .replace(UNSEEN, ' ')
    .replace(LONE_SURROGATE, '')
    .replace(/\s+/g, ' ')
    .trim()
  return cut(text, most) || NOTHING
}

/** Cut between characters as people count them, never in the middle of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Keeps its own direction inside a sentence of the other one. */
export function isolated(value: string, locale: Locale): string {
  return locale === 'ar' || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value
}
