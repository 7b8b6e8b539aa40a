import type { MessageTemplate } from '../shared/message-enums'
import type { OrderState } from '../shared/order-enums'

/** An order as it stands when a message about it is to go. */
export interface OrderNow {
  state: OrderState
  hasProof: boolean
  expiresAt: Date | null
  /** The disputes on which the bank hasn't decided. */
  openDisputes: readonly string[]
}

/** Of what a message was filled with, what decides whether it is still true. */
export interface OrderTold {
  disputeId?: unknown
  dueAt?: unknown
}

export type OrderTemplate = Extract<MessageTemplate, `order-${string}`>
export type OrderNotDue = `order-${OrderState}` | 'answered' | 'over'

export const isOrderTemplate = (template: MessageTemplate): template is OrderTemplate =>
  template.startsWith('order-')

const AFTER_PAYMENT: readonly OrderState[] = ['paid', 'packed', 'sent', 'received']

/** Whether what a message about an order says is still true and of use. What moved money is told in any case. */
export function stillDueOrder(
  template: OrderTemplate,
  order: OrderNow,
  now: Date,
  told: OrderTold = {},
): true | OrderNotDue {
  const { state, hasProof, expiresAt } = order
  const gone = `order-${state}` as const
  switch (template) {
    case 'order-new':
    case 'order-send-due':
      return state === 'paid' || state === 'packed' ? true : gone
    case 'order-paid':
      return AFTER_PAYMENT.includes(state) ? true : gone
    case 'order-packed':
      return state === 'packed' ? true : gone
    case 'order-sent':
      return state === 'sent' ? true : gone
    case 'order-proof-rejected':
    case 'order-transfer-due':
      if (state !== 'awaiting') return gone
      if (hasProof) return 'answered'
      return expiresAt !== null && expiresAt <= now ? 'over' : true
    case 'order-ended':
      // Paid after all: it was revived.
      return state === 'cancelled' || state === 'lapsed' ? true : gone
    case 'order-disputed':
      if (!order.openDisputes.some((id) => id === told.disputeId)) return 'answered'
      return typeof told.dueAt === 'string' && Date.parse(told.dueAt) <= now.getTime() ? 'over' : true
    case 'order-dispute-ended':
    case 'order-arrived':
    case 'order-refunded':
    case 'order-surplus':
      return true
  }
}
