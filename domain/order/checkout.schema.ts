import { z } from 'zod'
import { COUNTRIES, HOME_COUNTRY } from '../need/destinations'
import type { DeliverTo } from '../shared/deliver-to'
import { DELIVERIES, type Delivery } from '../shared/order-enums'
import { parsePhone } from '../shared/phone'
import { typedLine, typedText } from '../shared/typed-text'
import { PROVINCES } from './provinces'
import type { ZoneAddress } from './zones'

export const CHECKOUT_PROBLEMS = [
  'name-missing',
  'phone-wrong',
  'country-wrong',
  'province-missing',
  'regency-missing',
  'city-missing',
  'street-missing',
  'postcode-wrong',
  'too-long',
  'way-missing',
] as const
export type CheckoutProblem = (typeof CHECKOUT_PROBLEMS)[number]

export const CHECKOUT_FIELDS = [
  'delivery',
  'name',
  'phone',
  'country',
  'province',
  'regency',
  'city',
  'postcode',
  'street',
  'note',
  'way',
] as const
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
/** The form as typed. */
export type TypedCheckout = Record<CheckoutField, string>
export type CheckoutProblems = Partial<Record<CheckoutField, CheckoutProblem>>

const LONGEST = { name: 120, phone: 40, city: 80, postcode: 12, street: 300, note: 500 } as const

export function readTypedCheckout(form: Pick<FormData, 'get'>): TypedCheckout {
  const entries = CHECKOUT_FIELDS.map((field) => {
    const several = field === 'street' || field === 'note'
    return [field, (several ? typedText : typedLine)(form.get(field)).trim().slice(0, 5_000)] as const
  })
  return Object.fromEntries(entries) as TypedCheckout
}

/** What a form starts with where nothing is known of the buyer. */
export function emptyCheckout(country: string): TypedCheckout {
  const empty = Object.fromEntries(CHECKOUT_FIELDS.map((field) => [field, ''])) as TypedCheckout
  return { ...empty, delivery: 'ship', country }
}

/** Which regencies are known here: only those are asked for. */
export interface KnownRegencies {
  regencies: readonly { code: string; name: string }[]
}

/** The regencies that can be chosen in a province; none: the city is written. */
export const regenciesIn = ({ regencies }: KnownRegencies, province: string) =>
  regencies.filter(({ code }) => code.startsWith(province) && province !== '')

export function typedDelivery(typed: TypedCheckout): Delivery {
  return DELIVERIES.find((one) => one === typed.delivery) ?? 'ship'
}

/** Where it goes, as far as it decides what sending costs; null: not said yet. */
export function typedZoneAddress(typed: TypedCheckout, known: KnownRegencies): ZoneAddress | null {
  if (typed.country !== HOME_COUNTRY) {
    return COUNTRIES.has(typed.country)
      ? { countryCode: typed.country, provinceCode: null, regencyCode: null }
      : null
  }
  const { province } = typed
  if (!PROVINCES[province]) return null
  const choices = regenciesIn(known, province)
  const regency = choices.find(({ code }) => code === typed.regency)
  if (choices.length > 0 && !regency) return null
  return { countryCode: HOME_COUNTRY, provinceCode: province, regencyCode: regency?.code ?? null }
}

export interface CheckoutFields {
  delivery: Delivery
  /** null: handed over. */
  address: DeliverTo | null
  note: string | null
  way: 'card' | 'transfer'
}

/**
 * The form of an order. Issues carry a CheckoutProblem as their message and the field in their path: all at once.
 * @param isFree nothing is to pay, so no way of paying is asked for
 */
export function checkoutSchema(known: KnownRegencies, isFree: boolean) {
  return z
    .custom<TypedCheckout>((typed) => typeof typed === 'object' && typed !== null)
    .transform((typed, context): CheckoutFields => {
      const issue = (field: CheckoutField, message: CheckoutProblem) =>
        context.addIssue({ code: 'custom', path: [field], message })
      for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
        if (typed[field].length > LONGEST[field]) issue(field, 'too-long')
      }
      const delivery = typedDelivery(typed)
      const way = typed.way === 'card' || typed.way === 'transfer' ? typed.way : null
      if (!way && !isFree) issue('way', 'way-missing')
      return {
        delivery,
        address: delivery === 'ship' ? readAddress(typed, known, issue) : null,
        note: typed.note || null,
        way: way ?? 'transfer',
      }
    })
}

function readAddress(
  typed: TypedCheckout,
  known: KnownRegencies,
  issue: (field: CheckoutField, problem: CheckoutProblem) => void,
): DeliverTo {
  const isHome = typed.country === HOME_COUNTRY
  if (!typed.name) issue('name', 'name-missing')
  const phone = parsePhone(typed.phone, typed.country)
  if (!phone) issue('phone', 'phone-wrong')
  if (!COUNTRIES.has(typed.country)) issue('country', 'country-wrong')
  if (isHome && !PROVINCES[typed.province]) issue('province', 'province-missing')
  const choices = isHome ? regenciesIn(known, typed.province) : []
  const regency = choices.find(({ code }) => code === typed.regency)
  if (choices.length > 0 && !regency) issue('regency', 'regency-missing')
  if (choices.length === 0 && !typed.city && (!isHome || PROVINCES[typed.province])) {
    issue('city', 'city-missing')
  }
  if (!typed.street) issue('street', 'street-missing')
  if (isHome && typed.postcode && !/^\d{5}$/.test(typed.postcode)) issue('postcode', 'postcode-wrong')
  return {
    name: typed.name,
    phoneE164: phone ?? '',
    countryCode: typed.country,
    provinceCode: isHome ? typed.province : null,
    regencyCode: regency?.code ?? null,
    city: regency?.name ?? typed.city,
    postcode: typed.postcode || null,
    street: typed.street,
  }
}

/** The first problem of each field. */
export function checkoutProblems(error: z.ZodError): CheckoutProblems {
  const found: CheckoutProblems = {}
  for (const issue of error.issues) {
    const code = CHECKOUT_PROBLEMS.find((known) => known === issue.message)
    if (code) found[String(issue.path[0]) as CheckoutField] ??= code
  }
  return found
}
