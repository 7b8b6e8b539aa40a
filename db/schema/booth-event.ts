import { sql } from 'drizzle-orm'
import { bigserial, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { BOOTH_EVENTS } from '~/domain/shared/enums'
import { createdAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/** How a booth came before visitors: handed in, published, asked back. Only added to. */
export const boothEvent = pgTable(
  'booth_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    kind: text('kind', { enum: BOOTH_EVENTS }).notNull(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** What the organiser asks. */
    text: text('text'),
    createdAt: createdAt(),
  },
  (t) => [
    index('booth_event_organisation_idx').on(t.organisationId, t.id),
    check('booth_event_known', sql`${t.kind} in ('handed-in','taken-back','published','asked-back')`),
  ],
)
