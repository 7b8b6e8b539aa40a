import type { BusinessField } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'

/** A booth as the hall draws it. Kept small: a pavilion of 190 booths is one file. */
export interface ShardBooth {
  slot: number
  slug: string
  /** The sign, Latin and Arabic. */
  name: string
  nameArabic: string | null
  field: BusinessField | null
  /** What it makes, in a few words; the Indonesian ones are on the sign. */
  product: LocalizedText | null
  /** Up to three drawing specs, see domain/product/drawing.ts; "photo" where a photograph stands on the sheet. */
  drawings: string[]
  /** The photograph that stands first there, for lists; left out: a drawing does, or nothing. */
  photo?: ShelfPhoto
  /** Version of its picture sheet, see domain/hall/picture-sheet.ts; null where it shows no pictures. */
  sheet: string | null
  award: boolean
  sample: boolean
  /** A closed booth keeps its slot: it is drawn shut, cannot be opened and shows no goods. */
  closed: boolean
  /** What of its look is its own; absent: all as its pavilion. */
  look?: { motif?: string; colour?: string; accent?: string }
}

/** Immutable under its version: `/hall/shards/<editionSlug>/<number>/<version>.json`. */
export interface PavilionShard {
  pavilion: number
  version: string
  booths: ShardBooth[]
}

export interface ManifestPavilion {
  number: number
  regencyCode: string
  regencyName: string
  regencyKind: 'kabupaten' | 'kota'
  /** Frozen for the edition. */
  slotCount: number
  boothCount: number
  motif: string
  roof: string
  /** #rrggbb */
  colour: string
  accent: string
  /** Changes when any booth of the pavilion changes. */
  version: string
  /** See PavilionPlan: one's own aisle. */
  inward?: boolean
  /** A gate that bears its own name, not a regency's, has it in Arabic too. */
  nameArabic?: string
}

/** `/hall/manifest.json`: small, revalidated; all that the hall needs before its first frame. */
export interface HallManifest {
  edition: string
  pavilions: ManifestPavilion[]
}
