import type { CertificateKind, CertificateState, ProductState, TradeUnit } from '../shared/enums'
import type { FoundText } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'
import type { ProductFields } from './product-fields'
import type { PublishingGap } from './publishing'

/** One of the pesantren's own products in its list. Money in minor units of IDR. */
export interface OwnProductRow {
  id: string
  slug: string
  state: ProductState
  isSample: boolean
  name: FoundText
  drawing: string
  /** Its first photograph; left out: it has none. */
  photo?: ShelfPhoto
  unit: TradeUnit
  /** The lowest unit price; null: none is stated. */
  lowestPriceMinor: number | null
  /** Units a month that aren't promised yet; null: not stated. */
  freeCapacity: number | null
  /** What it lacks before it may be published; none of a published one. */
  gaps: PublishingGap[]
}

export interface OwnProducts {
  rows: OwnProductRow[]
  page: number
  pages: number
  total: number
  /** How many are put away, on whichever list. */
  archived: number
  /** Whether the reader may change them, or only read. */
  mayWrite: boolean
}

/** A product as its own pesantren edits it. */
export interface OwnProduct {
  id: string
  slug: string
  state: ProductState
  isSample: boolean
  /** Raised by each change of its fields: what an edit is made on. */
  version: number
  drawing: string
  fields: ProductFields
}

/** A paper of the pesantren or of the product, as far as readiness for export asks. */
export interface HeldPaper {
  kind: CertificateKind
  state: CertificateState
}
