import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { LOCALES } from '~/domain/shared/locale'
import { createdAt, id, isSample, updatedAt } from './columns'

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
    locale: text('locale', { enum: LOCALES }).notNull().default('id'),
    /** IANA name ('Asia/Dubai'); null: not stated, the hall's zone is shown. */
    timeZone: text('time_zone'),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('person_email_key').on(sql`lower(${t.email})`),
    uniqueIndex('person_phone_key').on(t.phoneE164),
    check('person_phone_is_e164', sql`${t.phoneE164} ~ '^\\+[1-9][0-9]{6,14}$'`),
    check('person_locale_known', sql`${t.locale} in ('id','en','ar')`),
  ],
)
