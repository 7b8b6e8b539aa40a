import type { OrderRow } from '~/domain/order/order-view'
import type { PageWords } from './i18n/page-words.server'

/** What a buyer calls the state of an order. */
export function orderStateWords(
  order: Pick<OrderRow, 'state' | 'delivery' | 'hasProof'>,
  words: PageWords['myOrders'],
): { text: string; tone: 'ok' | 'warn' | 'bad' | '' } {
  const { state } = order
  if (state === 'awaiting' && order.hasProof) return { text: words.proofState, tone: '' }
  if (state === 'sent' && order.delivery === 'hand-over') return { text: words.handed, tone: 'ok' }
  const tone = {
    awaiting: 'warn',
    paid: 'ok',
    packed: 'ok',
    sent: 'ok',
    received: 'ok',
    cancelled: 'bad',
    lapsed: 'bad',
  } as const
  return { text: words.states[state], tone: tone[state] }
}
