import { and, eq, gt, inArray } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'

const { product, sampleOffer } = schema

/** Of these products, those whose samples can be had now, in one query. Anybody may. */
export async function findSampled(
  { db }: Pick<Context, 'db'>,
  { slugs }: { slugs: readonly string[] },
): Promise<string[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .select({ slug: product.slug })
    .from(sampleOffer)
    .innerJoin(product, eq(product.id, sampleOffer.productId))
    .where(
      and(
        inArray(product.slug, [...slugs]),
        eq(product.state, 'published'),
        eq(sampleOffer.state, 'open'),
        gt(sampleOffer.onHand, 0),
      ),
    )
  return rows.map(({ slug }) => slug)
}
