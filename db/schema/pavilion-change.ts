import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns'
import { pavilion } from './pavilion'
import { person } from './person'

/** How the organiser had a pavilion look, one line a change. Append-only; its last number is the look's version. */
export const pavilionChange = pgTable(
  'pavilion_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    editionId: uuid('edition_id').notNull(),
    pavilionNumber: integer('pavilion_number').notNull(),
    changedBy: uuid('changed_by').references(() => person.id, { onDelete: 'set null' }),
    /** What it became. */
    motif: text('motif').notNull(),
    roof: text('roof').notNull(),
    colour: text('colour').notNull(),
    accent: text('accent').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.editionId, t.pavilionNumber],
      foreignColumns: [pavilion.editionId, pavilion.number],
      name: 'pavilion_change_pavilion_fk',
    }).onDelete('cascade'),
    index('pavilion_change_pavilion_idx').on(t.editionId, t.pavilionNumber, t.id),
    check('pavilion_change_colours', sql`${t.colour} ~ '^#[0-9a-f]{6}$' and ${t.accent} ~ '^#[0-9a-f]{6}$'`),
  ],
)
