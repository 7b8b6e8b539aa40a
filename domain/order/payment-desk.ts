import type { LedgerAccount } from '../shared/order-enums'

/** What differs between our books and Stripe's, and is not settled yet. */
export interface OpenDifference {
  id: string
  kind: string
  stripeId: string
  orderId: string | null
  orderNumber: number | null
  oursMinor: number | null
  theirsMinor: number | null
  createdAt: Date
}

/** All that the organiser's page of payments shows. */
export interface PaymentDesk {
  isSample: boolean
  account: {
    bank: string
    number: string
    holder: string
    version: number
    by: string | null
    updatedAt: Date
  } | null
  /** 'none': cards aren't configured. */
  cards: 'none' | 'test' | 'live'
  /** Debit above zero: what lies at Stripe and in the bank; below: what is owed to pesantren. */
  balances: Record<LedgerAccount, number>
  comparison: {
    startedAt: Date
    endedAt: Date | null
    fromAt: Date
    toAt: Date
    checked: number
    failure: string | null
  } | null
  differences: OpenDifference[]
  /** More than are shown. */
  differenceCount: number
}
