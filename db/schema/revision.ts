import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { REVISION_ACTIONS } from '~/domain/shared/enums'
import { createdAt, id } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/** What a booth or a product said after each change, whole, so that any of them can be brought back. */
export const revision = pgTable(
  'revision',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    subject: text('subject', { enum: ['booth', 'product'] }).notNull(),
    /** The organisation of a booth, the product of a product. */
    subjectId: uuid('subject_id').notNull(),
    /** The subject's version that this change made. */
    version: integer('version').notNull(),
    action: text('action', { enum: REVISION_ACTIONS }).notNull(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** The subject's own fields type (BoothFields, ProductFields with state). */
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
    /** Names of fields that differ from the version before; empty for the first. */
    changed: text('changed').array().notNull().default(sql`'{}'`),
    /** The version that was brought back. */
    restoredVersion: integer('restored_version'),
    createdAt: createdAt(),
  },
  (t) => [
    // Hiding and publishing leave the version as it is: an edit that is under way loses nothing by it.
    uniqueIndex('revision_once_key').on(t.subject, t.subjectId, t.version).where(sql`${t.action} <> 'state'`),
    index('revision_subject_idx').on(t.subject, t.subjectId, t.createdAt),
    index('revision_organisation_idx').on(t.organisationId, t.createdAt),
    check('revision_subject_known', sql`${t.subject} in ('booth','product')`),
    check(
      'revision_action_known',
      sql`${t.action} in ('before','made','changed','restored','imported','priced','state','copied')`,
    ),
    check('revision_restored_is_said', sql`(${t.action} = 'restored') = (${t.restoredVersion} is not null)`),
  ],
)
