import type { CertificateKind, CertificateState } from '../shared/enums'
import type { FoundText } from '../shared/locale'

export const PAPER_TABS = ['waiting', 'objected', 'verified'] as const
export type PaperTab = (typeof PAPER_TABS)[number]

export const PAPER_DECISIONS = ['verify', 'object', 'take-back'] as const
export type PaperDecision = (typeof PAPER_DECISIONS)[number]

/** A paper that a pesantren has shown the organiser. */
export interface ShownPaper {
  id: string
  kind: CertificateKind
  number: string | null
  state: CertificateState
  /** ISO days. */
  expiresOn: string | null
  verifiedOn: string | null
  objection: string | null
  organisation: { id: string; name: string; nameArabic: string | null }
  productName: FoundText | null
  /** Of its file. */
  pages: number
  isSample: boolean
  /** What a decision is made on: when it last changed, in milliseconds. */
  seen: number
}
