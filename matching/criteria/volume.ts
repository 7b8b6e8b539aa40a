import type { Reason } from '~/domain/shared/reason'
import type { Demand, Judgement, Offer } from '../offer'
import { quantityInto, rateInto, shownQuantity } from '../reckon'

/** Whoever states no capacity counts as one who covers a quarter: it can be asked, but not relied on. */
const UNKNOWN_SHARE = 0.25

/** What a month leaves after what is promised, in the offer's own units; null: not stated. */
export function freeCapacity({ monthlyCapacity, promisedCapacity }: Offer): number | null {
  return monthlyCapacity === null ? null : Math.max(0, monthlyCapacity - promisedCapacity)
}

/** The same in the need's units; null: not stated, or another unit. */
export function freeForDemand(demand: Demand, offer: Offer): number | null {
  const rate = rateInto(demand.unit, offer)
  const free = freeCapacity(offer)
  return rate && free !== null ? quantityInto(rate, free) : null
}

/**
 * The share of the monthly volume that the free capacity covers. A minimum order above the need takes
 * as much away as the need falls short of it.
 */
export function judgeVolume(demand: Demand, offer: Offer): Judgement {
  const { monthlyVolume: needed, unit } = demand
  const reasons: Reason[] = []
  const free = freeForDemand(demand, offer)
  let share = UNKNOWN_SHARE
  if (free === null) {
    reasons.push({ criterion: 'volume', tone: 'unknown', code: 'capacity-unknown' })
  } else {
    share = Math.min(1, free / needed)
    const figures = { free: shownQuantity(free), needed, unit }
    reasons.push(
      free >= needed
        ? { criterion: 'volume', tone: 'good', code: 'capacity-covers', ...figures }
        : { criterion: 'volume', tone: 'short', code: 'capacity-partly', ...figures },
    )
  }
  const rate = rateInto(unit, offer)
  const minimum = rate && offer.minimumOrder !== null ? quantityInto(rate, offer.minimumOrder) : 0
  if (minimum > needed) {
    share *= needed / minimum
    // Rounded up: a sentence that names less than the minimum would mislead.
    const shown = Math.ceil(minimum * 10) / 10
    reasons.push({ criterion: 'volume', tone: 'short', code: 'below-minimum', minimum: shown, needed, unit })
  }
  return { criterion: 'volume', share, reasons }
}
