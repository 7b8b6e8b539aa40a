import type { PavilionStyle } from '../hall/motifs'
import type { BoothState } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import type { BoothFields } from './booth-fields'

/** A pavilion as its booths see it. */
export interface OwnPavilion {
  /** null: the open hall has none for this regency. */
  number: number | null
  /** The booth stands in it. */
  isPlaced: boolean
  regencyCode: string | null
  look: PavilionStyle
}

/** What the booth's preview shows that the form doesn't say. */
export interface PreviewGoods {
  /** The first of the shelf: the small line on the sign. */
  product: LocalizedText | null
  /** Up to three drawing specs. */
  drawings: string[]
  award: boolean
}

/** A pesantren's own booth, for its studio. */
export interface OwnBooth {
  slug: string
  isSample: boolean
  version: number
  boothState: BoothState
  fields: BoothFields
  whatsapp: {
    /** All but the ends hidden; null: none is known. */
    masked: string | null
    /** A code has proved it. */
    isProven: boolean
  }
  pavilion: OwnPavilion
  goods: PreviewGoods
}

export interface PlaceChoice {
  code: string
  name: string
}
