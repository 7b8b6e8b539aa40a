import type { MessageVariables, OrderMessage } from '../shared/message-variables'
import type { OrderEventKind, OrderParty } from '../shared/order-enums'
import type { OrderTemplate } from './still-due-order'

/** What of an event is told to whom. */
export type OrderNews = {
  [T in OrderTemplate]: {
    to: 'buyer' | 'pesantren'
    template: T
    variables: (told: OrderMessage) => MessageVariables[T]
  }
}[OrderTemplate]

/** An event with what of its order a message needs. */
export interface OrderEventTold {
  kind: OrderEventKind
  by: OrderParty
  amountMinor: number | null
  totalMinor: number
  isHandedOver: boolean
  courier: string | null
  tracking: string | null
  endReason: string | null
  rejectedReason: string | null
  expiresAt: Date | null
  /** Of a dispute: the service's id of it, and until when it can be answered. */
  disputeId?: string | null
  dueAt?: string | null
  /** Whether the pesantren has heard of the order: one that was never paid it hasn't. */
  wasPaid: boolean
}

/** Who hears what of an event: those whom it concerns, not who did it. What was paid is always confirmed. */
export function orderNews(event: OrderEventTold): OrderNews[] {
  const { by } = event
  switch (event.kind) {
    case 'paid':
    case 'revived':
      return [
        {
          to: 'pesantren',
          template: 'order-new',
          variables: (told) => ({ ...told, isHandedOver: event.isHandedOver }),
        },
        {
          to: 'buyer',
          template: 'order-paid',
          variables: (told) => ({ ...told, totalMinor: event.totalMinor }),
        },
      ]
    case 'proof-rejected': {
      const { expiresAt } = event
      return expiresAt
        ? [
            {
              to: 'buyer',
              template: 'order-proof-rejected',
              variables: (told) => ({
                ...told,
                reason: event.rejectedReason,
                expiresAt: expiresAt.toISOString(),
              }),
            },
          ]
        : []
    }
    case 'packed':
      return [{ to: 'buyer', template: 'order-packed', variables: (told) => told }]
    case 'sent':
      return [
        {
          to: 'buyer',
          template: 'order-sent',
          variables: (told) =>
            event.isHandedOver
              ? { ...told, courier: null, tracking: null }
              : { ...told, courier: event.courier ?? '–', tracking: event.tracking },
        },
      ]
    case 'received':
      // The system's word is nobody's: there is nothing to hear.
      return by === 'buyer' ? [{ to: 'pesantren', template: 'order-arrived', variables: (told) => told }] : []
    case 'cancelled':
    case 'lapsed': {
      const how = event.kind
      const ended = (to: 'buyer' | 'pesantren'): OrderNews => ({
        to,
        template: 'order-ended',
        variables: (told) => ({ ...told, how, reason: event.endReason, isOwn: to === 'pesantren' }),
      })
      return [
        ...(by === 'buyer' ? [] : [ended('buyer')]),
        ...(by !== 'pesantren' && event.wasPaid ? [ended('pesantren')] : []),
      ]
    }
    case 'refunded':
    case 'surplus': {
      const { amountMinor } = event
      if (amountMinor === null) return []
      const template = event.kind === 'refunded' ? 'order-refunded' : 'order-surplus'
      return [{ to: 'buyer', template, variables: (told) => ({ ...told, amountMinor }) }]
    }
    case 'disputed':
    case 'dispute-won':
    case 'dispute-lost': {
      const amountMinor = event.amountMinor ?? event.totalMinor
      const { disputeId = null, dueAt = null } = event
      if (event.kind !== 'disputed') {
        const how = event.kind === 'dispute-won' ? 'won' : 'lost'
        return [
          {
            to: 'pesantren',
            template: 'order-dispute-ended',
            variables: (told) => ({ ...told, how, amountMinor }),
          },
        ]
      }
      return disputeId
        ? [
            {
              to: 'pesantren',
              template: 'order-disputed',
              variables: (told) => ({ ...told, disputeId, amountMinor, dueAt }),
            },
          ]
        : []
    }
    default:
      return []
  }
}
