import { CERTIFICATIONS } from '~/domain/shared/enums'
import type { FacetCount } from '../search-index'

/** Certifications as one number: a bit for each, in the order of CERTIFICATIONS. Unknown ones count for nothing. */
export function paperBits(certifications: readonly string[]): number {
  return CERTIFICATIONS.reduce(
    (bits, value, at) => (certifications.includes(value) ? bits | (1 << at) : bits),
    0,
  )
}

/** Counts of each certification from counts of each combination of them. */
export function paperCounts(combinations: FacetCount[]): FacetCount[] {
  return CERTIFICATIONS.map((value, at) => ({
    value,
    count: combinations.reduce(
      (sum, { value: bits, count }) => sum + (Number(bits) & (1 << at) ? count : 0),
      0,
    ),
  })).filter(({ count }) => count > 0)
}
