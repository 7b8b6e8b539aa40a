import { writeNumber } from '~/domain/product/number-input'
import { checkOrderRule, type OrderRuleProblem } from '~/domain/product/order-rule'
import { parseQuantity } from '~/domain/product/price-tiers'
import { MOST_TIERS, type TypedProduct } from '~/domain/product/typed-product'
import type { Locale } from '~/domain/shared/locale'

/** A change of the form that is made by a button: by the browser at once, else by the server. */
export type FormChange = 'add-tier' | `remove-tier.${number}` | 'use-minimum' | 'use-multiple'

/** Null: it isn't the name of a change. */
export function readChange(intent: string): FormChange | null {
  return /^(add-tier|remove-tier\.\d{1,2}|use-minimum|use-multiple)$/.test(intent)
    ? (intent as FormChange)
    : null
}

/** The form after a change; nothing is saved by it. */
export function changeTyped(typed: TypedProduct, change: FormChange, locale: Locale): TypedProduct {
  const { tiers } = typed
  if (change === 'add-tier') {
    return tiers.length < MOST_TIERS ? { ...typed, tiers: [...tiers, { from: '', price: '' }] } : typed
  }
  if (change !== 'use-minimum' && change !== 'use-multiple') {
    const row = Number(change.slice('remove-tier.'.length))
    const left = tiers.filter((_, index) => index !== row)
    return { ...typed, tiers: left.length > 0 ? left : [{ from: '', price: '' }] }
  }
  const problem = orderRuleProblem(typed)
  if (!problem) return typed
  if (change === 'use-multiple') {
    return { ...typed, orderMultiple: writeNumber(problem.multipleInstead, locale) }
  }
  if (problem.minimumInstead === null) return typed
  const minimumOrder = writeNumber(problem.minimumInstead, locale)
  return {
    ...typed,
    minimumOrder,
    // The price that began at the old minimum begins at the new one.
    tiers: tiers.map((tier) =>
      parseQuantity(tier.from) === problem.minimum ? { ...tier, from: minimumOrder } : tier,
    ),
  }
}

/** What is wrong with the minimum as typed; null: nothing, or it can't be read yet. */
export function orderRuleProblem(typed: TypedProduct): OrderRuleProblem | null {
  return checkOrderRule({
    minimumOrder: parseQuantity(typed.minimumOrder),
    orderMultiple: parseQuantity(typed.orderMultiple),
  })
}
