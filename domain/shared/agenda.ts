import type { Certification, TradeUnit } from './enums'
import type { LocalizedText } from './locale'
import type { Reason } from './reason'

/** What two parties meet about, as it was when they agreed to meet. */
export interface MeetingAgenda {
  /** The goods in the need's words. */
  productWords: string
  /** The offered product's name; null: about the booth. */
  productName: LocalizedText | null
  /** Units a month. */
  monthlyVolume: number | null
  unit: TradeUnit | null
  /** For one unit, in minor units of IDR. */
  targetPriceMinor: number | null
  requiredPapers: Certification[]
  /** ISO 3166-1 alpha-2. */
  destinationCountry: string | null
  /** The regency or city where one was chosen, then the place in the company's words: 'Kab. Garut, Cikajang'. */
  destinationPlace: string | null
  /** ISO date. */
  neededBy: string | null
  /** Why they suit each other, and what is missing. */
  reasons: Reason[]
  /** The need's note for the pesantren, then what the one who asked for the time added. */
  note: string | null
}
