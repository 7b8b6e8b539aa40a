import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { MEETING_WAYS } from '~/domain/shared/enums'
import { createdAt, id, instant, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/**
 * How an organisation meets. Its weekly open times are booked at once only with its consent
 * (`instantSince`); without, they are where requests are welcome.
 */
export const meetingSetting = pgTable(
  'meeting_setting',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    /** IANA zone of the weekly times. */
    timeZone: text('time_zone').notNull().default('Asia/Jakarta'),
    meetingMinutes: smallint('meeting_minutes').notNull().default(20),
    /** Kept free after each meeting. */
    gapMinutes: smallint('gap_minutes').notNull().default(5),
    /** How long before its start a time can be booked at the latest. */
    noticeHours: smallint('notice_hours').notNull().default(24),
    /** How far ahead times are offered. */
    horizonDays: smallint('horizon_days').notNull().default(42),
    keepsPrayerTimes: boolean('keeps_prayer_times').notNull().default(true),
    keepsPublicHolidays: boolean('keeps_public_holidays').notNull().default(true),
    way: text('way', { enum: MEETING_WAYS }).notNull().default('whatsapp'),
    /** When, and by whom, instant booking of its open times was agreed to; null: it wasn't. */
    instantSince: instant('instant_since'),
    instantBy: uuid('instant_by').references(() => person.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check(
      'meeting_setting_lengths',
      sql`${t.meetingMinutes} between 10 and 120 and ${t.gapMinutes} between 0 and 60`,
    ),
    check(
      'meeting_setting_reach',
      sql`${t.noticeHours} between 0 and 336 and ${t.horizonDays} between 1 and 180`,
    ),
    check('meeting_setting_way_known', sql`${t.way} in ('whatsapp','room','table')`),
  ],
)

/** A representative of an organisation: it meets as many others at the same time as it has seats. */
export const seat = pgTable(
  'seat',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    /** From 1. */
    number: smallint('number').notNull(),
    /** Who sits there: 'Ust. Ahmad'; null: not said. */
    name: text('name'),
    /** Since when nobody sits there any more: its past meetings go on naming it. */
    retiredAt: instant('retired_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.number] }),
    check('seat_number_small', sql`${t.number} between 1 and 9`),
    check('seat_first_stays', sql`${t.number} > 1 or ${t.retiredAt} is null`),
  ],
)

/** A weekly open time, in minutes from midnight of the organisation's zone. The times of a day never overlap. */
export const openTime = pgTable(
  'open_time',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    /** ISO 8601: Monday is 1, Sunday 7. */
    weekday: smallint('weekday').notNull(),
    fromMinute: smallint('from_minute').notNull(),
    toMinute: smallint('to_minute').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('open_time_organisation_idx').on(t.organisationId, t.weekday),
    check('open_time_weekday', sql`${t.weekday} between 1 and 7`),
    check(
      'open_time_order',
      sql`0 <= ${t.fromMinute} and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`,
    ),
    // Migration 0006 adds the exclusion constraint open_time_no_overlap.
  ],
)

/** A day that differs from the weekly times: 'closed' takes a part of it (or all) away, 'open' adds one. */
export const openTimeException = pgTable(
  'open_time_exception',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    day: date('day').notNull(),
    kind: text('kind', { enum: ['closed', 'open'] }).notNull(),
    /** Both null: the whole day (only 'closed'). */
    fromMinute: smallint('from_minute'),
    toMinute: smallint('to_minute'),
    createdAt: createdAt(),
  },
  (t) => [
    index('open_time_exception_day_idx').on(t.organisationId, t.day),
    check('open_time_exception_kind_known', sql`${t.kind} in ('closed','open')`),
    check(
      'open_time_exception_minutes',
      sql`(${t.fromMinute} is null and ${t.toMinute} is null and ${t.kind} = 'closed')
        or (${t.fromMinute} is not null and ${t.toMinute} is not null and 0 <= ${t.fromMinute} and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440)`,
    ),
    // Migration 0006 adds the exclusion constraint open_time_exception_no_overlap.
  ],
)
