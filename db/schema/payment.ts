import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { PAYMENT_STATES, REFUND_REASONS, REFUND_STATES } from '~/domain/shared/order-enums'
import { createdAt, id, instant, minorUnits, updatedAt } from './columns'
import { person } from './person'
import { sampleOrder } from './sample-order'

/** One try to be paid for an order. Its id is the service's idempotency key. */
export const payment = pgTable(
  'payment',
  {
    id: id(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => sampleOrder.id),
    way: text('way', { enum: ['card', 'transfer'] }).notNull(),
    state: text('state', { enum: PAYMENT_STATES }).notNull().default('starting'),
    amountMinor: minorUnits('amount_minor').notNull(),
    /** What the service kept of it; null: not known yet. */
    feeMinor: minorUnits('fee_minor'),
    /** What goes or went back of it. */
    refundedMinor: minorUnits('refunded_minor').notNull().default(0),
    /** Stripe's ids: of the Checkout session, the payment intent and the charge. */
    sessionId: text('session_id'),
    /** Where the buyer pays; gone with the session. */
    sessionUrl: text('session_url'),
    intentId: text('intent_id'),
    chargeId: text('charge_id'),
    expiresAt: instant('expires_at'),
    /** Of a transfer: key in the store of the proof's picture. */
    proofKey: text('proof_key'),
    proofSentAt: instant('proof_sent_at'),
    /** The organiser's words to a proof that it couldn't accept. */
    rejectedReason: text('rejected_reason'),
    confirmedBy: uuid('confirmed_by').references(() => person.id, { onDelete: 'set null' }),
    paidAt: instant('paid_at'),
    /** When its truth was last asked of the service. */
    lookedAt: instant('looked_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('payment_order_idx').on(t.orderId),
    uniqueIndex('payment_session_key').on(t.sessionId),
    uniqueIndex('payment_intent_key').on(t.intentId),
    uniqueIndex('payment_charge_key').on(t.chargeId),
    // No order is paid twice, and two payments of one never wait for the buyer at once.
    uniqueIndex('payment_order_paid_key').on(t.orderId).where(sql`${t.state} = 'paid'`),
    uniqueIndex('payment_order_waiting_key').on(t.orderId).where(sql`${t.state} in ('starting','open')`),
    index('payment_open_idx').on(t.updatedAt).where(sql`${t.state} in ('starting','open')`),
    check('payment_amount', sql`${t.amountMinor} > 0`),
    check('payment_refund_of_it', sql`${t.refundedMinor} between 0 and ${t.amountMinor}`),
    check(
      'payment_state_known',
      sql`${t.state} in ('starting','open','paid','expired','cancelled','surplus')`,
    ),
    check('payment_paid_has_time', sql`${t.state} not in ('paid','surplus') or ${t.paidAt} is not null`),
  ],
)

/** Money that goes back. Its id is the service's idempotency key. */
export const refund = pgTable(
  'refund',
  {
    id: id(),
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payment.id),
    orderId: uuid('order_id')
      .notNull()
      .references(() => sampleOrder.id),
    amountMinor: minorUnits('amount_minor').notNull(),
    reason: text('reason', { enum: REFUND_REASONS }).notNull(),
    note: text('note'),
    state: text('state', { enum: REFUND_STATES }).notNull().default('wanted'),
    stripeId: text('stripe_id'),
    /** Of a transfer back: the bank's reference. */
    reference: text('reference'),
    failure: text('failure'),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    index('refund_payment_idx').on(t.paymentId),
    index('refund_order_idx').on(t.orderId),
    index('refund_open_idx').on(t.createdAt).where(sql`${t.state} in ('wanted','asked')`),
    index('refund_failed_idx').on(t.orderId).where(sql`${t.state} = 'failed'`),
    uniqueIndex('refund_stripe_key').on(t.stripeId),
    check('refund_amount', sql`${t.amountMinor} > 0`),
    check('refund_state_known', sql`${t.state} in ('wanted','asked','done','failed')`),
  ],
)

/** What Stripe told: kept once each, whatever comes twice or first; worked on through the outbox. */
export const stripeEvent = pgTable(
  'stripe_event',
  {
    /** evt_…: Stripe's own. */
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    isLive: boolean('is_live').notNull(),
    apiVersion: text('api_version'),
    /** Ids of the objects that it is about, nothing else: the truth is asked of Stripe itself. */
    refers: jsonb('refers').$type<Record<string, string>>().notNull(),
    happenedAt: instant('happened_at').notNull(),
    createdAt: createdAt(),
    /** 'applied', 'nothing', 'unknown' (a kind that nobody here works on), 'not-ours'; null: not worked on yet. */
    result: text('result'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    index('stripe_event_open_idx').on(t.createdAt).where(sql`${t.result} is null`),
    index('stripe_event_created_idx').on(t.createdAt),
  ],
)
