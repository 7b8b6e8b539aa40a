import type { Demand, Judgement, Offer } from '../offer'
import { priceInto, quantityFrom, rateInto } from '../reckon'

/** A price this much above the target is worth nothing; between, it falls in a straight line. */
const WORTHLESS_ABOVE = 0.25
/** Not stated: less than any price within the target, and more than one far above it. */
const UNKNOWN_SHARE = 0.3

/**
 * The unit price of the tier that applies to a month's volume, reckoned into the need's unit. Below the
 * first tier that tier's: whoever orders so little has to order its quantity.
 */
export function priceForDemand(demand: Demand, offer: Offer): number | null {
  const rate = rateInto(demand.unit, offer)
  if (!rate) return null
  const quantity = quantityFrom(rate, demand.monthlyVolume)
  const tier = offer.tiers.findLast(({ minimumQuantity }) => minimumQuantity <= quantity) ?? offer.tiers[0]
  return tier ? priceInto(rate, tier.unitPriceMinor) : null
}

/** At or below the target 1. Where the need says no target, everybody who states a price is equal. */
export function judgePrice(demand: Demand, offer: Offer): Judgement {
  const { targetPriceMinor: target, unit } = demand
  const priceMinor = priceForDemand(demand, offer)
  const judged = (share: number, reason: Judgement['reasons'][number]): Judgement => ({
    criterion: 'price',
    share,
    reasons: [reason],
  })
  if (priceMinor === null) {
    return judged(UNKNOWN_SHARE, { criterion: 'price', tone: 'unknown', code: 'price-unknown' })
  }
  if (target === null) {
    return judged(1, { criterion: 'price', tone: 'good', code: 'price-stated', priceMinor, unit })
  }
  const above = priceMinor / target - 1
  const percent = Math.round(Math.abs(above) * 100)
  if (above > 0) {
    const share = Math.max(0, 1 - above / WORTHLESS_ABOVE)
    // 'Nought per cent above' would be nonsense.
    const figures = { priceMinor, percent: Math.max(1, percent), unit }
    return judged(share, { criterion: 'price', tone: 'short', code: 'price-above', ...figures })
  }
  if (percent === 0) {
    return judged(1, { criterion: 'price', tone: 'good', code: 'price-at-target', priceMinor, unit })
  }
  return judged(1, { criterion: 'price', tone: 'good', code: 'price-below', priceMinor, percent, unit })
}
