import type { InquiryOutcome, OutcomeKind } from '../shared/enums'

/** What was said in a month: of meetings and of inquiries. A promise is no sale. */
export interface Promised {
  /** Of meetings; what a meeting's two sides say of it counts once. */
  meetings: Record<OutcomeKind, number>
  /** Sum of what was said for orders and memoranda, the lower of two. */
  promisedMinor: number
  inquiries: Record<InquiryOutcome, number>
}

/** What happened in a month with samples: by the day of payment, of arrival, of the buyer's word. */
export interface Realised {
  paidOrders: number
  /** Paid, less what went back since. */
  paidMinor: number
  received: number
  /** What buyers said of samples that came. */
  said: number
  goodQuality: number
  asDescribed: number
  /** 'I mean to order': said, not done. */
  meansToOrder: number
}

export interface DealMonth {
  /** '2026-11' of the hall's calendar. */
  month: string
  promised: Promised
  realised: Realised
}

export interface Deals {
  year: number
  /** Years of which something is known, the newest first. */
  years: number[]
  /** The newest first; months of which nothing is known aren't there. */
  months: DealMonth[]
}
