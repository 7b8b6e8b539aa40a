import { type Money, money, multiplyMoney } from '../shared/money'

/** The price of one unit from a quantity upwards. */
export interface PriceTier {
  minimumQuantity: number
  unitPriceMinor: number
}

/** A tier with the quantities that it covers; `to` is null for the open one at the end. */
export interface TierRange {
  from: number
  to: number | null
  unitPrice: Money
}

/** 'Minimum 48, then by 12'. Null: not stated, so any whole quantity will do. */
export interface QuantityRule {
  minimumOrder: number | null
  orderMultiple: number | null
}

/** More than anybody orders at once, and small enough to multiply safely with any price. */
export const MAXIMUM_QUANTITY = 1_000_000

export type QuantityProblem = 'not-a-number' | 'below-minimum' | 'not-a-multiple' | 'too-many'

export type QuantityAnswer =
  | { kind: 'valid'; quantity: number }
  /** `next` is the nearest greater quantity that will do, `previous` the nearest smaller; null: none. */
  | { kind: 'problem'; problem: QuantityProblem; next: number | null; previous: number | null }

/** In the order of quantity. `tiers` may come in any order. */
export function tierRanges(tiers: readonly PriceTier[]): TierRange[] {
  const sorted = [...tiers].sort((a, b) => a.minimumQuantity - b.minimumQuantity)
  return sorted.map((tier, index) => {
    const following = sorted[index + 1]
    return {
      from: tier.minimumQuantity,
      to: following ? following.minimumQuantity - 1 : null,
      unitPrice: money(tier.unitPriceMinor),
    }
  })
}

/** The range that a quantity falls in; null below the first one. */
export function tierFor(ranges: readonly TierRange[], quantity: number): TierRange | null {
  return ranges.findLast((range) => quantity >= range.from) ?? null
}

/** The price of all units together, or null where no price is stated for so few. */
export function lineTotal(ranges: readonly TierRange[], quantity: number): Money | null {
  const range = tierFor(ranges, quantity)
  return range ? multiplyMoney(range.unitPrice, quantity) : null
}

/** A quantity as people type it: '240', '1.200', '1,200', '1 200', Arabic digits. Null: not a whole number. */
export function parseQuantity(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  if (/^\d{1,12}$/.test(plain)) return Number(plain)
  // Only whole groups of three: '1.5' is a fraction in one language and a thousand in none.
  if (/^\d{1,3}([.,\s\u00a0٬]\d{3}){1,3}$/.test(plain)) return Number(plain.replace(/\D/g, ''))
  return null
}

/** Whether so many can be ordered, and if not what can. `quantity` null: what was typed is no number. */
export function checkQuantity(rule: QuantityRule, quantity: number | null): QuantityAnswer {
  const minimum = rule.minimumOrder ?? 1
  const multiple = rule.orderMultiple ?? 1
  if (quantity === null || !Number.isSafeInteger(quantity) || quantity < 1) {
    return { kind: 'problem', problem: 'not-a-number', next: minimum, previous: null }
  }
  if (quantity < minimum) return { kind: 'problem', problem: 'below-minimum', next: minimum, previous: null }
  const steps = Math.floor((Math.min(quantity, MAXIMUM_QUANTITY) - minimum) / multiple)
  const previous = steps < 0 ? null : minimum + steps * multiple
  if (quantity > MAXIMUM_QUANTITY) return { kind: 'problem', problem: 'too-many', next: null, previous }
  if (previous === quantity) return { kind: 'valid', quantity }
  const following = minimum + (steps + 1) * multiple
  const next = following <= MAXIMUM_QUANTITY ? following : null
  return { kind: 'problem', problem: 'not-a-multiple', next, previous }
}
