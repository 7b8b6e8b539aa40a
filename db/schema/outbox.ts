import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns'

export const OUTBOX_STATES = ['pending', 'delivered', 'unknown', 'dead'] as const

/**
 * What has to leave because of a domain write, in the same transaction as that write.
 * 'unknown': it may or may not have happened; reconciled before anything is sent again.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    topic: text('topic').notNull(),
    payloadVersion: integer('payload_version').notNull(),
    payload: jsonb('payload').notNull(),
    dedupeKey: text('dedupe_key'),
    state: text('state', { enum: OUTBOX_STATES }).notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: createdAt(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('outbox_dedupe_key').on(t.dedupeKey),
    index('outbox_unsettled_idx').on(t.createdAt).where(sql`${t.state} <> 'delivered'`),
    check('outbox_state_known', sql`${t.state} in ('pending','delivered','unknown','dead')`),
  ],
)
