import type { PhotoView } from '../photo/photo-view'
import type { DeliverTo } from '../shared/deliver-to'
import type { Locale, LocalizedText } from '../shared/locale'
import type {
  Delivery,
  Dispute,
  FEEDBACK_MATCH,
  FEEDBACK_NEXT,
  FEEDBACK_QUALITY,
  OrderEventKind,
  OrderParty,
  OrderState,
  PaymentState,
  PaymentWay,
  RefundReason,
  RefundState,
  ShippingZone,
} from '../shared/order-enums'
import type { DisputeFacts } from './disputes'
import type { OrderChangeKind } from './order-state'

/** As whom an order is read: it decides what is in it. */
export type OrderViewer = Exclude<OrderParty, 'system'>

export interface OrderLineView {
  productId: string
  /** Of the product's page; null: it isn't shown any more. */
  slug: string | null
  name: LocalizedText
  size: LocalizedText
  /** The product's drawing. */
  drawing: string
  quantity: number
  unitPriceMinor: number
  lineMinor: number
}

/** The newest payment of an order. */
export interface PaymentView {
  id: string
  way: 'card' | 'transfer'
  state: PaymentState
  amountMinor: number
  paidAt: Date | null
  /** Of a transfer. The picture: readProof. */
  proofSentAt: Date | null
  hasProof: boolean
  rejectedReason: string | null
}

export interface RefundView {
  id: string
  amountMinor: number
  reason: RefundReason
  state: RefundState
  way: 'card' | 'transfer'
  at: Date
  settledAt: Date | null
  /** The organiser alone reads these three. */
  note: string | null
  reference: string | null
  failure: string | null
  /** Of money that came though the order couldn't have it. */
  isSurplus: boolean
}

export interface OrderEventView {
  id: number
  kind: OrderEventKind
  by: OrderParty
  at: Date
  /** Codes and amounts: `reason` of a rejection or cancelling is in it only where the reader may know. */
  detail: Record<string, string | number | boolean | null>
}

/** One of an order's disputes, with what its pesantren gave against it. */
export interface DisputeView extends DisputeFacts {
  evidence: { id: string; text: string; hasPicture: boolean; at: Date }[]
  /** This reader may give more now. */
  mayGiveEvidence: boolean
}

export interface Feedback {
  quality: (typeof FEEDBACK_QUALITY)[number]
  asDescribed: (typeof FEEDBACK_MATCH)[number]
  next: (typeof FEEDBACK_NEXT)[number]
  note: string | null
  /** The pesantren may read it. */
  isShared: boolean
}

/** An order as one of its parties or the organiser may read it. */
export interface OrderView {
  id: string
  number: number
  viewer: OrderViewer
  version: number
  state: OrderState
  way: PaymentWay
  isSample: boolean
  createdAt: Date
  booth: { organisationId: string; slug: string | null; name: string; nameArabic: string | null }
  /** Whose it is. `person` is null when deleted. */
  buyer: { person: string | null; company: string | null; locale: Locale }
  meetingId: string | null
  lines: OrderLineView[]
  currency: 'IDR'
  itemsMinor: number
  shippingMinor: number
  totalMinor: number
  paidMinor: number
  refundedMinor: number
  delivery: Delivery
  zone: ShippingZone | null
  weightGrams: number
  deliverTo: DeliverTo | null
  /** Where to reach the buyer; as `deliverTo`, only while it is needed. */
  buyerPhone: string | null
  /** Why the pesantren doesn't read the address: it isn't paid yet, or it was long ago. null: it does, or there is none. */
  addressHidden: 'not-yet' | 'over' | null
  buyerNote: string | null
  expiresAt: Date | null
  paidAt: Date | null
  packedAt: Date | null
  sentAt: Date | null
  receivedAt: Date | null
  endedAt: Date | null
  endedBy: OrderParty | null
  endReason: string | null
  /** Paid a week ago and not sent. */
  isOverdue: boolean
  courier: string | null
  trackingNumber: string | null
  hasParcelPhoto: boolean
  payment: PaymentView | null
  /** Where to transfer to, while the buyer has to. */
  transferAccount: { bank: string; number: string; holder: string; isSample: boolean } | null
  refunds: RefundView[]
  dispute: { state: Dispute; dueAt: Date | null } | null
  /** Each by itself, for the pesantren and the organiser, from the first to the last; else none. */
  disputes: DisputeView[]
  events: OrderEventView[]
  /** What this reader may do now. */
  actions: OrderChangeKind[]
  /** The buyer may go to the page where cards are taken, now. */
  mayPayByCard: boolean
  feedback: Feedback | null
  mayGiveFeedback: boolean
}

/** An order in a list. */
export interface OrderRow {
  id: string
  number: number
  state: OrderState
  way: PaymentWay
  delivery: Delivery
  createdAt: Date
  paidAt: Date | null
  expiresAt: Date | null
  totalMinor: number
  paidMinor: number
  refundedMinor: number
  currency: 'IDR'
  booth: { slug: string | null; name: string; nameArabic: string | null }
  buyer: { person: string | null; company: string | null }
  /** Its first line, and how many more there are. */
  first: {
    name: LocalizedText
    drawing: string
    /** null: it is shown by its drawing. */
    photo: Pick<PhotoView, 'hash' | 'width' | 'height'> | null
    quantity: number
  } | null
  moreLines: number
  hasProof: boolean
  isOverdue: boolean
  dispute: Dispute | null
  hasOpenRefund: boolean
  hasFailedRefund: boolean
  isSample: boolean
}

/** What the organiser looks through. */
export const ORDER_ATTENTION = ['proofs', 'refunds', 'disputes', 'overdue'] as const
export type OrderAttention = (typeof ORDER_ATTENTION)[number]

export interface OrderList {
  orders: OrderRow[]
  total: number
  page: number
  pages: number
  /** How many there are of each kind that needs somebody; of all orders that the reader may see. */
  attention: Record<OrderAttention, number>
}
