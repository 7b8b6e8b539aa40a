import type { LocalizedText } from '../shared/locale'
import type { Delivery, Dispute, OrderState } from '../shared/order-enums'

/** The pesantren's lists of orders: what it has to do, what is on its way, what isn't paid, what is over. */
export const OWN_ORDER_TABS = ['todo', 'way', 'unpaid', 'over'] as const
export type OwnOrderTab = (typeof OWN_ORDER_TABS)[number]

export const TAB_STATES: Readonly<Record<OwnOrderTab, readonly OrderState[]>> = {
  todo: ['paid', 'packed'],
  way: ['sent'],
  unpaid: ['awaiting'],
  over: ['received', 'cancelled', 'lapsed'],
}

export interface OwnOrderRow {
  id: string
  number: number
  state: OrderState
  delivery: Delivery
  dispute: Dispute | null
  /** null: nobody's any more. */
  buyer: { person: string | null; company: string | null }
  city: string | null
  countryCode: string | null
  first: { name: LocalizedText; quantity: number } | null
  /** Other goods than the first, and samples of all together. */
  moreLines: number
  samples: number
  createdAt: Date
  paidAt: Date | null
  sentAt: Date | null
  endedAt: Date | null
  expiresAt: Date | null
  isOverdue: boolean
  /** Whole days in which it is to be sent; null: that isn't the question. */
  daysLeft: number | null
  isSample: boolean
}

export interface OwnOrders {
  rows: OwnOrderRow[]
  page: number
  pages: number
  counts: Record<OwnOrderTab, number>
}
