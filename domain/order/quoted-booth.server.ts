import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import type { Transaction } from '~/db/transaction.server'
import { notClosed } from '../shared/not-closed.server'
import type { Delivery } from '../shared/order-enums'
import { isSlug } from '../shared/slug'
import { hadOfLate, type OrderBuyer } from './order-buyer.server'
import { type LineToQuote, type Quote, quote } from './quote'
import type { ZoneAddress } from './zones'

const { organisation, product, sampleOffer, shippingRate } = schema

/** The most of one product that a line can be of, see sample_order_line. */
const MOST_OF_ONE = 100
const MOST_LINES = 20

export interface QuotedBooth {
  organisationId: string
  slug: string
  name: string
  nameArabic: string | null
  isSample: boolean
  regencyCode: string | null
}

export interface BoothQuoteInput {
  boothSlug: string
  lines: readonly { slug: string; quantity: number }[]
  delivery: Delivery
  address: ZoneAddress | null
}

export interface BoothQuote {
  booth: QuotedBooth
  quote: Quote
  /** Slugs whose sample isn't offered here any more. */
  gone: string[]
}

/**
 * What an order at a booth costs now; null: visitors see no such booth. `lock`: nobody changes these offers until the
 * transaction ends; locked by product id.
 */
export async function quoteAtBooth(
  db: Pick<Database | Transaction, 'select'>,
  { boothSlug, lines, delivery, address }: BoothQuoteInput,
  { buyer, now, lock = false }: { buyer: OrderBuyer | null; now: Date; lock?: boolean },
): Promise<BoothQuote | null> {
  if (!isSlug(boothSlug)) return null
  const [booth] = await db
    .select({
      organisationId: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      isSample: organisation.isSample,
      regencyCode: organisation.regencyCode,
    })
    .from(organisation)
    .where(and(eq(organisation.slug, boothSlug), eq(organisation.kind, 'pesantren'), notClosed))
  if (!booth) return null

  const wanted = wantedLines(lines)
  const offers = await queryOffers(db, booth.organisationId, [...wanted.keys()], lock)
  const productIds = offers.map(({ productId }) => productId)
  const had = buyer ? await hadOfLate(db, buyer, productIds, now) : null
  const rates = await db
    .select({
      zone: shippingRate.zone,
      upToGrams: shippingRate.upToGrams,
      priceMinor: shippingRate.priceMinor,
      days: shippingRate.days,
    })
    .from(shippingRate)
    .where(eq(shippingRate.organisationId, booth.organisationId))

  const toQuote: LineToQuote[] = []
  const gone: string[] = []
  for (const [slug, quantity] of wanted) {
    const offer = offers.find((one) => one.slug === slug)
    if (!offer) gone.push(slug)
    else {
      const { limit, ...line } = offer
      toQuote.push({ ...line, quantity, mayHave: had ? limit - (had.get(offer.productId) ?? 0) : null })
    }
  }
  const home = { regencyCode: booth.regencyCode, provinceCode: booth.regencyCode?.slice(0, 2) ?? null }
  return { booth, quote: quote({ lines: toQuote, rates, home, delivery, address }), gone }
}

/** By slug, each once. */
function wantedLines(lines: BoothQuoteInput['lines']): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const { slug, quantity } of lines) {
    if (!isSlug(slug) || !Number.isInteger(quantity) || quantity < 1 || wanted.size >= MOST_LINES) continue
    wanted.set(slug, Math.min(MOST_OF_ONE, (wanted.get(slug) ?? 0) + quantity))
  }
  return wanted
}

async function queryOffers(
  db: Pick<Database | Transaction, 'select'>,
  organisationId: string,
  slugs: string[],
  lock: boolean,
) {
  if (slugs.length === 0) return []
  const query = db
    .select({
      productId: product.id,
      slug: product.slug,
      name: product.name,
      size: sampleOffer.size,
      unitPriceMinor: sampleOffer.priceMinor,
      weightGrams: sampleOffer.weightGrams,
      shipsHome: sampleOffer.shipsHome,
      shipsAbroad: sampleOffer.shipsAbroad,
      handsOver: sampleOffer.handsOver,
      onHand: sampleOffer.onHand,
      limit: sampleOffer.limitPerBuyer,
    })
    .from(sampleOffer)
    .innerJoin(product, eq(product.id, sampleOffer.productId))
    .where(
      and(
        eq(product.organisationId, organisationId),
        inArray(product.slug, slugs),
        eq(product.state, 'published'),
        eq(sampleOffer.state, 'open'),
      ),
    )
    .orderBy(asc(product.id))
  return lock ? query.for('update', { of: sampleOffer }) : query
}
