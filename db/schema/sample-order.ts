import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { DeliverTo } from '~/domain/shared/deliver-to'
import { LOCALES } from '~/domain/shared/locale'
import {
  DELIVERIES,
  DISPUTES,
  FEEDBACK_MATCH,
  FEEDBACK_NEXT,
  FEEDBACK_QUALITY,
  ORDER_EVENTS,
  ORDER_HOLDS,
  ORDER_PARTIES,
  ORDER_STATES,
  PAYMENT_WAYS,
  SHIPPING_ZONES,
} from '~/domain/shared/order-enums'
import { createdAt, id, instant, isSample, localizedText, minorUnits, updatedAt } from './columns'
import { meeting } from './meeting'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'

/** Samples of one pesantren for one buyer. Only domain/order/order-state.ts says what it may become. */
export const sampleOrder = pgTable(
  'sample_order',
  {
    id: id(),
    /** What people call it: S-000123. */
    number: bigserial('number', { mode: 'number' }).notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    buyerPersonId: uuid('buyer_person_id').references(() => person.id, { onDelete: 'set null' }),
    /** For which company the buyer acted; null: for none. */
    buyerOrganisationId: uuid('buyer_organisation_id').references(() => organisation.id),
    /** Before which meeting it is to be there. */
    meetingId: uuid('meeting_id').references(() => meeting.id, { onDelete: 'set null' }),
    state: text('state', { enum: ORDER_STATES }).notNull().default('awaiting'),
    way: text('way', { enum: PAYMENT_WAYS }).notNull(),
    holds: text('holds', { enum: ORDER_HOLDS }).notNull().default('held'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    itemsMinor: minorUnits('items_minor').notNull(),
    shippingMinor: minorUnits('shipping_minor').notNull(),
    totalMinor: minorUnits('total_minor').notNull(),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
    /** What has been charged for it and belongs to it. */
    paidMinor: minorUnits('paid_minor').notNull().default(0),
    /** What of it has gone back, or is on its way back. */
    refundedMinor: minorUnits('refunded_minor').notNull().default(0),
    dispute: text('dispute', { enum: DISPUTES }),
    disputeDueAt: instant('dispute_due_at'),
    delivery: text('delivery', { enum: DELIVERIES }).notNull(),
    zone: text('zone', { enum: SHIPPING_ZONES }),
    weightGrams: integer('weight_grams').notNull(),
    deliverTo: jsonb('deliver_to').$type<DeliverTo>(),
    buyerNote: text('buyer_note'),
    /** When it lapses unpaid; null: it doesn't, since it is paid, over, or its proof is being looked at. */
    expiresAt: instant('expires_at'),
    proofSentAt: instant('proof_sent_at'),
    paidAt: instant('paid_at'),
    packedAt: instant('packed_at'),
    sentAt: instant('sent_at'),
    receivedAt: instant('received_at'),
    endedAt: instant('ended_at'),
    courier: text('courier'),
    trackingNumber: text('tracking_number'),
    /** Key in the store of the parcel's picture. */
    parcelKey: text('parcel_key'),
    endedBy: text('ended_by', { enum: ORDER_PARTIES }),
    endReason: text('end_reason'),
    erasedAt: instant('erased_at'),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('sample_order_number_key').on(t.number),
    index('sample_order_organisation_idx').on(t.organisationId, t.createdAt),
    index('sample_order_buyer_idx').on(t.buyerPersonId, t.createdAt),
    index('sample_order_company_idx')
      .on(t.buyerOrganisationId, t.createdAt)
      .where(sql`${t.buyerOrganisationId} is not null`),
    index('sample_order_meeting_idx').on(t.meetingId).where(sql`${t.meetingId} is not null`),
    index('sample_order_state_idx').on(t.state, t.createdAt),
    // The organiser's list: the newest first, and how many there are, from the index alone.
    index('sample_order_hall_idx').on(t.isSample, t.createdAt, t.id, t.state, t.way),
    index('sample_order_dispute_idx').on(t.createdAt).where(sql`${t.dispute} = 'open'`),
    index('sample_order_lapse_idx').on(t.expiresAt).where(sql`${t.state} = 'awaiting'`),
    check(
      'sample_order_state_known',
      sql`${t.state} in ('awaiting','paid','packed','sent','received','cancelled','lapsed')`,
    ),
    check('sample_order_way_known', sql`${t.way} in ('card','transfer','free')`),
    check('sample_order_holds_known', sql`${t.holds} in ('held','used','freed')`),
    check('sample_order_total', sql`${t.totalMinor} = ${t.itemsMinor} + ${t.shippingMinor}`),
    check('sample_order_amounts', sql`${t.itemsMinor} >= 0 and ${t.shippingMinor} >= 0`),
    check('sample_order_free_is_free', sql`(${t.way} = 'free') = (${t.totalMinor} = 0)`),
    check('sample_order_paid_whole', sql`${t.paidMinor} = 0 or ${t.paidMinor} = ${t.totalMinor}`),
    check('sample_order_refund_of_paid', sql`${t.refundedMinor} between 0 and ${t.paidMinor}`),
    check(
      'sample_order_goes_paid',
      sql`${t.state} not in ('paid','packed','sent','received') or ${t.paidMinor} = ${t.totalMinor}`,
    ),
    check(
      'sample_order_ended_gave_back',
      sql`${t.state} not in ('cancelled','lapsed') or ${t.refundedMinor} = ${t.paidMinor}`,
    ),
    check('sample_order_ended_frees', sql`${t.state} not in ('cancelled','lapsed') or ${t.holds} <> 'held'`),
    check(
      'sample_order_shipped_somewhere',
      sql`${t.delivery} <> 'ship' or ${t.erasedAt} is not null or (${t.deliverTo} is not null and ${t.zone} is not null)`,
    ),
    check(
      'sample_order_erased_is_empty',
      sql`${t.erasedAt} is null or (${t.deliverTo} is null and ${t.buyerNote} is null)`,
    ),
  ],
)

/** As it was sold: what the product's page says later changes nothing here. */
export const sampleOrderLine = pgTable(
  'sample_order_line',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => sampleOrder.id, { onDelete: 'cascade' }),
    productId: uuid('product_id')
      .notNull()
      .references(() => product.id),
    position: integer('position').notNull(),
    name: localizedText('name').notNull(),
    size: localizedText('size').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: minorUnits('unit_price_minor').notNull(),
    weightGrams: integer('weight_grams').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.productId] }),
    index('sample_order_line_product_idx').on(t.productId),
    check('sample_order_line_quantity', sql`${t.quantity} between 1 and 100`),
    check('sample_order_line_price', sql`${t.unitPriceMinor} >= 0`),
  ],
)

/** What happened to an order. Never changed. */
export const sampleOrderEvent = pgTable(
  'sample_order_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => sampleOrder.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ORDER_EVENTS }).notNull(),
    by: text('by', { enum: ORDER_PARTIES }).notNull(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** Codes and amounts, never names or addresses. */
    detail: jsonb('detail').$type<Record<string, string | number | boolean | null>>(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [index('sample_order_event_order_idx').on(t.orderId, t.id)],
)

/** What the buyer says of the sample that came. */
export const sampleFeedback = pgTable('sample_feedback', {
  orderId: uuid('order_id')
    .primaryKey()
    .references(() => sampleOrder.id, { onDelete: 'cascade' }),
  quality: text('quality', { enum: FEEDBACK_QUALITY }).notNull(),
  asDescribed: text('as_described', { enum: FEEDBACK_MATCH }).notNull(),
  next: text('next', { enum: FEEDBACK_NEXT }).notNull(),
  note: text('note'),
  isShared: boolean('is_shared').notNull().default(true),
  createdAt: createdAt(),
})

/** What a pesantren gives the organiser against the bank's demand: words, and a picture where it has one. */
export const disputeEvidence = pgTable(
  'dispute_evidence',
  {
    id: id(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => sampleOrder.id, { onDelete: 'cascade' }),
    /** The service's own. */
    disputeId: text('dispute_id').notNull(),
    text: text('text').notNull(),
    /** Key in the store of its picture. */
    pictureKey: text('picture_key'),
    createdAt: createdAt(),
  },
  (t) => [
    index('dispute_evidence_order_idx').on(t.orderId, t.createdAt),
    check('dispute_evidence_text', sql`length(${t.text}) between 1 and 2000`),
  ],
)
