import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { BUSINESS_FIELDS, CERTIFICATIONS, NEED_STATES, TRADE_UNITS } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { createdAt, id, instant, isSample, minorUnits, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'
import { regency } from './region'

/** What an organisation looks for. Private to it and the organiser; it outlives editions. */
export const need = pgTable(
  'need',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    createdBy: uuid('created_by').references(() => person.id, { onDelete: 'set null' }),
    state: text('state', { enum: NEED_STATES }).notNull().default('open'),
    field: text('field', { enum: BUSINESS_FIELDS }).notNull(),
    /** The goods in the company's own words: 'kopi arabika sangrai'. */
    productWords: text('product_words').notNull(),
    /** The language that they were written in. */
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** Units a month. */
    monthlyVolume: integer('monthly_volume').notNull(),
    unit: text('unit', { enum: TRADE_UNITS }).notNull(),
    /** The highest price of one unit that suits; null: not said. */
    targetPriceMinor: minorUnits('target_price_minor'),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
    /** Papers without which there is no deal: a hard rule of the matching. */
    requiredPapers: text('required_papers', { enum: CERTIFICATIONS }).array().notNull().default(sql`'{}'`),
    /** Where the goods go: ISO 3166-1 alpha-2, and in Indonesia which regency or city where it is said. */
    destinationCountry: text('destination_country').notNull().default('ID'),
    destinationRegency: text('destination_regency').references(() => regency.code),
    /** The destination in words: 'Jeddah', 'Surabaya'. */
    destinationPlace: text('destination_place'),
    /** The language for talking to the maker. */
    language: text('language', { enum: LOCALES }).notNull(),
    /** The day by which the first delivery is needed; null: not said. */
    neededBy: date('needed_by'),
    note: text('note'),
    /** The booth and the product from whose page this was stated. */
    aboutOrganisationId: uuid('about_organisation_id').references(() => organisation.id, {
      onDelete: 'set null',
    }),
    aboutProductId: uuid('about_product_id').references(() => product.id, { onDelete: 'set null' }),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('need_organisation_idx').on(t.organisationId, t.createdAt),
    check('need_state_known', sql`${t.state} in ('open','closed')`),
    check('need_closed_when', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
    check('need_volume_positive', sql`${t.monthlyVolume} > 0`),
    check('need_price_positive', sql`${t.targetPriceMinor} > 0`),
    check('need_country_form', sql`${t.destinationCountry} ~ '^[A-Z]{2}$'`),
    check(
      'need_regency_in_indonesia',
      sql`${t.destinationRegency} is null or ${t.destinationCountry} = 'ID'`,
    ),
    check(
      'need_papers_known',
      sql`${t.requiredPapers} <@ array['halal-verified','halal','pirt-bpom','nib','sni']`,
    ),
  ],
)
