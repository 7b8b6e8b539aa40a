import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { SHIPPING_ZONES } from '~/domain/shared/order-enums'
import { localizedText, minorUnits, updatedAt } from './columns'
import { organisation } from './organisation'
import { product } from './product'

/** That a product's sample can be had, and how. */
export const sampleOffer = pgTable(
  'sample_offer',
  {
    productId: uuid('product_id')
      .primaryKey()
      .references(() => product.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    /** Of one sample; 0: free. */
    priceMinor: minorUnits('price_minor').notNull(),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
    /** What one gets: '100 g in a bag'. */
    size: localizedText('size').notNull(),
    /** Of one sample as it is sent, in grams. */
    weightGrams: integer('weight_grams').notNull(),
    /** Samples that one buyer may have within `LIMIT_DAYS`, see domain/order. */
    limitPerBuyer: integer('limit_per_buyer').notNull(),
    /** How many can be given now. Orders take from it when payment starts and give back when they lapse. */
    onHand: integer('on_hand').notNull(),
    shipsHome: boolean('ships_home').notNull(),
    shipsAbroad: boolean('ships_abroad').notNull(),
    /** May be handed over at the exhibition or fetched. */
    handsOver: boolean('hands_over').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('sample_offer_state_known', sql`${t.state} in ('open','closed')`),
    check('sample_offer_price', sql`${t.priceMinor} >= 0`),
    check('sample_offer_weight', sql`${t.weightGrams} between 1 and 100000`),
    check('sample_offer_limit', sql`${t.limitPerBuyer} between 1 and 20`),
    check('sample_offer_on_hand', sql`${t.onHand} between 0 and 100000`),
    check('sample_offer_goes_somewhere', sql`${t.shipsHome} or ${t.shipsAbroad} or ${t.handsOver}`),
  ],
)

/** What a pesantren asks for a parcel up to a weight into a zone. No row that fits: the buyer asks. */
export const shippingRate = pgTable(
  'shipping_rate',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    zone: text('zone', { enum: SHIPPING_ZONES }).notNull(),
    upToGrams: integer('up_to_grams').notNull(),
    priceMinor: minorUnits('price_minor').notNull(),
    /** Usual days on the way; null: not stated. */
    days: integer('days'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.zone, t.upToGrams] }),
    check('shipping_rate_weight', sql`${t.upToGrams} between 1 and 100000`),
    check('shipping_rate_price', sql`${t.priceMinor} >= 0`),
    check('shipping_rate_days', sql`${t.days} between 0 and 365`),
  ],
)
