import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/** Two organisations that look like one and, by the organiser's word, are not. `one` is the smaller id. */
export const organisationDistinct = pgTable(
  'organisation_distinct',
  {
    one: uuid('one')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    other: uuid('other')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    saidBy: uuid('said_by').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.one, t.other] }),
    check('organisation_distinct_order', sql`${t.one} < ${t.other}`),
  ],
)
