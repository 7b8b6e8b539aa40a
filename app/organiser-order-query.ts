import { ORDER_ATTENTION, type OrderAttention } from '~/domain/order/order-view'
import { ORDER_STATES, type OrderState, PAYMENT_WAYS, type PaymentWay } from '~/domain/shared/order-enums'

/** What of the orders is shown, as the page's address says it. */
export interface OrderFilter {
  attention: OrderAttention | null
  state: OrderState | null
  way: PaymentWay | null
  q: string | null
}

const LONGEST_SEARCH = 100

/** Reads the address leniently: what nobody could have chosen counts for nothing. */
export function readOrderFilter(query: URLSearchParams): OrderFilter {
  return {
    attention: ORDER_ATTENTION.find((known) => known === query.get('need')) ?? null,
    state: ORDER_STATES.find((known) => known === query.get('state')) ?? null,
    way: PAYMENT_WAYS.find((known) => known === query.get('way')) ?? null,
    q: query.get('q')?.trim().slice(0, LONGEST_SEARCH) || null,
  }
}

/** The address of what is shown, without what isn't chosen; '' where nothing is. */
export function orderQuery({ attention, state, way, q }: OrderFilter, page = 1): string {
  const query = new URLSearchParams()
  if (attention) query.set('need', attention)
  if (state) query.set('state', state)
  if (way) query.set('way', way)
  if (q) query.set('q', q)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text && `?${text}`
}
