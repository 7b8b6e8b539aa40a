import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { BUSINESS_FIELDS, ORGANISATION_KINDS } from '~/domain/shared/enums'
import { createdAt, id, isSample, localizedText, updatedAt } from './columns'
import { district, regency } from './region'

/** Where something that is said of a real organisation was reported. */
export interface ReportedSource {
  label: string
}

/** A pesantren, an offtaker, a buyer's company or the organiser. It outlives editions. */
export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    slug: text('slug').notNull(),
    /** The sign's Latin name, as people say it: 'Al-Ittihad 24'. */
    name: text('name').notNull(),
    /** The sign's Arabic name; null where nobody has stated it. */
    nameArabic: text('name_arabic'),
    regencyCode: text('regency_code').references(() => regency.code),
    districtCode: text('district_code').references(() => district.code),
    field: text('field', { enum: BUSINESS_FIELDS }),
    story: localizedText('story'),
    /** What was reported of its goods and capacity, in the words of the report; null: not stated. */
    reportedProducts: text('reported_products'),
    reportedCapacity: text('reported_capacity'),
    reportedSources: jsonb('reported_sources').$type<ReportedSource[]>(),
    /** Languages in which it answers; null: not stated. */
    spokenLanguages: text('spoken_languages').array(),
    hasExported: boolean('has_exported'),
    /** Leaves the server only in the chat redirect. */
    whatsappE164: text('whatsapp_e164'),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('organisation_slug_key').on(t.slug),
    index('organisation_regency_idx').on(t.regencyCode),
    check('organisation_kind_known', sql`${t.kind} in ('pesantren','offtaker','buyer','organiser')`),
    check('organisation_phone_is_e164', sql`${t.whatsappE164} ~ '^\\+[1-9][0-9]{6,14}$'`),
    check('organisation_sample_has_no_phone', sql`not (${t.isSample} and ${t.whatsappE164} is not null)`),
    check('organisation_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)
