import { z } from 'zod'
import { reindexBooth } from '~/domain/booth/reindex-booth.server'
import { makePaper } from '~/domain/certificate/make-paper.server'
import { tellInquiry } from '~/domain/message/tell-inquiry.server'
import { tellMeeting } from '~/domain/message/tell-meeting.server'
import { tellOrder } from '~/domain/message/tell-order.server'
import { comparePayments } from '~/domain/order/compare-payments.server'
import { followStripeEvent } from '~/domain/order/follow-stripe-event.server'
import { sendRefund } from '~/domain/order/send-refund.server'
import { makePhoto } from '~/domain/photo/make-photo.server'
import { reindexProduct } from '~/domain/product/reindex-product.server'
import { answerWhatsapp } from './answer-whatsapp'
import { type Deliveries, delivery } from './delivery'

export const paperSent = z.object({ certificateId: z.uuid(), sentKey: z.string() })
export const photoSent = z.object({ photoId: z.uuid() })

/** Where each event of the outbox goes. */
export const deliveries: Deliveries = {
  'product.changed': { 1: delivery(z.object({ productId: z.uuid() }), reindexProduct) },
  'booth.changed': { 1: delivery(z.object({ organisationId: z.uuid() }), reindexBooth) },
  'paper.sent': { 1: delivery(paperSent, makePaper) },
  'photo.sent': { 1: delivery(photoSent, makePhoto) },
  'inquiry.received': { 1: delivery(z.object({ inquiryId: z.uuid() }), tellInquiry) },
  'meeting.changed': {
    1: delivery(z.object({ meetingId: z.uuid(), eventId: z.number().int() }), tellMeeting),
  },
  'order.changed': {
    1: delivery(z.object({ orderId: z.uuid(), eventId: z.number().int() }), tellOrder),
  },
  'refund.wanted': { 1: delivery(z.object({ refundId: z.uuid() }), sendRefund) },
  'stripe.told': { 1: delivery(z.object({ id: z.string() }), followStripeEvent) },
  'payments.compare': { 1: delivery(z.object({ upTo: z.iso.datetime() }), comparePayments) },
  'whatsapp.received': { 1: delivery(z.object({ id: z.string() }), answerWhatsapp) },
}
