import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { CLAIM_STATES, VERIFICATION_EVENTS } from '~/domain/shared/account-enums'
import { createdAt, id, instant, isSample } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/** What the organiser and an organisation said to each other about its being let in. Append-only. */
export const verificationEvent = pgTable(
  'verification_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: VERIFICATION_EVENTS }).notNull(),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** The question, the reason or the answer. */
    text: text('text'),
    createdAt: createdAt(),
  },
  (t) => [
    index('verification_event_organisation_idx').on(t.organisationId, t.id),
    check(
      'verification_event_kind_known',
      sql`${t.kind} in ('submitted','asked-back','answered','approved','rejected','merged','claimed','claim-approved','claim-rejected','closed')`,
    ),
    check(
      'verification_event_has_text',
      sql`${t.kind} not in ('asked-back','answered','rejected','claim-rejected') or ${t.text} is not null`,
    ),
  ],
)

/** Somebody says that an organisation which is already here is theirs; the organiser decides. */
export const organisationClaim = pgTable(
  'organisation_claim',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    state: text('state', { enum: CLAIM_STATES }).notNull().default('pending'),
    /** How the organiser can tell: the post held there, who knows them. */
    note: text('note'),
    reason: text('reason'),
    decidedBy: uuid('decided_by').references(() => person.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at'),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('organisation_claim_pending_key')
      .on(t.organisationId, t.personId)
      .where(sql`${t.state} = 'pending'`),
    index('organisation_claim_state_idx').on(t.state, t.createdAt),
    check('organisation_claim_state_known', sql`${t.state} in ('pending','approved','rejected','withdrawn')`),
    check('organisation_claim_reason', sql`${t.state} <> 'rejected' or ${t.reason} is not null`),
  ],
)
