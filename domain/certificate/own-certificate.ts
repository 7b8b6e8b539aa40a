import type { CertificateKind, CertificateState } from '../shared/enums'
import type { FoundText } from '../shared/locale'

/** A paper as its own pesantren, or the organiser, sees it. */
export interface OwnCertificate {
  id: string
  kind: CertificateKind
  number: string | null
  state: CertificateState
  /** ISO days. */
  expiresOn: string | null
  verifiedOn: string | null
  /** null: of the whole pesantren. */
  productId: string | null
  productName: FoundText | null
  /** 'none' was sent; 'waiting' for the worker; 'ready' to be looked at; 'refused', see `fileProblem`. */
  file: 'none' | 'waiting' | 'ready' | 'refused'
  fileProblem: string | null
  /** Of the file that is ready. */
  pages: number
  /** What the organiser found wrong with it. */
  objection: string | null
  isSample: boolean
  /** What an edit is made on: when it last changed, in milliseconds. */
  seen: number
}
