import { z } from 'zod'
import { parseRupiah, writeNumber } from '../product/number-input'
import { parseQuantity } from '../product/price-tiers'
import { LOCALES, type Locale, type LocalizedText } from '../shared/locale'
import { typedLine } from '../shared/typed-text'

export const OFFER_PROBLEMS = [
  'size-missing',
  'too-long',
  'not-a-price',
  'not-whole-rupiah',
  'price-too-high',
  'not-whole',
  'weight-too-high',
  'limit-too-high',
  'stock-too-high',
  'goes-nowhere',
] as const
export type OfferProblem = (typeof OFFER_PROBLEMS)[number]

const LONGEST_SIZE = 80
/** Of one sample, in minor units: what costs more is an order. */
const HIGHEST_PRICE = 10_000_000_00
const HEAVIEST = 100_000
const MOST_A_BUYER = 20
const MOST_ON_HAND = 100_000

export const TYPED_OFFER = [
  'state',
  'price',
  'size.id',
  'size.en',
  'size.ar',
  'weightGrams',
  'limitPerBuyer',
  'onHand',
  'shipsHome',
  'shipsAbroad',
  'handsOver',
] as const
export type OfferField = (typeof TYPED_OFFER)[number] | 'goes'
/** The form as typed; a box is 'on' or ''. */
export type TypedOffer = Record<(typeof TYPED_OFFER)[number], string>
export type OfferProblems = Partial<Record<OfferField, OfferProblem>>

export interface OfferFields {
  state: 'open' | 'closed'
  /** Of one sample, in minor units of IDR; 0: free. */
  priceMinor: number
  size: LocalizedText
  weightGrams: number
  limitPerBuyer: number
  onHand: number
  shipsHome: boolean
  shipsAbroad: boolean
  handsOver: boolean
}

/** What a form starts with where there is no offer yet. */
export const FIRST_OFFER: OfferFields = {
  state: 'open',
  priceMinor: 0,
  size: {},
  weightGrams: 250,
  limitPerBuyer: 2,
  onHand: 10,
  shipsHome: true,
  shipsAbroad: false,
  handsOver: true,
}

export function readTypedOffer(form: Pick<FormData, 'get'>): TypedOffer {
  const entries = TYPED_OFFER.map((name) => [name, typedLine(form.get(name)).trim().slice(0, 500)] as const)
  return Object.fromEntries(entries) as TypedOffer
}

export function typedOffer(fields: OfferFields, locale: Locale): TypedOffer {
  const { size, priceMinor } = fields
  const box = (is: boolean) => (is ? 'on' : '')
  return {
    state: box(fields.state === 'open'),
    price: priceMinor === 0 ? '' : writeNumber(priceMinor / 100, locale),
    'size.id': size.id ?? '',
    'size.en': size.en ?? '',
    'size.ar': size.ar ?? '',
    weightGrams: writeNumber(fields.weightGrams, locale),
    limitPerBuyer: String(fields.limitPerBuyer),
    onHand: writeNumber(fields.onHand, locale),
    shipsHome: box(fields.shipsHome),
    shipsAbroad: box(fields.shipsAbroad),
    handsOver: box(fields.handsOver),
  }
}

/** How many there are now, as the form of one number sends it; null: no such number. */
export function readStock(typed: string): number | null {
  const count = parseQuantity(typed)
  return count !== null && count <= MOST_ON_HAND ? count : null
}

/** An offer as typed. An empty price is free: a number that nobody wrote is never charged. */
export const offerSchema = z
  .custom<TypedOffer>((typed) => typeof typed === 'object' && typed !== null)
  .transform((typed, context): OfferFields => {
    const issue = (field: OfferField, message: OfferProblem) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const size: LocalizedText = {}
    for (const locale of LOCALES) {
      const text = typed[`size.${locale}`]
      if (text.length > LONGEST_SIZE) issue(`size.${locale}`, 'too-long')
      if (text) size[locale] = text
    }
    if (Object.keys(size).length === 0) issue('size.id', 'size-missing')
    const whole = (
      field: 'weightGrams' | 'limitPerBuyer' | 'onHand',
      most: number,
      tooHigh: OfferProblem,
    ) => {
      const count = parseQuantity(typed[field])
      const least = field === 'onHand' ? 0 : 1
      if (count === null || count < least) issue(field, 'not-whole')
      else if (count > most) issue(field, tooHigh)
      return count ?? least
    }
    const priceMinor = typed.price === '' ? 0 : parseRupiah(typed.price)
    if (priceMinor === null) issue('price', 'not-a-price')
    else if (priceMinor % 100 !== 0) issue('price', 'not-whole-rupiah')
    else if (priceMinor > HIGHEST_PRICE) issue('price', 'price-too-high')
    const goes = {
      shipsHome: typed.shipsHome !== '',
      shipsAbroad: typed.shipsAbroad !== '',
      handsOver: typed.handsOver !== '',
    }
    if (!goes.shipsHome && !goes.shipsAbroad && !goes.handsOver) issue('goes', 'goes-nowhere')
    return {
      state: typed.state === '' ? 'closed' : 'open',
      priceMinor: priceMinor ?? 0,
      size,
      weightGrams: whole('weightGrams', HEAVIEST, 'weight-too-high'),
      limitPerBuyer: whole('limitPerBuyer', MOST_A_BUYER, 'limit-too-high'),
      onHand: whole('onHand', MOST_ON_HAND, 'stock-too-high'),
      ...goes,
    }
  })

export function offerProblems(error: z.ZodError): OfferProblems {
  const found: OfferProblems = {}
  for (const issue of error.issues) {
    const code = OFFER_PROBLEMS.find((known) => known === issue.message)
    if (code) found[String(issue.path[0]) as OfferField] ??= code
  }
  return found
}
