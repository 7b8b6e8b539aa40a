import { z } from 'zod'
import { MAXIMUM_PRICE, parseRupiah, writeNumber } from '../product/number-input'
import { MAXIMUM_QUANTITY, parseQuantity } from '../product/price-tiers'
import {
  BUSINESS_FIELDS,
  type BusinessField,
  CERTIFICATIONS,
  type Certification,
  TRADE_UNITS,
  type TradeUnit,
} from '../shared/enums'
import { isIsoDay } from '../shared/iso-day'
import { LOCALES, type Locale } from '../shared/locale'
import { typedLine, typedText } from '../shared/typed-text'
import { COUNTRIES, HOME_COUNTRY } from './destinations'

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const NEED_PROBLEMS = [
  'field-missing',
  'words-missing',
  'volume-missing',
  'volume-wrong',
  'volume-too-many',
  'unit-missing',
  'price-wrong',
  'price-too-high',
  'country-wrong',
  'regency-unknown',
  'language-missing',
  'date-wrong',
  'date-past',
  'date-far',
  'too-long',
] as const
export type NeedProblem = (typeof NEED_PROBLEMS)[number]

/** A form's texts as typed, by the name of their field. */
export const NEED_TEXTS = [
  'field',
  'productWords',
  'monthlyVolume',
  'unit',
  'targetPrice',
  'destinationCountry',
  'destinationRegency',
  'destinationPlace',
  'language',
  'neededBy',
  'note',
] as const
export type NeedText = (typeof NEED_TEXTS)[number]
export type NeedProblems = Partial<Record<NeedText, NeedProblem>>

/** What a form shows: every field as text, and the papers that are ticked. */
export interface NeedValues extends Record<NeedText, string> {
  papers: Certification[]
}

/** What a need says, in the shape of its row. */
export interface NeedFields {
  field: BusinessField
  productWords: string
  monthlyVolume: number
  unit: TradeUnit
  targetPriceMinor: number | null
  requiredPapers: Certification[]
  destinationCountry: string
  destinationRegency: string | null
  destinationPlace: string | null
  language: Locale
  neededBy: string | null
  note: string | null
}

export const LONGEST = { productWords: 160, destinationPlace: 120, note: 1000 } as const
const YEARS_AHEAD = 3

const text = z.preprocess(typedText, z.string().trim())
const line = z.preprocess(typedLine, z.string().trim())

const oneOf = <T extends string>(known: readonly T[], value: string) => known.find((one) => one === value)

/**
 * The form of a need. `today` is an ISO date; `kept` the day that the need has already, which may have passed.
 * Issues carry a NeedProblem as their message and the field in their path: all of them at once.
 */
export function needSchema({ today, kept = null }: { today: string; kept?: string | null }) {
  return z
    .object({
      field: line,
      productWords: line,
      monthlyVolume: line,
      unit: line,
      targetPrice: line,
      papers: z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(z.unknown())),
      destinationCountry: line,
      destinationRegency: line,
      destinationPlace: line,
      language: line,
      neededBy: line,
      note: text,
    })
    .transform((typed, context): NeedFields => {
      const issue = (path: NeedText, code: NeedProblem) => {
        context.addIssue({ code: 'custom', path: [path], message: code })
        return z.NEVER
      }
      for (const name of ['productWords', 'destinationPlace', 'note'] as const) {
        if (typed[name].length > LONGEST[name]) issue(name, 'too-long')
      }
      const country = typed.destinationCountry
      const isHome = country === HOME_COUNTRY
      return {
        field: oneOf(BUSINESS_FIELDS, typed.field) ?? issue('field', 'field-missing'),
        // A word has letters: figures alone name no goods.
        productWords: /\p{L}{2}/u.test(typed.productWords)
          ? typed.productWords
          : issue('productWords', 'words-missing'),
        monthlyVolume: volume(),
        unit: oneOf(TRADE_UNITS, typed.unit) ?? issue('unit', 'unit-missing'),
        targetPriceMinor: price(),
        requiredPapers: papers(typed.papers),
        destinationCountry: COUNTRIES.has(country) ? country : issue('destinationCountry', 'country-wrong'),
        destinationRegency: isHome && typed.destinationRegency ? regency() : null,
        destinationPlace: typed.destinationPlace || null,
        language: oneOf(LOCALES, typed.language) ?? issue('language', 'language-missing'),
        neededBy: typed.neededBy ? day() : null,
        note: typed.note || null,
      }

      function volume(): number {
        if (!typed.monthlyVolume) return issue('monthlyVolume', 'volume-missing')
        const count = parseQuantity(typed.monthlyVolume)
        if (count === null || count < 1) return issue('monthlyVolume', 'volume-wrong')
        return count > MAXIMUM_QUANTITY ? issue('monthlyVolume', 'volume-too-many') : count
      }

      function price(): number | null {
        if (!typed.targetPrice) return null
        const minor = parseRupiah(typed.targetPrice)
        if (minor === null || minor < 1) return issue('targetPrice', 'price-wrong')
        return minor > MAXIMUM_PRICE * 100 ? issue('targetPrice', 'price-too-high') : minor
      }

      function regency(): string {
        const code = typed.destinationRegency
        return /^\d{4}$/.test(code) ? code : issue('destinationRegency', 'regency-unknown')
      }

      function day(): string {
        const typedDay = typed.neededBy
        if (typedDay === kept) return typedDay
        if (!isIsoDay(typedDay)) return issue('neededBy', 'date-wrong')
        if (typedDay < today) return issue('neededBy', 'date-past')
        return typedDay > lastDay(today) ? issue('neededBy', 'date-far') : typedDay
      }
    })
}

/** The last day that a deadline can be: what is asked for later is asked for too early, or mistyped. */
export function lastDay(today: string): string {
  return `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`
}

/** Known ones, once each, in the order of the list; who asks for verified halal needs no other halal. */
function papers(ticked: readonly unknown[]): Certification[] {
  const known = CERTIFICATIONS.filter((paper) => ticked.includes(paper))
  return known.includes('halal-verified') ? known.filter((paper) => paper !== 'halal') : known
}

/** The first problem of each field. */
export function needProblems(error: z.ZodError): NeedProblems {
  const found: NeedProblems = {}
  for (const { path, message } of error.issues) {
    const field = oneOf(NEED_TEXTS, String(path[0] ?? ''))
    const code = oneOf(NEED_PROBLEMS, message)
    if (field && code) found[field] ??= code
  }
  return found
}

/** A need as its form shows it, with numbers as the reader's language writes them. */
export function needValues(fields: NeedFields, locale: Locale): NeedValues {
  return {
    field: fields.field,
    productWords: fields.productWords,
    monthlyVolume: writeNumber(fields.monthlyVolume, locale),
    unit: fields.unit,
    targetPrice: fields.targetPriceMinor === null ? '' : writeNumber(fields.targetPriceMinor / 100, locale),
    papers: fields.requiredPapers,
    destinationCountry: fields.destinationCountry,
    destinationRegency: fields.destinationRegency ?? '',
    destinationPlace: fields.destinationPlace ?? '',
    language: fields.language,
    neededBy: fields.neededBy ?? '',
    note: fields.note ?? '',
  }
}
