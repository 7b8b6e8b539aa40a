import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { MeetingAgenda } from '~/domain/shared/agenda'
import { MEETING_EVENTS, MEETING_SIDES, MEETING_STATES, MEETING_WAYS } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { seat } from './availability'
import { createdAt, id, instant, isSample, updatedAt } from './columns'
import { edition } from './edition'
import { need } from './need'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'

/** A table or an online room of an edition, for one meeting at a time. */
export const meetingPlace = pgTable(
  'meeting_place',
  {
    id: id(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => edition.id),
    kind: text('kind', { enum: ['room', 'table'] }).notNull(),
    number: integer('number').notNull(),
    /** The room's address; null: the organiser has not given it. */
    link: text('link'),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('meeting_place_number_key').on(t.editionId, t.kind, t.number),
    check('meeting_place_kind_known', sql`${t.kind} in ('room','table')`),
    check('meeting_place_link_form', sql`${t.link} ~ '^https://'`),
  ],
)

/**
 * Two or more organisations who meet, or one that asks another to. Only while it `occupies` (booked and
 * not yet over) do its participants' seats and its place belong to it.
 */
export const meeting = pgTable(
  'meeting',
  {
    id: id(),
    editionId: uuid('edition_id').references(() => edition.id),
    /** What it is about; null: a talk without a need. */
    needId: uuid('need_id').references(() => need.id),
    productId: uuid('product_id').references(() => product.id, { onDelete: 'set null' }),
    state: text('state', { enum: MEETING_STATES }).notNull(),
    occupies: boolean('occupies').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    way: text('way', { enum: MEETING_WAYS }).notNull(),
    placeId: uuid('place_id').references(() => meetingPlace.id),
    /** The language for the talk. */
    language: text('language', { enum: LOCALES }).notNull(),
    /** Taken from the need and the offer when it was asked for: later changes of these don't change it. */
    agenda: jsonb('agenda').$type<MeetingAgenda>().notNull(),
    /** Booked without asking, on an open time that the host had published. */
    isInstant: boolean('is_instant').notNull(),
    /** When an unanswered request ends. */
    expiresAt: instant('expires_at'),
    /** Another time that one side proposes for a booked meeting, or for its request. */
    proposedStartsAt: instant('proposed_starts_at'),
    proposedEndsAt: instant('proposed_ends_at'),
    proposedBy: uuid('proposed_by').references(() => organisation.id),
    /** iCalendar's SEQUENCE: raised at each change that a calendar has to learn. */
    calendarSequence: integer('calendar_sequence').notNull().default(0),
    /** Of a decline, a withdrawal or a cancellation. */
    endReason: text('end_reason'),
    endedBy: uuid('ended_by').references(() => organisation.id),
    /** Double taps and repeated forms make one meeting. */
    dedupeKey: text('dedupe_key'),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // What meeting_participant refers to: its rows follow every change of these.
    unique('meeting_time_key').on(t.id, t.startsAt, t.endsAt, t.occupies),
    uniqueIndex('meeting_dedupe_key').on(t.dedupeKey),
    index('meeting_need_idx').on(t.needId),
    // For what is due by the clock: reminders, and the question what came of it.
    index('meeting_occupies_idx').on(t.startsAt).where(sql`${t.occupies}`),
    index('meeting_expires_idx').on(t.expiresAt).where(sql`${t.state} = 'requested'`),
    check(
      'meeting_state_known',
      sql`${t.state} in ('requested','booked','declined','withdrawn','expired','cancelled','held')`,
    ),
    check('meeting_occupies_when', sql`${t.occupies} = (${t.state} in ('booked','held'))`),
    check(
      'meeting_time_order',
      sql`${t.startsAt} < ${t.endsAt} and ${t.endsAt} <= ${t.startsAt} + interval '4 hours'`,
    ),
    check('meeting_way_known', sql`${t.way} in ('whatsapp','room','table')`),
    check('meeting_place_when', sql`${t.placeId} is null or ${t.way} in ('room','table')`),
    check('meeting_request_expires', sql`${t.state} <> 'requested' or ${t.expiresAt} is not null`),
    check(
      'meeting_proposal_whole',
      sql`(${t.proposedStartsAt} is null) = (${t.proposedEndsAt} is null) and (${t.proposedStartsAt} is null) = (${t.proposedBy} is null) and ${t.proposedStartsAt} < ${t.proposedEndsAt}`,
    ),
    check(
      'meeting_proposal_while_open',
      sql`${t.proposedStartsAt} is null or ${t.state} in ('requested','booked')`,
    ),
    check(
      'meeting_end_has_reason',
      sql`${t.state} not in ('declined','cancelled') or (${t.endReason} is not null and ${t.endedBy} is not null)`,
    ),
    // Migration 0006 adds the exclusion constraint meeting_place_free.
  ],
)

/** An organisation in a meeting. While the meeting occupies, it holds one seat for the meeting's time. */
export const meetingParticipant = pgTable(
  'meeting_participant',
  {
    meetingId: uuid('meeting_id').notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    side: text('side', { enum: MEETING_SIDES }).notNull(),
    /** Who of it asked or answered: the counterpart's contact. */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** Null while nothing is held. */
    seat: smallint('seat'),
    /** Copies of the meeting's, kept equal by the foreign key: what the exclusion constraint compares. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    occupies: boolean('occupies').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.organisationId] }),
    index('meeting_participant_organisation_idx').on(t.organisationId, t.startsAt),
    foreignKey({
      name: 'meeting_participant_meeting_fk',
      columns: [t.meetingId, t.startsAt, t.endsAt, t.occupies],
      foreignColumns: [meeting.id, meeting.startsAt, meeting.endsAt, meeting.occupies],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'meeting_participant_seat_fk',
      columns: [t.organisationId, t.seat],
      foreignColumns: [seat.organisationId, seat.number],
    }),
    check('meeting_participant_side_known', sql`${t.side} in ('host','guest')`),
    // Migration 0006 adds meeting_participant_seat_free (exclusion) and meeting_participant_has_seat (deferred).
  ],
)

/** What happened to a meeting, in order: never changed, never removed. */
export const meetingEvent = pgTable(
  'meeting_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: MEETING_EVENTS }).notNull(),
    fromState: text('from_state', { enum: MEETING_STATES }),
    toState: text('to_state', { enum: MEETING_STATES }).notNull(),
    /** Null: the system (a request that ran out). */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    organisationId: uuid('organisation_id').references(() => organisation.id),
    reason: text('reason'),
    /** The time that holds after this event, or that it proposes. */
    startsAt: instant('starts_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('meeting_event_meeting_idx').on(t.meetingId, t.id),
    check(
      'meeting_event_kind_known',
      sql`${t.kind} in ('requested','booked','accepted','declined','withdrawn','expired','move-proposed','move-declined','moved','cancelled','outcome-told')`,
    ),
  ],
)
