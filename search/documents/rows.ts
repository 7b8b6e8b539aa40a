import type { BusinessField, CertificateKind, CertificateState, TradeUnit } from '~/domain/shared/enums'
import type { LocalizedText } from '~/domain/shared/locale'
import type { ShelfPhoto } from '~/domain/shared/shelf'

/** A paper as the index needs it. */
export interface PaperRow {
  kind: CertificateKind
  state: CertificateState
  /** ISO date; null: no end stated. */
  expiresOn: string | null
}

/** The booth that a product stands in, or that is itself looked for. */
export interface BoothRow {
  id: string
  slug: string
  name: string
  nameArabic: string | null
  field: BusinessField | null
  story: LocalizedText | null
  reportedProducts: string | null
  hasExported: boolean | null
  isSample: boolean
  updatedAt: Date
  regencyCode: string | null
  regencyKind: 'kabupaten' | 'kota' | null
  regencyName: string | null
  districtName: string | null
  /** Papers of the organisation and, for a booth's own document, of its published products. */
  papers: PaperRow[]
  /** Drawing specs of its first published products. */
  drawings: string[]
  /** The first of its gallery, then those of its first published products. */
  photos: ShelfPhoto[]
}

export interface ProductRow {
  id: string
  slug: string
  name: LocalizedText
  description: LocalizedText | null
  field: BusinessField
  kind: string
  drawing: string
  photo: ShelfPhoto | null
  unit: TradeUnit
  minimumOrder: number | null
  leadTimeDays: number | null
  monthlyCapacity: number | null
  promisedCapacity: number
  shelfLifeDays: number | null
  /** How many price tiers are stated. */
  tiers: number
  isSample: boolean
  updatedAt: Date
  lowestPriceMinor: number | null
  highestPriceMinor: number | null
  /** Papers of the product and of its organisation as a whole. */
  papers: PaperRow[]
  booth: Omit<BoothRow, 'papers' | 'drawings' | 'photos' | 'story' | 'reportedProducts' | 'updatedAt' | 'id'>
}
