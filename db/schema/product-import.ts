import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { LOCALES } from '~/domain/shared/locale'
import { createdAt, id } from './columns'
import { organisation } from './organisation'

/** A table of goods as it was sent, kept for a day: read once to say what it would change, once to change it. */
export const productImport = pgTable(
  'product_import',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    content: text('content').notNull(),
    /** The language of the page that it was sent from. */
    locale: text('locale', { enum: LOCALES }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('product_import_organisation_idx').on(t.organisationId),
    index('product_import_created_idx').on(t.createdAt),
  ],
)
