import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { VERIFICATIONS } from '~/domain/shared/account-enums'
import { BOOTH_STATES, BUSINESS_FIELDS, ORGANISATION_KINDS } from '~/domain/shared/enums'
import { createdAt, id, instant, isSample, localizedText, updatedAt } from './columns'
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
    /** What the organiser says of it. Those that it entered itself are verified. */
    verification: text('verification', { enum: VERIFICATIONS }).notNull().default('verified'),
    /** When it last came into that state. */
    verificationAt: instant('verification_at'),
    /** Of a pesantren: whether visitors see its booth. Those that were there before are published. */
    boothState: text('booth_state', { enum: BOOTH_STATES }).notNull().default('published'),
    /** Only of a company that joined by itself: ISO 3166-1 alpha-2. */
    countryCode: text('country_code'),
    /** The organisation that this one turned out to be: its row stays for what happened under it. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => organisation.id),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('organisation_slug_key').on(t.slug),
    index('organisation_regency_idx').on(t.regencyCode),
    index('organisation_verification_idx')
      .on(t.verification, t.verificationAt)
      .where(sql`${t.verification} <> 'verified'`),
    check(
      'organisation_verification_known',
      sql`${t.verification} in ('joining','pending','asked-back','verified','rejected','closed')`,
    ),
    check(
      'organisation_booth_state_known',
      sql`${t.boothState} in ('making','handed-in','asked-back','published')`,
    ),
    index('organisation_booth_state_idx')
      .on(t.boothState, t.updatedAt)
      .where(sql`${t.boothState} <> 'published'`),
    check('organisation_merged_is_closed', sql`${t.mergedInto} is null or ${t.verification} = 'closed'`),
    check('organisation_country_form', sql`${t.countryCode} ~ '^[A-Z]{2}$'`),
    check('organisation_kind_known', sql`${t.kind} in ('pesantren','offtaker','buyer','organiser')`),
    check('organisation_phone_is_e164', sql`${t.whatsappE164} ~ '^\\+[1-9][0-9]{6,14}$'`),
    check('organisation_sample_has_no_phone', sql`not (${t.isSample} and ${t.whatsappE164} is not null)`),
    check('organisation_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)
