import type {
  Dispute,
  OrderEventKind,
  OrderHold,
  OrderParty,
  OrderState,
  PaymentWay,
} from '../shared/order-enums'

/** Of an order, all that decides what it may become. Amounts in minor units. */
export interface OrderFacts {
  state: OrderState
  way: PaymentWay
  holds: OrderHold
  totalMinor: number
  paidMinor: number
  refundedMinor: number
  dispute: Dispute | null
  expiresAt: Date | null
  hasProof: boolean
}

export type OrderChange =
  /** The buyer says that the transfer was made. */
  | { kind: 'send-proof' }
  | { kind: 'reject-proof'; expiresAt: Date }
  /** The money is there. `canHold`: samples that were given back can be kept back again. */
  | { kind: 'pay'; amountMinor: number; canHold: boolean }
  | { kind: 'lapse' }
  | { kind: 'cancel' }
  | { kind: 'pack' }
  | { kind: 'send' }
  | { kind: 'receive' }
  /** Part of the money or all of it is to go back. */
  | { kind: 'refund'; amountMinor: number }
  /** A refund didn't reach its buyer. */
  | { kind: 'refund-failed'; amountMinor: number }
  | { kind: 'dispute'; dispute: Dispute }
export type OrderChangeKind = OrderChange['kind']

export interface OrderStep {
  facts: OrderFacts
  event: OrderEventKind
  /** Money that came though the order can't have it: it is given back whole. */
  surplusMinor: number
}

/** Yet to be written by its owner: see the signature. */
export declare function nextOrder(
  facts: OrderFacts,
  change: OrderChange,
  by: OrderParty,
  now: Date,
): OrderStep | null
