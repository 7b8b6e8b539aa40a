import type { Certification } from '~/domain/shared/enums'
import type { Exclusion } from '~/domain/shared/reason'
import { namesGoods } from './criteria/product'
import { freeCapacity } from './criteria/volume'
import type { Demand, Offer } from './offer'
import { lackingPapers } from './papers'
import { rateInto } from './reckon'

/**
 * The rule that keeps an offer out whatever else speaks for it, the most telling first; null: none does.
 * `papers`: which of the required ones it lacks.
 */
export function exclusionOf(
  demand: Demand,
  offer: Offer,
): { because: Exclusion; papers?: Certification[] } | null {
  if (offer.field !== demand.field && !namesGoods(demand, offer)) return { because: 'other-goods' }
  if (!rateInto(demand.unit, offer)) return { because: 'other-unit' }
  if (freeCapacity(offer) === 0) return { because: 'capacity-taken' }
  const papers = lackingPapers(demand.requiredPapers, offer)
  return papers.length > 0 ? { because: 'paper-missing', papers } : null
}
