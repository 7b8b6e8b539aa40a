/** More than any unit of these goods costs, and small enough for safe sums. In whole rupiah. */
export const MOST_RUPIAH = 1_000_000_000

/**
 * A price as people type it, in whole rupiah: '140.000', '140,000', '140 000', '140000', 'Rp 140.000,00',
 * '140rb', Arabic digits. Null: no such price. Sen are in no price list, so only ',00' may follow.
 */
export function parseRupiah(typed: string): number | null {
  const plain = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    // Marks of direction come along when an amount is copied from a page in Arabic.
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .trim()
    .replace(/^(rp\.?|idr)\s*/i, '')
    .replace(/\s*(rupiah|idr|روبية)$/i, '')
    .replace(/,-$/, '')
  const thousands = /^(\d{1,6})\s*(rb|ribu)$/i.exec(plain)?.[1]
  if (thousands) return Number(thousands) * 1000
  // The same sign parts all groups, and the other one the sen.
  const grouped = /^(\d{1,3})([.,\s\u00a0\u202f٬])\d{3}(?:\2\d{3}){0,3}(?:(?!\2)[.,٫]00)?$/.exec(plain)
  if (grouped) return Number(plain.replace(/[.,٫]00$/, '').replace(/\D/g, ''))
  const whole = /^(\d{1,12})(?:[.,٫]00)?$/.exec(plain)?.[1]
  return whole ? Number(whole) : null
}
