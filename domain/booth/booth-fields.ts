import type { Motif } from '../hall/motifs'
import type { BusinessField } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import type { OpeningHours } from '../shared/opening-hours'

/**
 * What a pesantren says of its booth, whole: the form fills it, history keeps it. The number is not part of it: it
 * is proved on its own page and stays out of history.
 */
export interface BoothFields {
  /** In Latin script: on the sign, and wherever there is no other. */
  name: string
  nameEnglish: string | null
  nameArabic: string | null
  story: LocalizedText | null
  /** What the sign says instead of the names. */
  signLatin: string | null
  signArabic: string | null
  /** null: as its pavilion. */
  motif: Motif | null
  colour: string | null
  accent: string | null
  field: BusinessField | null
  regencyCode: string | null
  districtCode: string | null
  /** Street and place below the district. */
  address: string | null
  openingHours: OpeningHours | null
  videoUrl: string | null
  spokenLanguages: string[] | null
  hasExported: boolean | null
}

/** Languages that a booth can say it answers in. */
export const SPOKEN_LANGUAGES = ['id', 'su', 'jv', 'en', 'ar', 'ms', 'zh', 'ja'] as const

export const BOOTH_LONGEST = {
  name: 100,
  nameEnglish: 100,
  nameArabic: 100,
  story: 1200,
  signLatin: 40,
  signArabic: 40,
  address: 200,
  videoUrl: 300,
} as const
