import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation'
import { product } from './product'

/** How often a booth or a product was looked at on a day of the hall's zone. Of nobody in particular. */
export const visitDay = pgTable(
  'visit_day',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    day: date('day').notNull(),
    kind: text('kind', { enum: ['booth', 'hall', 'product'] }).notNull(),
    productId: uuid('product_id').references(() => product.id, { onDelete: 'cascade' }),
    count: integer('count').notNull(),
  },
  (t) => [
    unique('visit_day_once_key').on(t.organisationId, t.day, t.kind, t.productId).nullsNotDistinct(),
    index('visit_day_product_idx').on(t.productId),
    check('visit_day_kind_known', sql`${t.kind} in ('booth','hall','product')`),
    check('visit_day_product_named', sql`(${t.kind} = 'product') = (${t.productId} is not null)`),
    check('visit_day_positive', sql`${t.count} > 0`),
  ],
)
