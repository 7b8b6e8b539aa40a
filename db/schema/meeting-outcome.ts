import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { OUTCOME_KINDS } from '~/domain/shared/enums'
import { createdAt, minorUnits, updatedAt } from './columns'
import { meeting } from './meeting'
import { organisation } from './organisation'
import { person } from './person'

/**
 * What one side says came of a meeting. A promise: what was realised is counted from orders and pay-outs,
 * in other tables, and the two never share a total.
 */
export const meetingOutcome = pgTable(
  'meeting_outcome',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    kind: text('kind', { enum: OUTCOME_KINDS }).notNull(),
    /** The value that was promised; for an order always, for a memorandum where it is said. */
    promisedMinor: minorUnits('promised_minor'),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
    nextStep: text('next_step'),
    nextStepOn: date('next_step_on'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.organisationId] }),
    check(
      'meeting_outcome_kind_known',
      sql`${t.kind} in ('interested','sample','mou','order','nothing','not-held')`,
    ),
    check('meeting_outcome_order_has_value', sql`${t.kind} <> 'order' or ${t.promisedMinor} is not null`),
    check(
      'meeting_outcome_value_only_promised',
      sql`${t.promisedMinor} is null or ${t.kind} in ('order','mou')`,
    ),
    check('meeting_outcome_value_positive', sql`${t.promisedMinor} > 0`),
  ],
)
