import { z } from 'zod'
import { BUSINESS_FIELDS, INCOTERMS, TRADE_UNITS } from '../shared/enums'
import { LOCALES, type Locale, type LocalizedText } from '../shared/locale'
import { typedText } from '../shared/typed-text'
import { isDrawingKindName } from './drawing-choice'
import { MAXIMUM_PRICE, parseDecimal, parseRupiah } from './number-input'
import { MAXIMUM_QUANTITY, type PriceTier, parseQuantity } from './price-tiers'
import { NET_CONTENT_UNITS, type ProductFields } from './product-fields'
import {
  PRODUCT_PROBLEMS,
  type ProblemField,
  type ProductProblemCode,
  type ProductProblems,
} from './product-problems'
import { type LocalizedField, TYPED_FIELDS, type TypedField, type TypedProduct } from './typed-product'

const LONGEST: Record<LocalizedField, number> = { name: 120, description: 600, storage: 200 }
const LONGEST_PLACE = 120
/** Units a month and in stock. */
const MOST_UNITS = 100_000_000
const MOST_DAYS = 3_650
const MOST_CARTON_CM = 1_000
const MOST_CARTON_KG = 5_000
/** One unit's content: a drum of 200 litres, a roll of some thousand metres. */
const MOST_CONTENT = 100_000

const text = z.string().transform((value) => typedText(value).trim())
const typedShape = z.object({
  ...(Object.fromEntries(TYPED_FIELDS.map((name) => [name, text])) as Record<TypedField, typeof text>),
  tiers: z.array(z.object({ from: text, price: text })),
})

/**
 * The product form as typed by a reader of `locale`, whose language decides what '1.500' is where both are
 * possible. Nearly nothing is needed, for a draft may be saved early; what publishing needs more is in
 * `publishing.ts`. Issues carry a ProductProblemCode as their message and a ProblemField as their path: all
 * of them at once.
 */
export function productSchema(locale: Locale) {
  return typedShape.transform((typed, context): ProductFields => {
    const issue = (field: ProblemField, code: ProductProblemCode) =>
      context.addIssue({ code: 'custom', path: [field], message: code })
    const whole = (name: TypedField, least: number, most: number) =>
      readNumber(typed[name], parseQuantity, 'not-whole', least, most, (code) => issue(name, code))
    const decimal = (name: TypedField, most: number) =>
      readNumber(
        typed[name],
        (t) => parseDecimal(t, locale),
        'not-a-number',
        0.000001,
        most,
        (code) => issue(name, code),
      )
    const choice = <T extends string>(name: TypedField, values: readonly T[]): T | null => {
      const chosen = values.find((value) => value === typed[name])
      if (typed[name] && !chosen) issue(name, 'choose-one')
      return chosen ?? null
    }
    const localizedText = (name: LocalizedField): LocalizedText | null => {
      const said: LocalizedText = {}
      for (const language of LOCALES) {
        const value = typed[`${name}.${language}`]
        if (value.length > LONGEST[name]) issue(`${name}.${language}`, 'too-long')
        if (value) said[language] = value
      }
      return Object.keys(said).length > 0 ? said : null
    }

    const name = localizedText('name')
    if (!name) issue('name.id', 'name-missing')
    const description = localizedText('description')
    const storage = localizedText('storage')
    const field = choice('field', BUSINESS_FIELDS)
    if (!typed.field) issue('field', 'choose-one')
    if (!isDrawingKindName(typed.kind)) issue('kind', 'choose-one')
    const unit = choice('unit', TRADE_UNITS)
    if (!typed.unit) issue('unit', 'choose-one')
    const netContent = decimal('netContent', MOST_CONTENT)
    const netContentUnit = choice('netContentUnit', NET_CONTENT_UNITS)
    if (typed.netContent && !typed.netContentUnit) issue('netContentUnit', 'content-unit-missing')
    if (!typed.netContent && typed.netContentUnit) issue('netContent', 'content-missing')
    const monthlyCapacity = whole('monthlyCapacity', 1, MOST_UNITS)
    const promisedCapacity = whole('promisedCapacity', 0, MOST_UNITS) ?? 0
    if (monthlyCapacity !== null && promisedCapacity > monthlyCapacity)
      issue('promisedCapacity', 'promised-more')
    if (!typed.monthlyCapacity && promisedCapacity > 0) issue('promisedCapacity', 'promised-without-capacity')
    const sides = (['cartonLength', 'cartonWidth', 'cartonHeight'] as const).map((side) => ({
      side,
      cm: whole(side, 1, MOST_CARTON_CM),
    }))
    if (sides.some(({ side }) => typed[side])) {
      for (const { side } of sides) if (!typed[side]) issue(side, 'carton-sides')
    }
    const hsCode = typed.hsCode.replace(/[\s.]/g, '')
    if (hsCode && !/^\d{6}(\d{2})?$/.test(hsCode)) issue('hsCode', 'hs-code')
    const incoterm = choice('incoterm', INCOTERMS)
    if (typed.incotermPlace.length > LONGEST_PLACE) issue('incotermPlace', 'too-long')
    if (typed.incoterm && !typed.incotermPlace) issue('incotermPlace', 'place-missing')
    if (!typed.incoterm && typed.incotermPlace) issue('incoterm', 'incoterm-missing')
    const tiers = readTiers(typed.tiers, issue)
    const made = choice('madeToOrder', ['yes', 'no'])
    return {
      name: name ?? {},
      description,
      storage,
      // Issues above keep what stands in for a missing choice from being used.
      field: field ?? 'perdagangan',
      kind: typed.kind,
      unit: unit ?? 'piece',
      netContent,
      netContentUnit,
      tiers,
      // Prices that are stated need no asking.
      asksPrice: typed.asksPrice === 'yes' && tiers.length === 0,
      minimumOrder: whole('minimumOrder', 1, MAXIMUM_QUANTITY),
      orderMultiple: whole('orderMultiple', 1, MAXIMUM_QUANTITY),
      monthlyCapacity,
      promisedCapacity,
      stock: whole('stock', 0, MOST_UNITS),
      leadTimeDays: whole('leadTimeDays', 0, MOST_DAYS),
      madeToOrder: made === null ? null : made === 'yes',
      shelfLifeDays: whole('shelfLifeDays', 1, MOST_DAYS),
      unitsPerCarton: whole('unitsPerCarton', 1, MAXIMUM_QUANTITY),
      cartonKg: decimal('cartonKg', MOST_CARTON_KG),
      cartonCm: sides.every(({ side }) => !typed[side]) ? null : sides.map(({ cm }) => cm ?? 0),
      hsCode: hsCode || null,
      incoterm,
      incotermPlace: typed.incotermPlace || null,
    }
  })
}

function readNumber(
  typed: string,
  parse: (typed: string) => number | null,
  otherwise: ProductProblemCode,
  least: number,
  most: number,
  issue: (code: ProductProblemCode) => void,
): number | null {
  if (!typed) return null
  const value = parse(typed)
  if (value === null) issue(otherwise)
  else if (value < least) issue('too-small')
  else if (value > most) issue('too-much')
  return value
}

/** Rows that are empty don't count; in the order of quantity. */
function readTiers(
  rows: TypedProduct['tiers'],
  issue: (field: ProblemField, code: ProductProblemCode) => void,
): PriceTier[] {
  const tiers = new Map<number, PriceTier>()
  rows.forEach(({ from, price }, row) => {
    if (!from && !price) return
    if (!from) issue(`tierFrom.${row}`, 'tier-quantity-missing')
    if (!price) issue(`tierPrice.${row}`, 'tier-price-missing')
    const minimumQuantity = readNumber(from, parseQuantity, 'not-whole', 1, MAXIMUM_QUANTITY, (code) =>
      issue(`tierFrom.${row}`, code),
    )
    const unitPriceMinor = price ? parseRupiah(price) : null
    if (price && (unitPriceMinor === null || unitPriceMinor === 0)) issue(`tierPrice.${row}`, 'not-a-price')
    if (unitPriceMinor !== null && unitPriceMinor > MAXIMUM_PRICE * 100)
      issue(`tierPrice.${row}`, 'price-too-high')
    if (minimumQuantity === null || unitPriceMinor === null) return
    if (tiers.has(minimumQuantity)) issue(`tierFrom.${row}`, 'tier-twice')
    tiers.set(minimumQuantity, { minimumQuantity, unitPriceMinor })
  })
  return [...tiers.values()].sort((a, b) => a.minimumQuantity - b.minimumQuantity)
}

/** The first problem of each field. */
export function productProblems(error: z.ZodError): ProductProblems {
  const found: ProductProblems = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '') as ProblemField
    const code = PRODUCT_PROBLEMS.find((known) => known === issue.message)
    if (code) found[field] ??= code
  }
  return found
}
