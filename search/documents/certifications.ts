import type { CertificateKind } from '~/domain/shared/enums'
import { CERTIFICATIONS, type Certification } from '~/domain/shared/enums'
import type { PaperRow } from './rows'

const FACET_VALUE: Partial<Record<CertificateKind, Certification>> = {
  halal: 'halal',
  pirt: 'pirt-bpom',
  bpom: 'pirt-bpom',
  nib: 'nib',
  sni: 'sni',
}

/**
 * What papers let a buyer filter by. A paper that is only applied for, or that has run out before
 * `today` (ISO date), does not count.
 */
export function certifications(papers: readonly PaperRow[], today: string): Certification[] {
  const held = new Set<Certification>()
  for (const paper of papers) {
    if (paper.state === 'applied' || (paper.expiresOn !== null && paper.expiresOn < today)) continue
    const value = FACET_VALUE[paper.kind]
    if (value) held.add(value)
    if (paper.kind === 'halal' && paper.state === 'verified') held.add('halal-verified')
  }
  return CERTIFICATIONS.filter((value) => held.has(value))
}
