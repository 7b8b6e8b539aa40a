import type { PhotoView } from '../photo/photo-view'
import type { BusinessField } from '../shared/enums'
import type { FoundText } from '../shared/locale'
import type { OpeningHours } from '../shared/opening-hours'
import type { Paper, ShelfProduct } from '../shared/shelf'

export interface Award {
  /** As reported, in Indonesian. */
  award: string
  year: number | null
  source: string | null
}

/** The next open booth along the aisle. */
export interface Neighbour {
  slug: string
  name: string
}

export interface BoothView {
  slug: string
  name: string
  nameArabic: string | null
  isSample: boolean
  /** A closed booth says so and shows nothing else. */
  closed: boolean
  regency: { code: string; name: string } | null
  district: string | null
  field: BusinessField | null
  story: FoundText | null
  reportedProducts: string | null
  reportedCapacity: string | null
  reportedSources: string[]
  spokenLanguages: string[] | null
  hasExported: boolean | null
  awards: Award[]
  /** Where it stands in the open hall; null: it is not in it. `aisle` counts from 0. */
  place: { pavilion: number; aisle: number } | null
  previous: Neighbour | null
  next: Neighbour | null
  products: ShelfProduct[]
  /** The booth's own gallery, without those of its goods. */
  photos: PhotoView[]
  /** The organisation's own papers. */
  papers: Paper[]
  /** What it says of itself beside; null: nothing. */
  more: BoothMore | null
  /** How a visitor can turn to it. */
  contact: 'whatsapp' | 'form'
  /** Whether visitors see it; else only its own people and the organiser do. */
  isShown: boolean
  /** Changes with what the share card shows. */
  version: number
}

/** What few booths have said by now: its words are sent only with those. */
export interface BoothMore {
  nameEnglish: string | null
  /** Street and place below the district. */
  address: string | null
  openingHours: OpeningHours | null
  videoUrl: string | null
}
