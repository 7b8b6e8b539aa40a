import { checkQuantity, MAXIMUM_QUANTITY, type PriceTier, type QuantityRule, tierRanges } from './price-tiers'

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

/**
 * The place in the price list, in the order of quantity, of a price that no order can ever have: its quantities lie
 * below the minimum or between two steps. Null: there is none, or no minimum that holds is said yet.
 */
export function unreachableTier(tiers: readonly PriceTier[], rule: QuantityRule): number | null {
  if (rule.minimumOrder === null || checkOrderRule(rule)) return null
  const at = tierRanges(tiers).findIndex(({ from, to }) => {
    const answer = checkQuantity(rule, from)
    const least = answer.kind === 'valid' ? answer.quantity : answer.next
    return least === null || (to !== null && least > to)
  })
  return at === -1 ? null : at
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
