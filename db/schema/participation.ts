import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, isSample, updatedAt } from './columns'
import { edition } from './edition'
import { organisation } from './organisation'
import { pavilion } from './pavilion'

/**
 * An organisation in an edition: with a slot it is the booth in that edition's hall, without one
 * it is history. Slots are append-only: a closed booth keeps its slot for ever.
 */
export const participation = pgTable(
  'participation',
  {
    id: id(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => edition.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    pavilionNumber: integer('pavilion_number'),
    slot: integer('slot'),
    /** As reported: 'Juara provinsi'. */
    award: text('award'),
    awardYear: integer('award_year'),
    awardSource: text('award_source'),
    closedAt: instant('closed_at'),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('participation_once_key').on(t.editionId, t.organisationId),
    uniqueIndex('participation_slot_key').on(t.editionId, t.pavilionNumber, t.slot),
    index('participation_organisation_idx').on(t.organisationId),
    foreignKey({
      name: 'participation_pavilion_fk',
      columns: [t.editionId, t.pavilionNumber],
      foreignColumns: [pavilion.editionId, pavilion.number],
    }),
    check(
      'participation_slot_in_pavilion',
      sql`(${t.slot} is null) = (${t.pavilionNumber} is null) and ${t.slot} >= 0`,
    ),
    check('participation_award_has_source', sql`${t.award} is null or ${t.awardSource} is not null`),
  ],
)
