/** Currencies with the number of digits after the point, as ISO 4217 gives them. */
export const CURRENCY_DIGITS = { IDR: 2, USD: 2, EUR: 2, SAR: 2, MYR: 2, JPY: 0 } as const
export type Currency = keyof typeof CURRENCY_DIGITS

/** An amount of money in integer minor units (Rp 1 = 100). */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** @throws RangeError when `minor` is not a safe integer. */
export function money(minor: number, currency: Currency = 'IDR'): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not integer minor units: ${minor}`)
  return { minor, currency }
}

/** Whole rupiah as money. @throws RangeError when `value` is not a whole number. */
export function rupiah(value: number): Money {
  return money(value * 100, 'IDR')
}

/** @throws TypeError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`cannot add ${a.currency} and ${b.currency}`)
  return money(a.minor + b.minor, a.currency)
}

/** @throws RangeError when `quantity` is not a whole number of units. */
export function multiplyMoney(price: Money, quantity: number): Money {
  if (!Number.isInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`)
  return money(price.minor * quantity, price.currency)
}

/** The amount in the currency's major unit, for formatting only: never calculate with it. */
export function majorUnits(amount: Money): number {
  return amount.minor / 10 ** CURRENCY_DIGITS[amount.currency]
}
