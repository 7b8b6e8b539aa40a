import { MAXIMUM_QUANTITY, type QuantityRule } from './price-tiers'

/** A minimum that isn't a multiple of the step in which more is sold, with the two ways to mend it. */
export interface OrderRuleProblem {
  minimum: number
  multiple: number
  /** The next greater minimum that is a multiple; null: it would be too many. */
  minimumInstead: number | null
  /** The greatest smaller multiple that fits the minimum. */
  multipleInstead: number
}

/**
 * Cartons are sold whole: the minimum order has to be a multiple of the step, so that 'minimum 48, then by
 * 12' and 'by the dozen' are the same quantities. Null: they fit, or one of them isn't said.
 */
export function checkOrderRule({ minimumOrder, orderMultiple }: QuantityRule): OrderRuleProblem | null {
  if (minimumOrder === null || orderMultiple === null) return null
  if (minimumOrder < 1 || orderMultiple < 1 || minimumOrder % orderMultiple === 0) return null
  const minimumInstead = Math.ceil(minimumOrder / orderMultiple) * orderMultiple
  return {
    minimum: minimumOrder,
    multiple: orderMultiple,
    minimumInstead: minimumInstead <= MAXIMUM_QUANTITY ? minimumInstead : null,
    multipleInstead: greatestDivisor(minimumOrder, orderMultiple),
  }
}

/** The greatest divisor of `value` that is not more than `most`; 1 at least. */
function greatestDivisor(value: number, most: number): number {
  let best = 1
  for (let low = 1; low * low <= value; low++) {
    if (value % low !== 0) continue
    const high = value / low
    if (low <= most) best = Math.max(best, low)
    if (high <= most) best = Math.max(best, high)
  }
  return best
}
