import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { MEMBERSHIP_ROLES } from '~/domain/shared/enums'
import { createdAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

export const membership = pgTable(
  'membership',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    role: text('role', { enum: MEMBERSHIP_ROLES }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organisationId] }),
    index('membership_organisation_idx').on(t.organisationId),
    check('membership_role_known', sql`${t.role} in ('owner','editor','member')`),
  ],
)
