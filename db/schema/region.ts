import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'

/** Codes are those of the Ministry of Home Affairs, without points: 32, 3205, 320501. */
export const province = pgTable('province', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
})

export const regency = pgTable(
  'regency',
  {
    code: text('code').primaryKey(),
    provinceCode: text('province_code')
      .notNull()
      .references(() => province.code),
    kind: text('kind', { enum: ['kabupaten', 'kota'] }).notNull(),
    /** Without the word Kabupaten or Kota: 'Garut'. */
    name: text('name').notNull(),
  },
  (t) => [
    index('regency_province_idx').on(t.provinceCode),
    check('regency_kind_known', sql`${t.kind} in ('kabupaten','kota')`),
  ],
)

export const district = pgTable(
  'district',
  {
    code: text('code').primaryKey(),
    regencyCode: text('regency_code')
      .notNull()
      .references(() => regency.code),
    name: text('name').notNull(),
  },
  (t) => [index('district_regency_idx').on(t.regencyCode)],
)
