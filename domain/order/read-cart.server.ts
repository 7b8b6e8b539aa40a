import { and, eq, inArray, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { money, multiplyMoney } from '../shared/money'
import { notClosed } from '../shared/not-closed.server'
import { CART_QUANTITY, type CartItem } from './cart'
import type { CartGroup, CartLine, CartView } from './sample-offer-view'

const { organisation: o, product, sampleOffer } = schema

/** What is in a cart, with today's prices, by pesantren: as many orders as groups. One query. Anybody may. */
export async function readCart(
  { db }: Pick<Context, 'db'>,
  { items, locale }: { items: readonly CartItem[]; locale: Locale },
): Promise<CartView> {
  if (items.length === 0) return { groups: [], gone: [] }
  const rows = await query(
    db,
    items.map(({ slug }) => slug),
  )
  const groups: CartGroup[] = []
  const gone: string[] = []
  for (const { slug, quantity } of items) {
    const row = rows.find((one) => one.slug === slug)
    if (!row) {
      gone.push(slug)
      continue
    }
    const { booth, name, size, photo, isOpen, ...offer } = row
    const left = isOpen ? offer.left : 0
    const most = Math.min(left, offer.limit, CART_QUANTITY)
    const line: CartLine = {
      ...offer,
      ...(photo && { photo }),
      left,
      name: localized(name, locale) ?? { text: slug, lang: 'id' },
      size: localized(size, locale) ?? { text: '', lang: 'id' },
      quantity,
      lineMinor: multiplyMoney(money(offer.priceMinor), quantity).minor,
      most,
      problem: isOpen ? (left === 0 ? 'sold-out' : quantity > most ? 'too-many' : null) : 'gone',
    }
    const group = groups.find((one) => one.booth.slug === booth.slug)
    if (group) group.lines.push(line)
    else groups.push({ booth, lines: [line], itemsMinor: 0, isReady: true })
  }
  for (const group of groups) {
    group.isReady = group.lines.every(({ problem }) => problem === null)
    group.itemsMinor = group.lines
      .filter(({ problem }) => problem === null || problem === 'too-many')
      .reduce((sum, { lineMinor }) => sum + lineMinor, 0)
  }
  return { groups, gone }
}

function query(db: Context['db'], slugs: string[]) {
  return db
    .select({
      slug: product.slug,
      name: product.name,
      drawing: product.drawing,
      photo: firstPhoto(ofProduct(sql`${product.id}`)),
      booth: { slug: o.slug, name: o.name, nameArabic: o.nameArabic, isSample: o.isSample },
      isOpen: sql<boolean>`${sampleOffer.state} = 'open'`,
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
    .innerJoin(o, eq(o.id, product.organisationId))
    .where(and(inArray(product.slug, slugs), eq(product.state, 'published'), notClosed))
}
