import type { CertificateKind, CertificateState, Certification } from './enums'

/** Which certificates make up a paper that can be asked for. */
const KINDS: Record<Certification, readonly CertificateKind[]> = {
  'halal-verified': ['halal'],
  halal: ['halal'],
  'pirt-bpom': ['pirt', 'bpom'],
  nib: ['nib'],
  sni: ['sni'],
}

export function kindsOfPaper(paper: Certification): readonly CertificateKind[] {
  return KINDS[paper]
}

export interface HeldPaper {
  kind: CertificateKind
  state: CertificateState
  /** ISO date; null: no end stated. */
  expiresOn: string | null
}

/** What is applied for or has run out before `today` (ISO date) doesn't. */
export function stillHolds({ state, expiresOn }: HeldPaper, today: string): boolean {
  return state !== 'applied' && (expiresOn === null || expiresOn >= today)
}

/**
 * Papers that hold on `today` (ISO date): verified by the organiser, or only declared.
 */
export function paperSets(
  papers: readonly HeldPaper[],
  today: string,
): { verified: Set<Certification>; declared: Set<Certification> } {
  const verified = new Set<Certification>()
  const declared = new Set<Certification>()
  const plain = (Object.keys(KINDS) as Certification[]).filter((paper) => paper !== 'halal-verified')
  for (const held of papers) {
    if (!stillHolds(held, today)) continue
    const { kind, state } = held
    for (const paper of plain) {
      if (KINDS[paper].includes(kind)) (state === 'verified' ? verified : declared).add(paper)
    }
  }
  return { verified, declared }
}
