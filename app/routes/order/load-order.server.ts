import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { countryName } from '~/app/country-names.server'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatShortDay, formatTime } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { run } from '~/app/run.server'
import { indicationSentence, readShown } from '~/app/shown-currency.server'
import { lookAtPayment } from '~/domain/order/look-at-payment.server'
import { orderNumber } from '~/domain/order/order-number'
import type { OrderView } from '~/domain/order/order-view'
import { PROVINCES } from '~/domain/order/provinces'
import { readOrder } from '~/domain/order/read-order.server'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'

const DONE = ['placed', 'proof', 'cancelled', 'received', 'feedback'] as const
const PAY = ['gone', 'not-configured', 'refused', 'unavailable'] as const
const PAY_TROUBLE = {
  gone: 'closed',
  'not-configured': 'off',
  refused: 'refused',
  unavailable: 'unavailable',
} as const

/** All that a buyer's page of an order shows. Others have theirs elsewhere, and are led there. */
export async function loadOrder({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const id = params.id ?? ''
  const use = context.context
  const query = new URL(request.url).searchParams
  const back = query.get('back')
  let order = await run(() => readOrder(use, { id, locale }))
  if (order.viewer !== 'buyer') {
    const desk = order.viewer === 'pesantren' ? 'studio' : 'organiser'
    throw redirect(`/${locale}/${desk}/orders/${id}`)
  }
  // The page tells the truth before anybody has told us of it: whoever comes back from the service is asked about.
  const isOver = order.expiresAt !== null && order.expiresAt <= use.now
  if (order.state === 'awaiting' && order.way === 'card' && (back !== null || isOver)) {
    await run(() => lookAtPayment(use, { orderId: id }))
    // Also where there was nothing new in it: a webhook may have been quicker.
    order = await run(() => readOrder(use, { id, locale }))
  }
  const words = pageWords('myOrders', locale)
  const { zone } = readerZone(request.headers.get('cookie'), context.viewer?.timeZone)
  const shown = await run(() => readShown(use, request, locale))
  // What was said of a payment is over once it was paid.
  const isUnpaid = order.paidMinor === 0
  const pay = isUnpaid ? PAY.find((one) => one === query.get('pay')) : undefined
  return {
    order,
    words,
    zone,
    number: orderNumber(order.number),
    now: nowSentence(order, { back, zone, locale, now: use.now }),
    done: DONE.find((one) => one === query.get('done')) ?? null,
    trouble: pay ? words.trouble[PAY_TROUBLE[pay]] : null,
    isWaiting: back === 'paid' && order.state === 'awaiting',
    about: indicationSentence(order.totalMinor, shown.rate, locale),
    address: addressLines(order, locale),
    checkout: pageWords('samples', locale).checkout,
  }
}

export type OrderPageData = Awaited<ReturnType<typeof loadOrder>>

interface Reading {
  back: string | null
  zone: string
  locale: Locale
  now: Date
}

/** What happens now, and what is for the buyer to do. */
function nowSentence(order: OrderView, { back, zone, locale, now }: Reading): string {
  const words = pageWords('myOrders', locale).now
  const { expiresAt, payment, delivery, way } = order
  const until = expiresAt
    ? `${formatShortDay(expiresAt, locale, zone)} ${formatTime(expiresAt, locale, zone)}`
    : ''
  const total = formatMoney(money(order.totalMinor), locale)
  switch (order.state) {
    case 'awaiting':
      if (way === 'card') {
        if (back === 'paid') return words.waiting
        if (expiresAt && expiresAt <= now) return words.cardOver
        const kept = fill(words.card, { until })
        return back === 'left' ? `${words.left} ${kept}` : kept
      }
      if (payment?.hasProof && !expiresAt) return words.proof
      if (payment?.rejectedReason) {
        return fill(words.rejected, { reason: `⁨${payment.rejectedReason}⁩`, until })
      }
      return fill(words.transfer, { total, until })
    case 'paid':
      return way === 'free' ? words.free : words.paid
    case 'sent':
      return delivery === 'hand-over' ? words.handedOver : words.sent
    default:
      return words[order.state]
  }
}

function addressLines({ deliverTo }: OrderView, locale: Locale): string[] {
  if (!deliverTo) return []
  const { name, street, city, postcode, provinceCode, countryCode, phoneE164 } = deliverTo
  return [
    name,
    street,
    [city, postcode].filter(Boolean).join(' '),
    provinceCode ? (PROVINCES[provinceCode] ?? '') : '',
    countryName(countryCode, locale),
    phoneE164,
  ].filter((line) => line !== '')
}
