import type { CertificateKind } from '../shared/enums'

/** How numbers of each kind are written, as far as anybody can know: newer and older forms both occur. */
const FORMS: Partial<Record<CertificateKind, RegExp>> = {
  halal: /^ID\d{17}$/,
  pirt: /^(P-?IRT)?\d{13,15}(-\d{2})?$/,
  bpom: /^(BPOMRI)?(MD|ML|TR|SD|SI|NA|NC|NE)\d{9,15}$/,
  nib: /^\d{13}$/,
  sni: /^SNI(ISO|IEC|ISO\/IEC)?\d{2,5}(-\d{1,2})?:\d{4}$/,
}

/**
 * Whether a number looks unlike what its kind is written as. Only for a warning: offices change their forms, and a
 * paper isn't wrong because we don't know it.
 */
export function looksUnusual(kind: CertificateKind, number: string): boolean {
  const plain = number.toUpperCase().replace(/[\s.]/g, '')
  if (!plain) return false
  if (kind === 'gs1') return !isArticleNumber(plain)
  const form = FORMS[kind]
  return form !== undefined && !form.test(plain)
}

/** A barcode's number: its last digit checks the others. */
function isArticleNumber(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}
