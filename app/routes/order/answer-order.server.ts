import { data, redirect } from '@remix-run/node'
import { pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import type { WebContext } from '~/app/web-context'
import { cancelOrder } from '~/domain/order/cancel-order.server'
import { giveFeedback } from '~/domain/order/give-feedback.server'
import { receiveOrder } from '~/domain/order/receive-order.server'
import { sendProof } from '~/domain/order/send-proof.server'
import type { Locale } from '~/domain/shared/locale'
import { readFeedback } from './read-feedback'

export interface OrderAnswer {
  /** Of the picture of a transfer. */
  proof: string | null
  /** What was tapped and written so far. */
  feedback: { quality: string; asDescribed: string; next: string; note: string; share: boolean } | null
  /** The order isn't any more as the page showed it. */
  isStale: boolean
}

interface Sent {
  context: WebContext
  form: FormData
  orderId: string
  locale: Locale
}

/** What a buyer does with an order. */
export async function answerOrder({ context, form, orderId, locale }: Sent) {
  const use = context.context
  const done = (what: string, hash = '') =>
    redirect(`/${locale}/orders/${encodeURIComponent(orderId)}?done=${what}${hash}`, 303)
  const answer = (status: number, said: Partial<OrderAnswer>) =>
    data<OrderAnswer>({ proof: null, feedback: null, isStale: false, ...said }, { status })
  const stale = () => answer(409, { isStale: true })
  switch (form.get('intent')) {
    case 'proof': {
      const file = form.get('proof')
      if (!(file instanceof File) || file.size === 0) {
        return answer(400, { proof: pageWords('myOrders', locale).proofMissing })
      }
      const bytes = Buffer.from(await file.arrayBuffer())
      const outcome = await run(() => sendProof(use, { orderId, bytes }))
      if (outcome.kind === 'bad-picture') {
        return answer(400, { proof: pageWords('photos', locale).problems[outcome.problem] })
      }
      return outcome.kind === 'sent' ? done('proof') : stale()
    }
    case 'cancel': {
      const outcome = await run(() => cancelOrder(use, { orderId, reason: null }))
      return outcome.kind === 'cancelled' ? done('cancelled') : stale()
    }
    case 'received': {
      const outcome = await run(() => receiveOrder(use, { orderId }))
      return outcome.kind === 'received' ? done('received', '#feedback') : stale()
    }
    case 'feedback': {
      const feedback = readFeedback(form)
      if (!feedback) {
        const text = (name: string) => String(form.get(name) ?? '').slice(0, 1_000)
        return answer(400, {
          feedback: {
            quality: text('quality'),
            asDescribed: text('asDescribed'),
            next: text('next'),
            note: text('note'),
            share: form.get('share') === 'on',
          },
        })
      }
      const outcome = await run(() => giveFeedback(use, { orderId, feedback }))
      return outcome.kind === 'not-received' ? stale() : done('feedback')
    }
    default:
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
}
