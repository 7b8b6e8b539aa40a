import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LOCALES } from '~/domain/shared/locale'
import {
  CHANNELS,
  MESSAGE_STATES,
  MESSAGE_SUBJECTS,
  MESSAGE_TEMPLATES,
  SEND_FAILURES,
} from '~/domain/shared/message-enums'
import { createdAt, id, instant, isSample, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/**
 * One message to one receiver; its own outbox row: written in the transaction of what causes it, sent by the
 * worker at the pace that the services allow. `variables` are values, not sentences: it is put into words,
 * in the receiver's language and zone, when it goes.
 */
export const message = pgTable(
  'message',
  {
    id: id(),
    template: text('template', { enum: MESSAGE_TEMPLATES }).notNull(),
    variables: jsonb('variables').$type<Record<string, unknown>>().notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The receiver; null: an address that is nobody's yet, or somebody who was deleted. */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** For which organisation the receiver gets it. */
    organisationId: uuid('organisation_id').references(() => organisation.id),
    aboutKind: text('about_kind', { enum: MESSAGE_SUBJECTS }).notNull(),
    aboutId: uuid('about_id').notNull(),
    /** Goes to `address` by `channel` and nowhere else: a code that proves the address. */
    isAddressFixed: boolean('is_address_fixed').notNull().default(false),
    /** Chosen when it goes, unless fixed. An E.164 number or an e-mail address. */
    channel: text('channel', { enum: CHANNELS }),
    address: text('address'),
    state: text('state', { enum: MESSAGE_STATES }).notNull().default('waiting'),
    /** 0 goes first (codes), 9 last (invitations of thousands). */
    priority: smallint('priority').notNull().default(5),
    notBefore: instant('not_before').notNull(),
    /** After this it is of no use; null: always of use. */
    expiresAt: instant('expires_at'),
    /** Attempts of the channel that it has now. */
    attempts: integer('attempts').notNull().default(0),
    /** The channel that failed it: it falls back once. */
    fellBackFrom: text('fell_back_from', { enum: CHANNELS }),
    /** Why the last attempt failed, or why it is void. */
    failure: text('failure'),
    dedupeKey: text('dedupe_key'),
    isSample: isSample(),
    createdAt: createdAt(),
    attemptedAt: instant('attempted_at'),
    sentAt: instant('sent_at'),
    deliveredAt: instant('delivered_at'),
    readAt: instant('read_at'),
    settledAt: instant('settled_at'),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('message_dedupe_key').on(t.dedupeKey),
    index('message_due_idx').on(t.priority, t.notBefore).where(sql`${t.state} = 'waiting'`),
    index('message_open_idx').on(t.attemptedAt).where(sql`${t.state} in ('sending','unknown')`),
    index('message_about_idx').on(t.aboutKind, t.aboutId, t.createdAt),
    index('message_state_idx').on(t.state, t.createdAt),
    index('message_person_idx').on(t.personId, t.createdAt),
    check(
      'message_state_known',
      sql`${t.state} in ('waiting','sending','sent','delivered','read','unknown','kept','demonstration','dead','void')`,
    ),
    check('message_channel_known', sql`${t.channel} in ('whatsapp','mail')`),
    check('message_fixed_has_address', sql`not ${t.isAddressFixed} or ${t.channel} is not null`),
    check(
      'message_sample_stays',
      sql`not ${t.isSample} or ${t.state} not in ('sending','sent','delivered','read','unknown')`,
    ),
  ],
)

/** One try to hand a message to a service. `number` counts all of the message's tries, from 1. */
export const messageAttempt = pgTable(
  'message_attempt',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    number: smallint('number').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    /** Keyed hash of the address: for pace and daily limits, when the address itself is gone. */
    addressKey: text('address_key').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null: under way, or its end was never written. */
    endedAt: instant('ended_at'),
    /** Null with `endedAt`: the service took it. */
    failure: text('failure', { enum: SEND_FAILURES }),
    /** The service's own code: '131026', 'SMTP 550'. */
    serviceCode: text('service_code'),
    /** The service's id of the message: a wamid, a Message-ID. */
    serviceId: text('service_id'),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.number] }),
    uniqueIndex('message_attempt_service_key').on(t.serviceId),
    index('message_attempt_pace_idx').on(t.channel, t.startedAt),
    index('message_attempt_address_idx').on(t.channel, t.addressKey, t.startedAt),
  ],
)

/** What WhatsApp told of a message: kept once each, whatever comes twice or first. */
export const whatsappStatus = pgTable(
  'whatsapp_status',
  {
    serviceId: text('service_id').notNull(),
    status: text('status', { enum: ['sent', 'delivered', 'read', 'failed'] }).notNull(),
    /** What we sent along with the message, given back: 'messageId:number'. */
    callbackData: text('callback_data'),
    errorCode: integer('error_code'),
    happenedAt: instant('happened_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.status] }),
    index('whatsapp_status_created_idx').on(t.createdAt),
    check('whatsapp_status_known', sql`${t.status} in ('sent','delivered','read','failed')`),
  ],
)

/** What somebody wrote or tapped in WhatsApp. Each once; worked on by the worker through the outbox. */
export const whatsappReceived = pgTable(
  'whatsapp_received',
  {
    /** The service's id of it. */
    id: text('id').primaryKey(),
    /** Null where WhatsApp keeps the number to itself. */
    fromE164: text('from_e164'),
    /** WhatsApp's business-scoped id of the person. */
    userId: text('user_id'),
    kind: text('kind', { enum: ['button', 'text', 'other'] }).notNull(),
    /** A button's payload, or the first 1,000 characters written; erased when worked on. */
    content: text('content'),
    /** Which of our messages it answers. */
    answersServiceId: text('answers_service_id'),
    happenedAt: instant('happened_at').notNull(),
    /** What came of it: see domain/message/button-reply.ts, or 'ignored'; null: not worked on yet. */
    result: text('result'),
    createdAt: createdAt(),
  },
  (t) => [index('whatsapp_received_from_idx').on(t.fromE164, t.happenedAt)],
)
