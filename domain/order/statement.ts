import type { LedgerKind } from '../shared/order-enums'

/** A line of a pesantren's statement. */
export interface StatementLine {
  at: Date
  kind: LedgerKind
  /** What the programme owes more (above zero) or less by it. */
  amountMinor: number
  /** What is owed after it. */
  balanceMinor: number
  orderId: string | null
  orderNumber: number | null
  /** Of a pay-out. */
  payout: { id: string; reference: string; paidOn: string; hasProof: boolean } | null
}

/** A month of a pesantren's account with the programme, in the hall's zone. */
export interface Statement {
  organisation: { id: string; slug: string; name: string; nameArabic: string | null }
  /** 'YYYY-MM'. */
  month: string
  currency: 'IDR'
  openingMinor: number
  lines: StatementLine[]
  closingMinor: number
  /** Now, whatever the month. */
  owed: { balanceMinor: number; waitingMinor: number; goingBackMinor: number; releasableMinor: number }
  /** Months with lines, the newest first. */
  months: string[]
}

/** 'YYYY-MM' of a text from an address; null: it is none. */
export function typedMonth(text: string | null | undefined): string | null {
  return text && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null
}
