import { createHash } from 'node:crypto'
import type { BoothView } from '~/domain/booth/booth-view'
import { drawShareCard } from '~/domain/booth/draw-share-card.server'
import { SHARE_CARD_VERSION, type ShareCard } from '~/domain/booth/share-card'
import { parseDrawingSpec } from '~/domain/product/drawing-spec'
import type { ProductView } from '~/domain/product/product-view'
import type { Context } from '~/domain/shared/context'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import { formatMoneyRange } from './i18n/format'
import { wordsFor } from './i18n/registry'

/** What the card of a booth's link says. */
export function boothCard(booth: BoothView, locale: Locale): ShareCard {
  const words = wordsFor(locale)
  const goods = booth.products.slice(0, 2).map(({ name }) => name.text)
  return {
    locale,
    name: booth.name,
    nameArabic: booth.nameArabic,
    title: goods.join(words.common.comma) || (booth.field ? words.trade.fields[booth.field] : booth.name),
    line: booth.field && goods.length > 0 ? words.trade.fields[booth.field] : null,
    place: booth.regency ? words.trade.regency(booth.regency.code, booth.regency.name) : null,
    sample: booth.isSample ? words.common.sampleData : null,
    photo: booth.photos[0] ?? booth.products.find(({ photo }) => photo)?.photo,
    drawings: specs(booth.products.slice(0, 3).map(({ drawing }) => drawing)),
  }
}

/** What the card of a product's link says. */
export function productCard(product: ProductView, locale: Locale): ShareCard {
  const words = wordsFor(locale)
  const { booth, unit, minimumOrder } = product
  const prices = product.tiers.map(({ unitPriceMinor }) => unitPriceMinor)
  const line = [
    prices.length === 0
      ? null
      : formatMoneyRange(money(Math.min(...prices)), money(Math.max(...prices)), locale),
    minimumOrder === null ? null : words.product.perMinimum(words.trade.amount(minimumOrder, unit)),
  ].filter((part) => part !== null)
  return {
    locale,
    name: booth.name,
    nameArabic: booth.nameArabic,
    title: product.name.text,
    line: line.length > 0 ? line.join(' · ') : null,
    place: booth.regency ? words.trade.regency(booth.regency.code, booth.regency.name) : null,
    sample: product.isSample ? words.common.sampleData : null,
    photo: product.photos[0],
    drawings: specs([product.drawing]),
  }
}

/** Changes with whatever the card shows, and with how it is drawn. */
export function cardVersion(card: ShareCard): string {
  return createHash('sha256')
    .update(JSON.stringify([SHARE_CARD_VERSION, card]))
    .digest('base64url')
    .slice(0, 12)
}

/** The address of a card: the version makes it immutable. */
export function cardPath(kind: 'booth' | 'product', slug: string, card: ShareCard): string {
  return `/share/${kind}/${slug}.${card.locale}.${cardVersion(card)}.png`
}

/** Some 60 kB each. */
const KEPT = 100
const kept = new Map<string, Promise<Buffer>>()

/** The card as PNG, from memory where it was drawn before; asked for twice at the same time it is drawn once. */
export function drawnCard(
  card: ShareCard,
  places: { cacheDir: string; storage: Context['storage'] },
): Promise<Buffer> {
  const key = cardVersion(card)
  const drawn = kept.get(key) ?? drawShareCard(places, card)
  // The newest stays longest; what failed is tried anew.
  kept.delete(key)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return drawn
}

function specs(drawings: readonly string[]) {
  return drawings.map(parseDrawingSpec).filter((spec) => spec !== null)
}
