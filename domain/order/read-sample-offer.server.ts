import { and, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import type { SampleOfferView } from './sample-offer-view'

const { organisation, product, sampleOffer } = schema

/** The sample of a product that visitors may see, in one query; null: none is offered now. Anybody may. */
export async function readSampleOffer(
  { db }: Pick<Context, 'db'>,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<SampleOfferView | null> {
  const [row] = await db
    .select({
      priceMinor: sampleOffer.priceMinor,
      size: sampleOffer.size,
      limit: sampleOffer.limitPerBuyer,
      left: sampleOffer.onHand,
      shipsHome: sampleOffer.shipsHome,
      shipsAbroad: sampleOffer.shipsAbroad,
      handsOver: sampleOffer.handsOver,
    })
    .from(sampleOffer)
    .innerJoin(product, eq(product.id, sampleOffer.productId))
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(
      and(eq(product.slug, slug), eq(product.state, 'published'), eq(sampleOffer.state, 'open'), notClosed),
    )
  return row ? { ...row, size: localized(row.size, locale) ?? { text: '', lang: 'id' } } : null
}
