import type { CertificateKind, CertificateState, TradeUnit } from './enums'
import type { FoundText } from './locale'

/** A certificate, licence or registration as pages show it. */
export interface Paper {
  kind: CertificateKind
  state: CertificateState
  number: string | null
  /** ISO dates. */
  verifiedOn: string | null
  expiresOn: string | null
}

/** What a list needs of a photograph: see domain/photo/photo-view.ts. */
export interface ShelfPhoto {
  hash: string
  width: number
  height: number
}

/** One of the goods on a booth's shelf. */
export interface ShelfProduct {
  slug: string
  name: FoundText
  drawing: string
  /** Its first photograph; left out: it has none. */
  photo?: ShelfPhoto
  unit: TradeUnit
  /** The cheapest and the dearest unit price in minor units; null: not stated. */
  priceMinor: { from: number; to: number } | null
  minimumOrder: number | null
  monthlyCapacity: number | null
  madeToOrder: boolean | null
  /** The product's halal paper, else its best other one. */
  paper: { kind: CertificateKind; state: CertificateState } | null
}
