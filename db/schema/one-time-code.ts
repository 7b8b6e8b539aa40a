import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { CODE_PURPOSES, type ConsentKind } from '~/domain/shared/account-enums'
import { LOCALES } from '~/domain/shared/locale'
import { CHANNELS } from '~/domain/shared/message-enums'
import { createdAt, instant, isSample } from './columns'
import { person } from './person'

/** What was agreed to before an account was there; becomes `consent` rows with the person. */
export interface GivenConsent {
  kind: ConsentKind
  textVersion: string
  /** The sentence that was agreed to, as it was shown. */
  text: string
}

/**
 * A code on its way to an address, for the one browser that asked for it: it holds `id`, which nobody can
 * guess and which is in no message. Wrong tries count against this row alone, so a stranger's tries never
 * use up the owner's.
 */
export const oneTimeCode = pgTable(
  'one_time_code',
  {
    /** 128 random bits, base64url. */
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: CODE_PURPOSES }).notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    address: text('address').notNull(),
    /** Keyed hash of id and code: no code is readable here. */
    codeHash: text('code_hash').notNull(),
    /** Who is signed in and asks (confirm, change-address, delete, booth-number); null for the others. */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
    /** What it is for beside: an invitation's id, the confirmation that a change of address was asked with, or a booth's. */
    subjectId: uuid('subject_id'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    consents: jsonb('consents').$type<GivenConsent[]>().notNull().default(sql`'[]'`),
    wrongTries: smallint('wrong_tries').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    /** When the right code was given: never again. */
    usedAt: instant('used_at'),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    index('one_time_code_expires_idx').on(t.expiresAt),
    index('one_time_code_address_idx').on(t.channel, t.address, t.createdAt),
    check(
      'one_time_code_purpose_known',
      sql`${t.purpose} in ('enter','reset','confirm','change-address','invitation','delete','booth-number')`,
    ),
    check('one_time_code_channel_known', sql`${t.channel} in ('whatsapp','mail')`),
    check('one_time_code_tries', sql`${t.wrongTries} between 0 and 5`),
  ],
)
