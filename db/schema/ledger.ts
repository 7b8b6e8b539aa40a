import { sql } from 'drizzle-orm'
import {
  bigserial,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LEDGER_ACCOUNTS, LEDGER_KINDS, SHOWN_CURRENCIES } from '~/domain/shared/order-enums'
import { createdAt, id, instant, isSample, minorUnits, updatedAt } from './columns'
import { organisation } from './organisation'
import { payment } from './payment'
import { person } from './person'
import { sampleOrder } from './sample-order'

/** One thing that happened to money. Never changed: what was wrong is put right by another. */
export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    id: id(),
    /** What it is of, once: 'charge:ch_…', 'refund:…', 'pay-out:…'. */
    key: text('key').notNull(),
    kind: text('kind', { enum: LEDGER_KINDS }).notNull(),
    orderId: uuid('order_id').references(() => sampleOrder.id),
    paymentId: uuid('payment_id').references(() => payment.id),
    /** On whose statement it stands; null: on the programme's alone. */
    organisationId: uuid('organisation_id').references(() => organisation.id),
    happenedAt: instant('happened_at').notNull(),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('ledger_entry_key').on(t.key),
    index('ledger_entry_organisation_idx').on(t.organisationId, t.happenedAt),
    index('ledger_entry_order_idx').on(t.orderId),
    // What is booked of a payment, for each that is compared with the service's.
    index('ledger_entry_payment_idx').on(t.paymentId),
  ],
)

/** Debit above zero, credit below. The lines of an entry make zero: a constraint trigger looks when it is committed. */
export const ledgerLine = pgTable(
  'ledger_line',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => ledgerEntry.id, { onDelete: 'cascade' }),
    account: text('account', { enum: LEDGER_ACCOUNTS }).notNull(),
    organisationId: uuid('organisation_id').references(() => organisation.id),
    amountMinor: minorUnits('amount_minor').notNull(),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
  },
  (t) => [
    index('ledger_line_entry_idx').on(t.entryId),
    index('ledger_line_owed_idx').on(t.organisationId).where(sql`${t.account} = 'pesantren'`),
    check('ledger_line_account_known', sql`${t.account} in ('stripe','bank','pesantren','fees','losses')`),
    check('ledger_line_whose', sql`(${t.account} = 'pesantren') = (${t.organisationId} is not null)`),
    check('ledger_line_amount', sql`${t.amountMinor} <> 0`),
  ],
)

/** What the programme paid to a pesantren. */
export const payout = pgTable(
  'payout',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    amountMinor: minorUnits('amount_minor').notNull(),
    paidOn: date('paid_on').notNull(),
    /** The bank's reference. */
    reference: text('reference').notNull(),
    /** Key in the store of the proof's picture. */
    proofKey: text('proof_key'),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    index('payout_organisation_idx').on(t.organisationId, t.paidOn),
    check('payout_amount', sql`${t.amountMinor} > 0`),
  ],
)

/** Where buyers transfer to; one for the real edition and one that is sample. */
export const transferAccount = pgTable('transfer_account', {
  isSample: isSample().primaryKey(),
  bank: text('bank').notNull(),
  number: text('number').notNull(),
  holder: text('holder').notNull(),
  version: integer('version').notNull().default(1),
  personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
  updatedAt: updatedAt(),
})

/** What one unit of a currency was worth on a day, for an indication only. */
export const exchangeRate = pgTable(
  'exchange_rate',
  {
    currency: text('currency', { enum: SHOWN_CURRENCIES }).notNull(),
    validOn: date('valid_on').notNull(),
    /** Rupiah's minor units for one major unit: 16,250.00 rupiah for a dollar is 1625000. */
    idrMinorPerUnit: minorUnits('idr_minor_per_unit').notNull(),
    source: text('source').notNull(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.currency, t.validOn] }),
    check('exchange_rate_positive', sql`${t.idrMinorPerUnit} > 0`),
  ],
)

/** A comparison of our payments with Stripe's. */
export const reconciliation = pgTable(
  'reconciliation',
  {
    id: id(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null: under way, or it never ended. */
    endedAt: instant('ended_at'),
    checked: integer('checked').notNull().default(0),
    /** Why it could not be made to the end. */
    failure: text('failure'),
  },
  (t) => [index('reconciliation_started_idx').on(t.startedAt)],
)

/** What differed, until somebody has settled it. */
export const reconciliationDifference = pgTable(
  'reconciliation_difference',
  {
    id: id(),
    reconciliationId: uuid('reconciliation_id')
      .notNull()
      .references(() => reconciliation.id, { onDelete: 'cascade' }),
    /** See domain/order/reconcile.ts. */
    kind: text('kind').notNull(),
    /** Stripe's id of what differs. */
    stripeId: text('stripe_id').notNull(),
    paymentId: uuid('payment_id').references(() => payment.id),
    orderId: uuid('order_id').references(() => sampleOrder.id),
    oursMinor: minorUnits('ours_minor'),
    theirsMinor: minorUnits('theirs_minor'),
    /** It was put right by itself: the truth was taken over. */
    settled: text('settled', { enum: ['no', 'taken-over', 'by-hand'] })
      .notNull()
      .default('no'),
    note: text('note'),
    settledAt: instant('settled_at'),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('reconciliation_difference_key').on(t.kind, t.stripeId).where(sql`${t.settled} = 'no'`),
  ],
)
