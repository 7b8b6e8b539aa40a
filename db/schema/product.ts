import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { BUSINESS_FIELDS, INCOTERMS, PRODUCT_STATES, TRADE_UNITS } from '~/domain/shared/enums'
import { createdAt, id, isSample, localizedText, updatedAt } from './columns'
import { organisation } from './organisation'

/** What a pesantren makes. It outlives editions. A null field reads 'not stated'. */
export const product = pgTable(
  'product',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    slug: text('slug').notNull(),
    state: text('state', { enum: PRODUCT_STATES }).notNull().default('draft'),
    /** Order on the booth's shelf. */
    position: integer('position').notNull().default(0),
    name: localizedText('name').notNull(),
    description: localizedText('description'),
    field: text('field', { enum: BUSINESS_FIELDS }).notNull(),
    /** Key of the drawing's kind ('coffee', 'honey'), see domain/product/drawing.ts; also groups like products. */
    kind: text('kind').notNull(),
    /** The drawing's spec while there is no photograph, see domain/product/drawing.ts. */
    drawing: text('drawing').notNull(),
    unit: text('unit', { enum: TRADE_UNITS }).notNull(),
    /** Net content of one unit where it is a package: 500 and 'g'. */
    netContent: doublePrecision('net_content'),
    netContentUnit: text('net_content_unit', { enum: ['g', 'kg', 'ml', 'l', 'm', 'cm', 'piece'] }),
    minimumOrder: integer('minimum_order'),
    orderMultiple: integer('order_multiple'),
    leadTimeDays: integer('lead_time_days'),
    madeToOrder: boolean('made_to_order'),
    /** Units a month. */
    monthlyCapacity: integer('monthly_capacity'),
    /** Units a month that are already promised to others. */
    promisedCapacity: integer('promised_capacity').notNull().default(0),
    stock: integer('stock'),
    hsCode: text('hs_code'),
    shelfLifeDays: integer('shelf_life_days'),
    storage: localizedText('storage'),
    unitsPerCarton: integer('units_per_carton'),
    cartonKg: doublePrecision('carton_kg'),
    cartonCm: integer('carton_cm').array(),
    incoterm: text('incoterm', { enum: INCOTERMS }),
    incotermPlace: text('incoterm_place'),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('product_slug_key').on(t.slug),
    index('product_organisation_idx').on(t.organisationId, t.position),
    // The matching looks through all goods of a field.
    index('product_published_field_idx').on(t.field).where(sql`${t.state} = 'published'`),
    check('product_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('product_state_known', sql`${t.state} in ('draft','published','hidden','archived')`),
    check('product_minimum_positive', sql`${t.minimumOrder} > 0 and ${t.orderMultiple} > 0`),
    check('product_lead_time', sql`${t.leadTimeDays} >= 0`),
    check(
      'product_capacity',
      sql`${t.promisedCapacity} >= 0 and ${t.promisedCapacity} <= coalesce(${t.monthlyCapacity}, 0)`,
    ),
    check('product_hs_code', sql`${t.hsCode} ~ '^[0-9]{6}([0-9]{2})?$'`),
    check('product_incoterm_has_place', sql`(${t.incoterm} is null) = (${t.incotermPlace} is null)`),
    check('product_carton_three_sides', sql`cardinality(${t.cartonCm}) = 3`),
  ],
)
