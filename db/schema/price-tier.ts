import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { minorUnits } from './columns'
import { product } from './product'

/** The price of one unit from a quantity upwards. */
export const priceTier = pgTable(
  'price_tier',
  {
    productId: uuid('product_id')
      .notNull()
      .references(() => product.id, { onDelete: 'cascade' }),
    minimumQuantity: integer('minimum_quantity').notNull(),
    unitPriceMinor: minorUnits('unit_price_minor').notNull(),
    currency: text('currency', { enum: ['IDR'] })
      .notNull()
      .default('IDR'),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.minimumQuantity] }),
    check('price_tier_positive', sql`${t.minimumQuantity} > 0 and ${t.unitPriceMinor} > 0`),
  ],
)
