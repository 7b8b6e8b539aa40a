import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/** A signed-in browser. Neither its address nor what browser it is are kept. */
export const session = pgTable(
  'session',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** For whom the person acts now; null: for the first of its organisations. */
    organisationId: uuid('organisation_id').references(() => organisation.id, { onDelete: 'set null' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('session_token_key').on(t.token),
    index('session_person_idx').on(t.personId),
    index('session_expires_idx').on(t.expiresAt),
  ],
)
