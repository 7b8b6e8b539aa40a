import { checkOrderRule, unreachableTier } from './order-rule'
import { lineTotal, tierRanges } from './price-tiers'
import type { ProductFields } from './product-fields'
import type { TypedProduct } from './typed-product'

/** What keeps a product from buyers; the sentences are in `app/i18n`. */
export const PUBLISHING_GAPS = [
  'indonesian-name',
  'price',
  'minimum-order',
  'minimum-not-multiple',
  'price-above-minimum',
  'price-rises',
  'price-unreachable',
  // The organiser hasn't let the pesantren in yet: its goods stay drafts.
  'not-verified',
] as const
export type PublishingGap = (typeof PUBLISHING_GAPS)[number]

type Published = Pick<ProductFields, 'name' | 'tiers' | 'asksPrice' | 'minimumOrder' | 'orderMultiple'>

/**
 * What a product lacks before buyers may see it: its page tells a minimum and, unless buyers are to ask,
 * what that many cost; and its maker (`isVerified`) has to be let in. None: it may be published.
 */
export function publishingGaps(product: Published, isVerified = true): PublishingGap[] {
  const { name, tiers, asksPrice, minimumOrder } = product
  const gaps: PublishingGap[] = []
  if (!name.id) gaps.push('indonesian-name')
  if (tiers.length === 0 && !asksPrice) gaps.push('price')
  if (minimumOrder === null) gaps.push('minimum-order')
  else if (checkOrderRule(product)) gaps.push('minimum-not-multiple')
  if (minimumOrder !== null && tiers.length > 0 && lineTotal(tierRanges(tiers), minimumOrder) === null) {
    gaps.push('price-above-minimum')
  }
  if (risingTier(tiers) !== null) gaps.push('price-rises')
  if (unreachableTier(tiers, product) !== null) gaps.push('price-unreachable')
  if (!isVerified) gaps.push('not-verified')
  return gaps
}

/** The gaps that are plain to see in a form that can't be read yet, so that they are told together with its problems. */
export function emptyGaps(typed: TypedProduct): PublishingGap[] {
  const priced =
    typed.asksPrice === 'yes' || typed.tiers.some(({ from, price }) => from.trim() || price.trim())
  return [
    ...(typed['name.id'].trim() ? [] : (['indonesian-name'] as const)),
    ...(priced ? [] : (['price'] as const)),
    ...(typed.minimumOrder.trim() ? [] : (['minimum-order'] as const)),
  ]
}

/** The place in the price list, in the order of quantity, where more would cost more each; null: nowhere. */
export function risingTier(tiers: ProductFields['tiers']): number | null {
  const sorted = [...tiers].sort((a, b) => a.minimumQuantity - b.minimumQuantity)
  const at = sorted.findIndex((tier, index) => {
    const before = sorted[index - 1]
    return before !== undefined && tier.unitPriceMinor > before.unitPriceMinor
  })
  return at === -1 ? null : at
}
