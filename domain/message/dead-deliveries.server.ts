import { sql } from 'drizzle-orm'

/** Whether an outbox row `o` is about sample data: by what it is about, where that is still there. */
export const ofSample = sql`coalesce(
  (select p.is_sample from product p where o.topic = 'product.changed' and p.id::text = o.payload->>'productId'),
  (select g.is_sample from organisation g where o.topic = 'booth.changed' and g.id::text = o.payload->>'organisationId'),
  (select f.is_sample from photo f where o.topic = 'photo.sent' and f.id::text = o.payload->>'photoId'),
  (select c.is_sample from certificate c where o.topic = 'paper.sent' and c.id::text = o.payload->>'certificateId'),
  (select i.is_sample from inquiry i where o.topic = 'inquiry.received' and i.id::text = o.payload->>'inquiryId'),
  (select m.is_sample from meeting m where o.topic = 'meeting.changed' and m.id::text = o.payload->>'meetingId'),
  false)`
