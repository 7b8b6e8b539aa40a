import { pageWords } from '~/app/i18n/page-words.server'
import { orderStateWords } from '~/app/order-state-words'
import { run } from '~/app/run.server'
import type { MeetingView } from '~/domain/meeting/meeting-view'
import { listMeetingSamples } from '~/domain/order/list-meeting-samples.server'
import { orderNumber } from '~/domain/order/order-number'
import { readSampleOffer } from '~/domain/order/read-sample-offer.server'
import type { Context } from '~/domain/shared/context'
import type { Locale } from '~/domain/shared/locale'

/** The samples of a meeting, and for its guest the way to one more: into the cart, or to ask for it. */
export async function loadSamples(context: Context, meeting: MeetingView, locale: Locale) {
  const { meeting: words } = pageWords('samples', locale)
  const { product, isOver, mySide, parties } = meeting
  const isComing = (meeting.state === 'booked' || meeting.state === 'requested') && !isOver
  const asks = mySide === 'guest' && isComing && product !== null
  const [orders, offer] = await run(() =>
    Promise.all([
      listMeetingSamples(context, { meetingId: meeting.id }),
      asks ? readSampleOffer(context, { slug: product.slug, locale }) : null,
    ]),
  )
  const booth = parties.find(({ side }) => side === 'host')?.boothSlug
  const hasOffer = offer !== null && offer.left > 0
  return {
    words,
    orders: orders.map((order) => {
      const { text, tone } = orderStateWords(order, pageWords('myOrders', locale))
      return { id: order.id, number: orderNumber(order.number), state: text, tone }
    }),
    /** The product whose sample goes into the cart. */
    add: asks && hasOffer ? product.slug : null,
    ask:
      asks && !hasOffer && booth
        ? `/inquiry?${new URLSearchParams({ booth, product: product.slug, about: 'sample' })}`
        : null,
  }
}
