import { parseDecimal, parseRupiah, writeNumber } from '../product/number-input'
import { parseQuantity } from '../product/price-tiers'
import type { Locale } from '../shared/locale'
import { SHIPPING_ZONES, type ShippingZone } from '../shared/order-enums'

/** One price: of a parcel up to a weight into a zone. */
export interface ShippingRow {
  zone: ShippingZone
  upToGrams: number
  /** Minor units of IDR. */
  priceMinor: number
  days: number | null
}

/** Weights that the form offers: parcels up to so much. What was stored with more has them all. */
export const WEIGHT_STEPS = 5
/** Shown where nothing is written yet. */
const FEWEST_STEPS = 3
/** The most that a form may send. */
const MOST_STEPS = 100
const HEAVIEST = 100_000
const HIGHEST_PRICE = 100_000_000_00
const MOST_DAYS = 365

export type ShippingProblem =
  | 'not-a-weight'
  | 'weight-too-high'
  | 'weight-twice'
  | 'weight-missing'
  | 'not-a-price'
  | 'price-too-high'
  | 'heavier-is-cheaper'
  | 'not-days'
  | 'days-without-price'

/** The form as typed: 'weight.0' in kilograms, 'java.0' in rupiah, 'java.days'. */
export type TypedShipping = Record<string, string>
export type ShippingProblems = Record<string, ShippingProblem>

export const weightField = (step: number) => `weight.${step}`
export const priceField = (zone: ShippingZone, step: number) => `${zone}.${step}`
export const daysField = (zone: ShippingZone) => `${zone}.days`

/** How many weights the typed table has. */
function stepsOf(typed: TypedShipping): number[] {
  let count = WEIGHT_STEPS
  while (count < MOST_STEPS && weightField(count) in typed) count++
  return Array.from({ length: count }, (_, step) => step)
}

/** The fields of one zone. */
export const zoneFields = (zone: ShippingZone, typed: TypedShipping): string[] => [
  ...stepsOf(typed).map((step) => priceField(zone, step)),
  daysField(zone),
]

const shippingFields = (typed: TypedShipping): string[] => [
  ...stepsOf(typed).map(weightField),
  ...SHIPPING_ZONES.flatMap((zone) => zoneFields(zone, typed)),
]

export function readTypedShipping(form: Pick<FormData, 'get' | 'has'>): TypedShipping {
  const sent: TypedShipping = {}
  for (let step = 0; step < MOST_STEPS && form.has(weightField(step)); step++) sent[weightField(step)] = ''
  return Object.fromEntries(
    shippingFields(sent).map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value.trim().slice(0, 40) : '']
    }),
  )
}

/** The table as its form shows it, with every weight that is stored. */
export function typedShipping(rows: readonly ShippingRow[], locale: Locale): TypedShipping {
  const weights = [...new Set(rows.map(({ upToGrams }) => upToGrams))].sort((a, b) => a - b)
  const typed: TypedShipping = {}
  weights.forEach((grams, step) => {
    typed[weightField(step)] = writeNumber(grams / 1000, locale)
  })
  for (const { zone, upToGrams, priceMinor, days } of rows) {
    typed[priceField(zone, weights.indexOf(upToGrams))] = writeNumber(priceMinor / 100, locale)
    if (days !== null) typed[daysField(zone)] = String(days)
  }
  return Object.fromEntries(shippingFields(typed).map((name) => [name, typed[name] ?? '']))
}

/** The steps that say something, and one more to go on with; at least three. */
export function shownSteps(typed: TypedShipping): number[] {
  const steps = stepsOf(typed)
  const isUsed = (step: number) =>
    [weightField(step), ...SHIPPING_ZONES.map((zone) => priceField(zone, step))].some((name) => typed[name])
  const used = (steps.filter(isUsed).at(-1) ?? -1) + 1
  return steps.slice(0, Math.max(FEWEST_STEPS, used, Math.min(used + 1, WEIGHT_STEPS)))
}

/** What the typed table says, or what is wrong at which cell. An empty cell: the buyer asks. */
export function parseShipping(
  typed: TypedShipping,
  locale: Locale,
): { kind: 'rows'; rows: ShippingRow[] } | { kind: 'problems'; problems: ShippingProblems } {
  const problems: ShippingProblems = {}
  const steps = stepsOf(typed)
  const weights = steps.map((step) => {
    const text = typed[weightField(step)] ?? ''
    if (text === '') return null
    const kilos = parseDecimal(text, locale)
    const grams = kilos === null ? null : Math.round(kilos * 1000)
    if (grams === null || grams < 1) problems[weightField(step)] = 'not-a-weight'
    else if (grams > HEAVIEST) problems[weightField(step)] = 'weight-too-high'
    return grams
  })
  weights.forEach((grams, step) => {
    if (grams !== null && weights.indexOf(grams) < step) problems[weightField(step)] ??= 'weight-twice'
  })
  const rows: ShippingRow[] = []
  for (const zone of SHIPPING_ZONES) {
    const days = readDays(typed[daysField(zone)] ?? '')
    if (days === 'wrong') problems[daysField(zone)] = 'not-days'
    const own = steps
      .flatMap((step) => {
        const text = typed[priceField(zone, step)] ?? ''
        if (text === '') return []
        const field = priceField(zone, step)
        const priceMinor = parseRupiah(text)
        const upToGrams = weights[step] ?? null
        if (priceMinor === null || priceMinor % 100 !== 0) problems[field] = 'not-a-price'
        else if (priceMinor > HIGHEST_PRICE) problems[field] = 'price-too-high'
        if (upToGrams === null) {
          // A price in a column that says no weight.
          if (!typed[weightField(step)]) problems[weightField(step)] ??= 'weight-missing'
          return []
        }
        return [{ field, zone, upToGrams, priceMinor: priceMinor ?? 0, days: days === 'wrong' ? null : days }]
      })
      .sort((a, b) => a.upToGrams - b.upToGrams)
    own.forEach((row, at) => {
      const lighter = own[at - 1]
      if (lighter && row.priceMinor < lighter.priceMinor) problems[row.field] ??= 'heavier-is-cheaper'
    })
    if (own.length === 0 && typeof days === 'number') problems[daysField(zone)] ??= 'days-without-price'
    rows.push(...own.map(({ field: _, ...row }) => row))
  }
  return Object.keys(problems).length > 0 ? { kind: 'problems', problems } : { kind: 'rows', rows }
}

function readDays(text: string): number | null | 'wrong' {
  if (text === '') return null
  const days = parseQuantity(text)
  return days === null || days > MOST_DAYS ? 'wrong' : days
}

/**
 * A table to start from: invented round numbers, in proportion, which the pesantren replaces by its own courier's.
 * Abroad nothing: who sends there asks a service first.
 */
export function shippingTemplate(): ShippingRow[] {
  const prices: Partial<Record<ShippingZone, { days: number; rupiah: readonly number[] }>> = {
    regency: { days: 2, rupiah: [10_000, 16_000, 35_000] },
    province: { days: 3, rupiah: [13_000, 24_000, 55_000] },
    java: { days: 4, rupiah: [20_000, 38_000, 90_000] },
    indonesia: { days: 7, rupiah: [45_000, 85_000, 200_000] },
  }
  return Object.entries(prices).flatMap(([zone, { days, rupiah }]) =>
    [1_000, 2_000, 5_000].map((upToGrams, at) => ({
      zone: zone as ShippingZone,
      upToGrams,
      priceMinor: (rupiah[at] ?? 0) * 100,
      days,
    })),
  )
}
