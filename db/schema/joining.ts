import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { JOINING_KINDS } from '~/domain/shared/account-enums'
import { createdAt, instant, isSample, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/**
 * Somebody on the way in: what was filled in so far, as typed, saved at each step, so that another device
 * goes on with it. One for each person; gone when it is handed in.
 */
export const joining = pgTable(
  'joining',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: JOINING_KINDS }),
    /** As typed; its shape is domain/account/joining.schema.ts's. */
    fields: jsonb('fields').$type<Record<string, string>>().notNull().default(sql`'{}'`),
    /** A pesantren that is already here and that the person says is theirs. */
    claimedId: uuid('claimed_id').references(() => organisation.id, { onDelete: 'set null' }),
    handedInAt: instant('handed_in_at'),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check('joining_kind_known', sql`${t.kind} in ('pesantren','offtaker','buyer')`)],
)
