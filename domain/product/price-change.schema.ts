import type { Locale } from '../shared/locale'
import { MAXIMUM_PRICE, parseDecimal } from './number-input'
import { LEAST_PERCENT, MOST_PERCENT, type PriceChange, ROUNDINGS } from './price-change'

/** The form as typed. */
export interface TypedPriceChange {
  by: PriceChange['by']
  amount: string
  rounding: string
}

/** What was typed by a reader of `locale`; null: it is no change that can be made. */
export function readPriceChange(typed: TypedPriceChange, locale: Locale): PriceChange | null {
  const text = typed.amount.trim().replace(/[%\s]/g, '').replace(/^\+/, '').replace(/^[−–]/, '-')
  const isLess = text.startsWith('-')
  const size = parseDecimal(isLess ? text.slice(1) : text, locale)
  const rounding = ROUNDINGS.find((one) => String(one) === typed.rounding)
  if (size === null || size === 0 || rounding === undefined) return null
  const amount = isLess ? -size : size
  const isWithin =
    typed.by === 'percent'
      ? amount >= LEAST_PERCENT && amount <= MOST_PERCENT
      : Number.isInteger(amount) && Math.abs(amount) <= MAXIMUM_PRICE
  return isWithin ? { by: typed.by, amount, rounding } : null
}
