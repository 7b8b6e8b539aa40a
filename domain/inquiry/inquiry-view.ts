import type { InquiryChannel, InquiryOutcome, InquiryState } from '../shared/enums'
import type { FoundText, Locale } from '../shared/locale'

export const INQUIRY_TABS = ['new', 'answered', 'closed'] as const satisfies readonly InquiryState[]

/** What a list of inquiries is narrowed to: one outcome, or those of which none is said yet. */
export const OUTCOME_FILTERS = [
  'interested',
  'sample',
  'order',
  'nothing',
  'unsaid',
] as const satisfies readonly (InquiryOutcome | 'unsaid')[]
export type OutcomeFilter = (typeof OUTCOME_FILTERS)[number]

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
  /** What the pesantren says came of it; null: nothing yet. */
  outcome: InquiryOutcome | null
}

export interface InquiryList {
  rows: InquiryRow[]
  page: number
  pages: number
  counts: Record<InquiryState, number>
  /** Of the state that is shown. */
  outcomes: Record<OutcomeFilter, number>
  /** Whether the reader may answer and mark them, or only read. */
  mayAnswer: boolean
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
