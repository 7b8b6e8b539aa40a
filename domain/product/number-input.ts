import type { Locale } from '../shared/locale'
import { parseQuantity } from './price-tiers'

/** How each language writes numbers here; Arabic as the trade papers that go with the goods. */
const SEPARATORS: Record<Locale, { group: string; point: string }> = {
  id: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
  ar: { group: ',', point: '.' },
}

/** Highest price of one unit in rupiah: with MAXIMUM_QUANTITY units it is still an exact number of minor units. */
export const MAXIMUM_PRICE = 90_000_000

/** Western digits, without blanks at the ends; Arabic decimal and group marks as ',' and '.' never mix with others. */
function plain(typed: string): string {
  return typed
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/**
 * A number that may have a fraction, as people type it: '1,5', '1.5', '1.250,5', '1 250.5'. One mark with
 * exactly three digits after it groups or points as the reader's language writes it: '1.500' is 1500 in
 * Indonesian and 1.5 in English. Null: no number.
 */
export function parseDecimal(typed: string, locale: Locale): number | null {
  const marked = plain(typed).replaceAll('٬', '\u00a0').replaceAll('٫', '_')
  const text = marked.replace(/(?<=\d)[\s\u00a0](?=\d{3})/g, '')
  const match = /^(\d{0,12}(?:[.,]\d{3})*)(?:([.,_])(\d{1,6}))?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  const marks = [...text.matchAll(/[.,_]/g)].map(([mark]) => mark)
  const last = marks.at(-1)
  if (last === undefined) return Number(text)
  const before = text.slice(0, text.lastIndexOf(last))
  const after = text.slice(text.lastIndexOf(last) + 1)
  const { group } = SEPARATORS[locale]
  const repeated = marks.length > 1 && marks.every((mark) => mark === last)
  const groups =
    repeated || (marks.length === 1 && last === group && after.length === 3 && /^[1-9]\d{0,2}$/.test(before))
  if (groups) return wholeOf(text, last)
  // The last mark is the point; any before it group, and are all the same other mark.
  const grouping = marks[0]
  if (marks.length > 1 && (grouping === last || marks.slice(0, -1).some((mark) => mark !== grouping)))
    return null
  const whole =
    marks.length > 1 ? wholeOf(before, grouping ?? '') : /^\d{0,12}$/.test(before) ? Number(before) : null
  return whole === null ? null : Number(`${whole}.${after}`)
}

/** '1.250.000' with its groups of three; null where they are not. */
function wholeOf(text: string, group: string): number | null {
  const parts = text.split(group)
  const [first = '', ...rest] = parts
  if (!/^\d{1,3}$/.test(first) || rest.some((part) => !/^\d{3}$/.test(part))) return null
  return Number(parts.join(''))
}

/**
 * A price in rupiah as minor units: '139000', '139.000', 'Rp 139,000', '139.000,50', '139.000,-'. Groups of
 * three are always thousands: nobody writes a price with three decimals. Null: no price, or none at all.
 */
export function parseRupiah(typed: string): number | null {
  const text = plain(typed)
    .replace(/^(rp|idr)\.?\s*/i, '')
    .replace(/\s*(rp|idr|روبية)$/i, '')
    .replace(/[.,]-+$/, '')
  const whole = parseQuantity(text)
  if (whole !== null) return whole * 100
  const match = /^(.*\d)[.,٫](\d{1,2})$/.exec(text)
  const before = match ? parseQuantity(match[1] ?? '') : null
  if (!match || before === null) return null
  return before * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** A number as the field shows it, so that `parseDecimal`, `parseRupiah` and `parseQuantity` read the same again. */
export function writeNumber(value: number, locale: Locale): string {
  const { group, point } = SEPARATORS[locale]
  const [whole = '0', fraction] = value
    .toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: false })
    .split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction ? `${grouped}${point}${fraction}` : grouped
}
