import { parseRupiah } from '../product/number-input'
import { isIsoDay } from '../shared/iso-day'
import { SHOWN_CURRENCIES, type ShownCurrency } from '../shared/order-enums'
import { typedLine } from '../shared/typed-text'

/** What can be wrong with a field of the table; the sentences are in `app/i18n`. */
export const RATE_PROBLEMS = [
  'not-a-rate',
  'unlikely',
  'nothing',
  'day-wrong',
  'day-ahead',
  'source-missing',
  'too-long',
] as const
export type RateProblem = (typeof RATE_PROBLEMS)[number]

export const RATE_FIELDS = [...SHOWN_CURRENCIES, 'validOn', 'source'] as const
export type RateField = (typeof RATE_FIELDS)[number]
export type TypedRates = Record<RateField, string>
export type RateProblems = Partial<Record<RateField, RateProblem>>

export const SOURCE_LENGTH = 120
/** No currency that is shown here is worth less than a rupiah or more than a hundred thousand. */
const LEAST_MINOR = 100
const MOST_MINOR = 10_000_000
/** Twice as much as before, or half: a digit too many is likelier than such a fall. */
const UNLIKELY = 2

export interface DatedRates {
  validOn: string
  source: string
  rates: { currency: ShownCurrency; idrMinorPerUnit: number }[]
}

/** What a form sent, as typed. */
export function typedRates(values: Partial<Record<RateField, unknown>>): TypedRates {
  const line = (name: RateField) => typedLine(values[name]).trim()
  return {
    USD: line('USD'),
    EUR: line('EUR'),
    SAR: line('SAR'),
    MYR: line('MYR'),
    JPY: line('JPY'),
    validOn: line('validOn'),
    source: line('source'),
  }
}

/**
 * The day's table, or what is wrong at which field. A currency that is left empty keeps its last rate. `last` are the
 * rates so far: what is far from them has to be said twice (`isSure`).
 */
export function checkRates(
  typed: TypedRates,
  { today, last, isSure }: { today: string; last: Partial<Record<ShownCurrency, number>>; isSure: boolean },
): { kind: 'rates'; dated: DatedRates } | { kind: 'problems'; problems: RateProblems } {
  const problems: RateProblems = {}
  const rates = SHOWN_CURRENCIES.flatMap((currency) => {
    const text = typed[currency]
    if (text === '') return []
    const idrMinorPerUnit = parseRupiah(text) ?? 0
    if (idrMinorPerUnit < LEAST_MINOR || idrMinorPerUnit > MOST_MINOR) problems[currency] = 'not-a-rate'
    else if (!isSure && isFar(idrMinorPerUnit, last[currency])) problems[currency] = 'unlikely'
    return [{ currency, idrMinorPerUnit }]
  })
  if (rates.length === 0) problems.USD = 'nothing'
  if (!isIsoDay(typed.validOn)) problems.validOn = 'day-wrong'
  else if (typed.validOn > today) problems.validOn = 'day-ahead'
  if (typed.source === '') problems.source = 'source-missing'
  else if (typed.source.length > SOURCE_LENGTH) problems.source = 'too-long'
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems }
  return { kind: 'rates', dated: { validOn: typed.validOn, source: typed.source, rates } }
}

const isFar = (now: number, before: number | undefined) =>
  before !== undefined && (now > before * UNLIKELY || now * UNLIKELY < before)
