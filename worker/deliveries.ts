import { z } from 'zod'
import { reindexBooth } from '~/domain/booth/reindex-booth.server'
import { reindexProduct } from '~/domain/product/reindex-product.server'
import { answerWhatsapp } from './answer-whatsapp'
import { type Deliveries, delivery } from './delivery'

/** Where each event of the outbox goes. */
export const deliveries: Deliveries = {
  'product.changed': { 1: delivery(z.object({ productId: z.uuid() }), reindexProduct) },
  'booth.changed': { 1: delivery(z.object({ organisationId: z.uuid() }), reindexBooth) },
  // Inquiries wait in their table: no page shows them to the pesantren yet, and nobody is told of them.
  'inquiry.received': { 1: delivery(z.object({ inquiryId: z.uuid() }), async () => {}) },
  // Both parties see a meeting's changes on its page; no message is sent of them yet.
  'meeting.changed': {
    1: delivery(z.object({ meetingId: z.uuid(), eventId: z.number().int() }), async () => {}),
  },
  'whatsapp.received': { 1: delivery(z.object({ id: z.string() }), answerWhatsapp) },
}
