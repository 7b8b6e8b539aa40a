import { CURRENCY_DIGITS, type Money, money } from '../shared/money'
import type { ShownCurrency } from '../shared/order-enums'

/** What one unit of a currency was worth, in minor units of IDR. */
export interface ShownRate {
  currency: ShownCurrency
  idrMinorPerUnit: number
  /** ISO date. */
  validOn: string
}

/**
 * About how much an amount in IDR is in a reader's currency: rounded down to three digits, for reading only. It is
 * never charged and never sent anywhere. null: less than the smallest coin.
 */
export function indicate(idrMinor: number, rate: ShownRate): Money | null {
  const digits = CURRENCY_DIGITS[rate.currency]
  // Whole numbers throughout: a price in rupiah times a hundred stays far below what is exact.
  const minor = (BigInt(idrMinor) * 10n ** BigInt(digits)) / BigInt(rate.idrMinorPerUnit)
  const text = minor.toString()
  const rounded = text.length <= 3 ? minor : BigInt(text.slice(0, 3)) * 10n ** BigInt(text.length - 3)
  return rounded > 0n ? money(Number(rounded), rate.currency) : null
}
