/**
 * An address that can be nobody's: an e-mail of the reserved domain `.example` (RFC 2606), or a number of the
 * range that Ofcom keeps for drama. Only such make sample people, and only while the sample alone is open.
 */
export function isSampleAddress(address: string): boolean {
  return isSampleNumber(address) || /@(?:[^@]+\.)?example$/i.test(address)
}

/** +44 7700 900000 to 900999. */
export function isSampleNumber(e164: string): boolean {
  return /^\+447700900\d{3}$/.test(e164)
}
