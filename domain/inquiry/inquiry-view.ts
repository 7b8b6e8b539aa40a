import type { InquiryChannel, InquiryState } from '../shared/enums'
import type { FoundText, Locale } from '../shared/locale'

export const INQUIRY_TABS = ['new', 'answered', 'closed'] as const satisfies readonly InquiryState[]

/** Why the words of an inquiry, or who wrote it, aren't shown. */
export type Withheld =
  /** The words stayed on the buyer's phone: only a WhatsApp draft was opened. */
  | 'on-phone'
  /** Anybody can enter the sample's accounts: what visitors write there is for nobody's eyes. */
  | 'sample'
  | 'erased'

export interface InquiryRow {
  id: string
  channel: InquiryChannel
  state: InquiryState
  product: FoundText | null
  quantity: number | null
  /** Null where it is withheld or wasn't said. */
  contactName: string | null
  /** The beginning of what was written. */
  excerpt: string | null
  withheld: Withheld | null
  locale: Locale
  isSample: boolean
  createdAt: Date
}

export interface InquiryList {
  rows: InquiryRow[]
  page: number
  pages: number
  counts: Record<InquiryState, number>
}

export interface InquiryView extends Omit<InquiryRow, 'excerpt' | 'product'> {
  product: { slug: string; name: FoundText; isPublished: boolean } | null
  message: string | null
  answeredAt: Date | null
  /** Reads only: sees what is asked, and not how the buyer is reached. */
  mayAnswer: boolean
  /** For those who may answer. */
  email: string | null
  /** What WhatsApp would open with; null: the buyer left no number, which is in no page. */
  draft: { seller: string; buyer: string | null } | null
}
