import { sql } from 'drizzle-orm'
import { boolean, check, date, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, isSample, localizedText } from './columns'
import { province } from './region'

/** An exhibition. The hall that is open all year is an edition without an end. */
export const edition = pgTable(
  'edition',
  {
    id: id(),
    slug: text('slug').notNull(),
    name: localizedText('name').notNull(),
    provinceCode: text('province_code')
      .notNull()
      .references(() => province.code),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    /** The edition whose hall visitors walk into; one for each province. */
    isOpen: boolean('is_open').notNull().default(false),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('edition_slug_key').on(t.slug),
    uniqueIndex('edition_one_open_key').on(t.provinceCode).where(sql`${t.isOpen}`),
    check('edition_ends_after_start', sql`${t.endsOn} >= ${t.startsOn}`),
  ],
)
