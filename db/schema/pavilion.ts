import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { edition } from './edition'
import { regency } from './region'

/**
 * A regency's strip of the hall. Number and slot count are frozen for the edition (with headroom),
 * so that no booth ever moves.
 */
export const pavilion = pgTable(
  'pavilion',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => edition.id),
    number: integer('number').notNull(),
    regencyCode: text('regency_code')
      .notNull()
      .references(() => regency.code),
    slotCount: integer('slot_count').notNull(),
    motif: text('motif').notNull(),
    roof: text('roof').notNull(),
    /** Cloth and sign colours, #rrggbb. */
    colour: text('colour').notNull(),
    accent: text('accent').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.number] }),
    uniqueIndex('pavilion_regency_key').on(t.editionId, t.regencyCode),
    check('pavilion_number_positive', sql`${t.number} > 0`),
    check('pavilion_slot_count_positive', sql`${t.slotCount} > 0`),
    check('pavilion_colours', sql`${t.colour} ~ '^#[0-9a-f]{6}$' and ${t.accent} ~ '^#[0-9a-f]{6}$'`),
  ],
)
