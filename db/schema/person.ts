import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { LOCALES } from '~/domain/shared/locale'
import { CHANNELS } from '~/domain/shared/message-enums'
import { createdAt, id, instant, isSample, updatedAt } from './columns'

/** Somebody who acts for one or more organisations. */
export const person = pgTable(
  'person',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    phoneE164: text('phone_e164'),
    phoneVerified: boolean('phone_verified').notNull().default(false),
    /** By which its messages go first, where it has both. */
    preferredChannel: text('preferred_channel', { enum: CHANNELS }).notNull().default('whatsapp'),
    locale: text('locale', { enum: LOCALES }).notNull().default('id'),
    /** IANA name ('Asia/Dubai'); null: not stated, the hall's zone is shown. */
    timeZone: text('time_zone'),
    isSample: isSample(),
    /** Asked to be removed: the row stays for what it did, without name and addresses. */
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('person_email_key').on(sql`lower(${t.email})`),
    uniqueIndex('person_phone_key').on(t.phoneE164),
    check('person_phone_is_e164', sql`${t.phoneE164} ~ '^\\+[1-9][0-9]{6,14}$'`),
    check('person_locale_known', sql`${t.locale} in ('id','en','ar')`),
    check('person_channel_known', sql`${t.preferredChannel} in ('whatsapp','mail')`),
    check(
      'person_deleted_is_empty',
      sql`${t.deletedAt} is null or (${t.name} = '' and ${t.email} is null and ${t.phoneE164} is null and ${t.image} is null)`,
    ),
  ],
)
