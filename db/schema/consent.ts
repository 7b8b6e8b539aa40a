import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { CONSENT_KINDS } from '~/domain/shared/account-enums'
import { LOCALES } from '~/domain/shared/locale'
import { createdAt, id, instant } from './columns'
import { person } from './person'

/** What somebody agreed to, in the words that were shown, and when it was taken back. Never changed otherwise. */
export const consent = pgTable(
  'consent',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: CONSENT_KINDS }).notNull(),
    textVersion: text('text_version').notNull(),
    text: text('text').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    grantedAt: instant('granted_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('consent_person_idx').on(t.personId, t.kind, t.grantedAt),
    check('consent_kind_known', sql`${t.kind} in ('privacy','whatsapp')`),
    check('consent_order', sql`${t.withdrawnAt} >= ${t.grantedAt}`),
  ],
)
